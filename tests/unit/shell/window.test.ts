import { beforeEach, describe, expect, it, vi } from 'vitest';
import { windowBounds } from '../../../electron/shell/window-place.ts';
import { usualComfort } from '../../../shared/comfort.ts';

const made = vi.hoisted(() => ({ options: null as Record<string, unknown> | null, loaded: [] as string[] }));
vi.mock('electron', () => ({
  protocol: {},
  nativeTheme: { shouldUseDarkColors: false },
  screen: {
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
    getAllDisplays: () => [{ workArea: { x: 0, y: 24, width: 1024, height: 700 } }],
    getDisplayNearestPoint: () => ({ workArea: { x: 0, y: 24, width: 1024, height: 700 } }),
  },
  BrowserWindow: class {
    constructor(options: Record<string, unknown>) {
      made.options = options;
    }
    once = (): void => undefined;
    loadURL = async (url: string): Promise<void> => void made.loaded.push(url);
  },
}));
const { openWindow } = await import('../../../electron/shell/window.ts');
const memory = { place: () => null, read: () => usualComfort };

describe('the window', () => {
  beforeEach(() => {
    made.loaded = [];
    openWindow('/preload.cjs', memory);
  });

  it('gives its page nothing of Node, and no way round the sandbox', () => {
    expect(made.options?.['webPreferences']).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: false,
      zoomFactor: 1,
    });
  });

  it('opens on the start page, within what the screen has', () => {
    expect(made.loaded).toEqual(['app://pos/index.html']);
    expect(made.options).toMatchObject({ x: 0, y: 24, width: 1024, height: 700, show: false });
  });
});

describe('its size', () => {
  it.each([
    ['a large screen', { x: 0, y: 0, width: 3840, height: 2120 }, { x: 1280, y: 660, width: 1280, height: 800 }],
    ['a laptop at 150 %', { x: 0, y: 0, width: 910, height: 472 }, { x: 0, y: 0, width: 910, height: 472, minWidth: 800, minHeight: 472 }],
    [
      'a small screen at 200 %',
      { x: 0, y: 0, width: 640, height: 360 },
      { x: 0, y: 0, width: 640, height: 360, minWidth: 640, minHeight: 360 },
    ],
    [
      'a second screen to the left, with a bar on top',
      { x: -1920, y: 40, width: 1920, height: 1040 },
      { x: -1600, y: 160, width: 1280, height: 800 },
    ],
  ])('fits %s', (_name, workArea, wanted) => {
    const bounds = windowBounds(workArea);
    expect(bounds).toMatchObject(wanted);
    expect(bounds.x).toBeGreaterThanOrEqual(workArea.x);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(workArea.y + workArea.height);
  });
});
