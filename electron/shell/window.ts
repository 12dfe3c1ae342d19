import { BrowserWindow, nativeTheme, screen } from 'electron';
import { START_PAGE } from './app-protocol.ts';
import type { WindowMemory } from './window-file.ts';
import { placeWindow } from './window-place.ts';

/** Page colours of the two themes, so that the window never flashes white before its first paint. */
const PAPER = { light: '#f4f3ef', dark: '#14171a' };

export function openWindow(preload: string, memory: Pick<WindowMemory, 'place' | 'read'>): BrowserWindow {
  const place = memory.place();
  const { zoom, alwaysOnTop } = memory.read();
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const window = new BrowserWindow({
    ...placeWindow(
      place,
      screen.getAllDisplays().map((display) => display.workArea),
      workArea,
    ),
    show: false,
    alwaysOnTop,
    autoHideMenuBar: true,
    title: 'Willba POS',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A waiting screen counts seconds, also while another window covers it.
      backgroundThrottling: false,
      zoomFactor: zoom / 100,
    },
  });
  // Maximised only when there is something to see: it shows the window at once.
  window.once('ready-to-show', () => (place?.maximised === true ? window.maximize() : window.show()));
  void window.loadURL(START_PAGE);
  return window;
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
