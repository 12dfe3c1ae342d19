import type { BrowserWindow } from 'electron';

/** A page that does not come, or says nothing, must not keep the payments of the last run from being looked up. */
export const PAGE_PATIENCE_MS = 2_000;

export type ComposeMoment = {
  /** Settles once the program is to be composed. Never where the window was closed before: nothing was begun that could be lost. */
  readonly come: Promise<void>;
  /** The page wants something of the program. */
  readonly asked: () => void;
};

/**
 * When the program is composed: at the first command of its page, which comes once the amount field is on the screen. Composing holds
 * Electron's main thread for a moment, and before that it would hold up the first paint.
 */
export function createComposeMoment(window: Pick<BrowserWindow, 'once'>): ComposeMoment {
  const { promise: come, resolve: asked } = Promise.withResolvers<void>();
  const patience = setTimeout(asked, PAGE_PATIENCE_MS);
  window.once('closed', () => clearTimeout(patience));
  return {
    come,
    asked() {
      clearTimeout(patience);
      asked();
    },
  };
}
