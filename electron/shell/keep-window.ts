import { type BrowserWindow, screen } from 'electron';
import type { WindowMemory } from './window-file.ts';
import { placeWindow } from './window-place.ts';

/** A window that is being dragged tells of every step; only where it comes to rest is stored. */
const REST_MS = 400;

/** Remembers where the window is, brings it back when a monitor goes, and makes it as large and as high up as the settings say. */
export function keepWindow(window: BrowserWindow, memory: WindowMemory): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    clearTimeout(resting);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    memory.moved({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const noteSoon = (): void => {
    clearTimeout(resting);
    resting = setTimeout(note, REST_MS);
  };
  window.on('resize', noteSoon);
  window.on('move', noteSoon);
  window.on('maximize', note);
  window.on('unmaximize', note);
  window.on('close', note);

  const bringBack = (): void => {
    if (window.isDestroyed() || window.isMaximized() || window.isMinimized() || window.isFullScreen()) return;
    const { minWidth, minHeight, ...bounds } = boundsNow(window);
    window.setMinimumSize(minWidth, minHeight);
    const now = window.getBounds();
    if (now.x !== bounds.x || now.y !== bounds.y || now.width !== bounds.width || now.height !== bounds.height) window.setBounds(bounds);
  };
  screen.on('display-removed', bringBack);
  screen.on('display-metrics-changed', bringBack);
  window.once('closed', () => {
    clearTimeout(resting);
    screen.off('display-removed', bringBack);
    screen.off('display-metrics-changed', bringBack);
  });

  const showAsChosen = (): void => {
    if (window.isDestroyed()) return;
    const { zoom, alwaysOnTop } = memory.read();
    window.webContents.setZoomFactor(zoom / 100);
    if (window.isAlwaysOnTop() !== alwaysOnTop) window.setAlwaysOnTop(alwaysOnTop);
  };
  memory.onChange(showAsChosen);
  // Chromium remembers a size by address, too, and a page that is loaded anew would have that one.
  window.webContents.on('did-finish-load', showAsChosen);
}

function boundsNow(window: BrowserWindow): ReturnType<typeof placeWindow> {
  const bounds = window.getBounds();
  return placeWindow(
    { ...bounds, maximised: false },
    screen.getAllDisplays().map(({ workArea }) => workArea),
    screen.getPrimaryDisplay().workArea,
  );
}
