import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/money.ts';
import { START_PAGE } from './app-protocol.ts';
import { boxTexts } from './box-texts.ts';

/** If the page crashes more often than this within a minute, a person decides whether it is loaded again. */
const AT_ONCE = 5;
const WITHIN_MS = 60_000;
/** Chromium's number for a load that was given up for another one. */
const ABORTED = -3;

export type PageLife = {
  /** Somebody started the program a second time: a crashed page is loaded again. */
  readonly revive: () => void;
};

/**
 * Keeps the program's own page in the window: it is loaded again when its process is gone or when the window showed another page. Nothing
 * is lost, because the page holds no data. The start page is loaded, never the page's last address.
 */
export function keepPage(window: BrowserWindow, language: () => Language, tell: (what: string) => void): PageLife {
  let deaths: number[] = [];
  let asking = false;

  const home = (): void => {
    if (!window.isDestroyed()) void window.loadURL(START_PAGE).catch(() => undefined);
  };
  const died = (): void => {
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < WITHIN_MS), now];
    // Electron crashes if the page is reloaded inside this event.
    setImmediate(() => (deaths.length > AT_ONCE ? void ask() : home()));
  };
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const wantsAnother = await askInBox(window, language());
    asking = false;
    deaths = [];
    if (wantsAnother) home();
    else if (!window.isDestroyed()) window.close();
  };

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    tell(`the window's process is gone: ${reason}`);
    died();
  });
  window.webContents.on('did-fail-load', (_event, code, _description, url, isMainFrame) => {
    // Another load took its place: that one decides.
    if (!isMainFrame || code === ABORTED || url !== START_PAGE) return;
    tell(`the page could not be loaded: ${code}`);
    died();
  });
  offerWhenItHangs(window, language, tell);
  // `about:blank` can be loaded without asking our guards. It would leave an empty window that may still call the program.
  window.webContents.on('did-navigate', (_event, url) => {
    if (url === START_PAGE) return;
    tell('the window was led away from its page');
    home();
  });

  return {
    revive() {
      if (!window.isDestroyed() && window.webContents.isCrashed()) home();
    },
  };
}

/** A page that hangs shows no button of its own, so the system's box has one. The box goes by itself if the page answers again. */
function offerWhenItHangs(window: BrowserWindow, language: () => Language, tell: (what: string) => void): void {
  let asked: AbortController | null = null;
  window.on('unresponsive', async () => {
    if (asked !== null || window.isDestroyed()) return;
    tell('the window does not answer');
    asked = new AbortController();
    const { title: message, text: detail, again, wait } = (await boxTexts(language())).pageHangs;
    const { signal } = asked;
    const { response } = await dialog.showMessageBox(window, {
      ...{ type: 'warning', title: 'Willba POS', message, detail, buttons: [wait, again], defaultId: 0, cancelId: 0, noLink: true, signal },
    });
    asked = null;
    // Its process ends, and the page is loaded anew like after every end of it.
    if (response === 1 && !signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  });
  window.on('responsive', () => asked?.abort());
}

/** Asks in a system box, because the page is gone. */
async function askInBox(window: BrowserWindow, language: Language): Promise<boolean> {
  const { title: message, text: detail, again, close } = (await boxTexts(language)).pageGone;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Willba POS',
    message,
    detail,
    buttons: [again, close],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
}
