import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { usualComfort } from '../../../shared/comfort.ts';

const displays = vi.hoisted(() => ({ areas: [{ x: 0, y: 0, width: 1920, height: 1040 }] }));
vi.mock('electron', () => ({
  screen: {
    ...{ on: () => undefined, off: () => undefined },
    getAllDisplays: () => displays.areas.map((workArea) => ({ workArea })),
    getPrimaryDisplay: () => ({ workArea: displays.areas[0] }),
  },
}));
const { keepWindow } = await import('../../../electron/shell/keep-window.ts');
const { openWindowMemory } = await import('../../../electron/shell/window-file.ts');

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'window-'));
  const memory = openWindowMemory(folder, (cause) => expect.unreachable(String(cause)));
  const state = { maximised: false, top: false, zoom: 1 };
  const webContents = Object.assign(new EventEmitter(), { setZoomFactor: (factor: number) => Object.assign(state, { zoom: factor }) });
  const window = Object.assign(new EventEmitter(), {
    webContents,
    ...{ isDestroyed: () => false, isMinimized: () => false, isFullScreen: () => false },
    isMaximized: () => state.maximised,
    getNormalBounds: () => ({ x: 5, y: 6, width: 900, height: 600 }),
    isAlwaysOnTop: () => state.top,
    setAlwaysOnTop: (top: boolean) => Object.assign(state, { top }),
  });
  keepWindow(window as unknown as BrowserWindow, memory);
  const file = (): unknown => JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'));
  return { folder, memory, window, webContents, state, file };
}

describe('what this PC remembers of its window', () => {
  it('keeps place and comfort in one file, and has them at the next start', async () => {
    const { folder, memory, window, state, file } = open();
    state.maximised = true;
    window.emit('maximize');
    memory.change({ alwaysOnTop: true, zoom: 125 });
    await expect.poll(file).toEqual({
      place: { x: 5, y: 6, width: 900, height: 600, maximised: true },
      comfort: { ...usualComfort, alwaysOnTop: true, zoom: 125 },
    });
    expect(state).toMatchObject({ top: true, zoom: 1.25 });
    const next = openWindowMemory(folder, () => undefined);
    expect(next.place()).toMatchObject({ x: 5, maximised: true });
    expect(next.read()).toMatchObject({ zoom: 125, alwaysOnTop: true });
  });

  it('starts as usual where the file is damaged, and writes a whole one', async () => {
    const { folder, memory, file } = open();
    writeFileSync(join(folder, 'window.json'), '{"place": [');
    const next = openWindowMemory(folder, (cause) => expect.unreachable(String(cause)));
    expect([next.place(), next.read()]).toEqual([null, usualComfort]);
    next.change({ sound: false });
    await expect.poll(file).toMatchObject({ comfort: { sound: false } });
    expect(memory.read().sound).toBe(true);
  });
});
