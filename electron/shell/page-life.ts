import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/money.ts';
import { START_PAGE } from './app-protocol.ts';
import { boxTexts } from './box-texts.ts';

/** A page that dies this often within a minute would die again: then a person says when. */
const AT_ONCE = 5;
const WITHIN_MS = 60_000;

export type PageLife = {
  /** Somebody started the program again: whatever the page was, it shall be there. */
  readonly revive: () => void;
};

/**
 * Keeps the program's own page in the window: it comes anew when its process is gone or when something led away from it.
 * Nothing is lost with a page, because it holds nothing. Always the start page, and never what the address became meanwhile.
 */
export function keepPage(window: BrowserWindow, language: Language | null, tell: (what: string) => void): PageLife {
  let deaths: number[] = [];
  let asking = false;

  const home = (): void => {
    if (!window.isDestroyed()) void window.loadURL(START_PAGE).catch(() => undefined);
  };
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const wantsAnother = await askInBox(window, language);
    asking = false;
    deaths = [];
    if (wantsAnother) home();
    else if (!window.isDestroyed()) window.close();
  };

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    tell(`the window's process is gone: ${reason}`);
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < WITHIN_MS), now];
    // Not inside the event: Electron goes down with the page that it is still burying.
    setImmediate(() => (deaths.length > AT_ONCE ? void ask() : home()));
  });
  // An empty page asks nobody before it comes. It would leave a blank window that may still call the program.
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

/** The page is gone and cannot ask. */
async function askInBox(window: BrowserWindow, language: Language | null): Promise<boolean> {
  const { title: message, text: detail, again, close } = boxTexts(language).pageGone;
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
