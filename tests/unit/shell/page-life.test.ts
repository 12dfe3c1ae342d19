import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const box = vi.hoisted(() => ({ asked: 0, answer: 0 }));
vi.mock('electron', () => ({
  protocol: {},
  dialog: {
    showMessageBox: async () => {
      box.asked += 1;
      return { response: box.answer };
    },
  },
}));
const { keepPage } = await import('../../../electron/shell/page-life.ts');
const START_PAGE = 'app://pos/index.html';

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

function open() {
  const loaded: string[] = [];
  const told: string[] = [];
  let closed = 0;
  let crashed = false;
  const webContents = Object.assign(new EventEmitter(), { isCrashed: () => crashed });
  const forcefullyCrashRenderer = vi.fn();
  const window = Object.assign(new EventEmitter(), {
    webContents: Object.assign(webContents, { forcefullyCrashRenderer }),
    isDestroyed: () => false,
    loadURL: async (url: string) => {
      crashed = false;
      loaded.push(url);
    },
    close: () => {
      closed += 1;
    },
  });
  const life = keepPage(
    window as unknown as BrowserWindow,
    () => 'fi',
    (what) => void told.push(what),
  );
  const die = async (times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      crashed = true;
      webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      await settle();
    }
  };
  return { window, webContents, loaded, told, die, life, closed: () => closed, ended: () => forcefullyCrashRenderer.mock.calls.length };
}

describe('the page', () => {
  beforeEach(() => {
    box.asked = 0;
    box.answer = 0;
  });

  it('comes back by its own address when its process is gone, whatever the address had become', async () => {
    const page = open();
    await page.die();
    expect(page.loaded).toEqual([START_PAGE]);
    expect(page.told).toEqual(["the window's process is gone: crashed"]);
  });

  it.each(['about:blank', 'about:srcdoc', 'https://example.com/', 'app://pos/other'])(
    'comes back when something led to %s',
    async (url) => {
      const page = open();
      page.webContents.emit('did-navigate', {}, url);
      await settle();
      expect(page.loaded).toEqual([START_PAGE]);
    },
  );

  it('is left alone at its own address', async () => {
    const page = open();
    page.webContents.emit('did-navigate', {}, START_PAGE);
    await settle();
    expect(page.loaded).toEqual([]);
  });

  it('that dies again and again is started by a person, as often as they like', async () => {
    const page = open();
    await page.die(6);
    expect([page.loaded.length, box.asked]).toEqual([6, 1]);
    await page.die(6);
    expect([page.loaded.length, box.asked]).toEqual([12, 2]);
    expect(page.closed()).toBe(0);
  });

  it('that dies again and again may be left: the way out is the window’s own, which asks where a sale waits', async () => {
    box.answer = 1;
    const page = open();
    await page.die(6);
    expect([page.loaded.length, page.closed()]).toEqual([5, 1]);
    // Kept open after all: the next start of the program brings the page back.
    page.life.revive();
    expect(page.loaded).toHaveLength(6);
  });

  it('that cannot be loaded is tried again, and then a person is asked', async () => {
    const page = open();
    for (let time = 0; time < 5; time += 1) {
      page.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', START_PAGE, true);
      await settle();
    }
    expect([page.loaded.length, box.asked]).toEqual([5, 0]);
    page.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', START_PAGE, true);
    await settle();
    expect([page.loaded.length, box.asked]).toEqual([6, 1]);
    // A load that another one replaced is no failure.
    page.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', START_PAGE, true);
    await settle();
    expect(page.loaded).toHaveLength(6);
  });

  it.each([
    ['is waited for', 0, 0],
    ['is opened again', 1, 1],
  ])('that hangs %s, as the person in the box says', async (_name, answer, ended) => {
    box.answer = answer;
    const page = open();
    page.window.emit('unresponsive');
    await settle();
    expect([box.asked, page.ended()]).toEqual([1, ended]);
    expect(page.told).toEqual(['the window does not answer']);
  });

  it('is not loaded anew by a second start while it lives', () => {
    const page = open();
    page.life.revive();
    expect(page.loaded).toEqual([]);
  });
});
