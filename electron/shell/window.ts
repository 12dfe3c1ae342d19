import { BrowserWindow, nativeTheme } from 'electron';
import { START_PAGE } from './app-protocol.ts';

/** Page colours of the two themes, so that the window never flashes white before its first paint. */
const PAPER = { light: '#f4f3ef', dark: '#14171a' };

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 500,
    show: false,
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
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(START_PAGE);
  return window;
}

/** The renderer went away: load it anew. Nothing is lost with it, because it holds nothing. */
export function reloadWhenGone(window: BrowserWindow, tell: (reason: string) => void): void {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    tell(details.reason);
    const now = performance.now();
    reloads = [...reloads.filter((at) => now - at < 60_000), now];
    // A page that dies at once every time would otherwise be started for ever.
    if (reloads.length > 5) return;
    // Not inside the event: Electron goes down with the page that it is still burying.
    setImmediate(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    });
  });
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
