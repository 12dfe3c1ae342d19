import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { START_PAGE } from './app-protocol.ts';

/** Page colours of the two themes, so that the window never flashes white before its first paint. */
const PAPER = { light: '#f4f3ef', dark: '#14171a' };

const WANTED = { width: 1280, height: 800 };
const SMALLEST = { width: 800, height: 500 };

/** In the middle of what the system's bars leave of the screen, and never larger: below its edge is where Maksa stands. */
export function windowBounds(workArea: Rectangle): Rectangle & { readonly minWidth: number; readonly minHeight: number } {
  const width = Math.min(WANTED.width, workArea.width);
  const height = Math.min(WANTED.height, workArea.height);
  return {
    x: workArea.x + Math.floor((workArea.width - width) / 2),
    y: workArea.y + Math.floor((workArea.height - height) / 2),
    width,
    height,
    minWidth: Math.min(SMALLEST.width, workArea.width),
    minHeight: Math.min(SMALLEST.height, workArea.height),
  };
}

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...windowBounds(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea),
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

export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
