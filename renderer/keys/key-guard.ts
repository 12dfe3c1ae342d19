/** Nobody has read a screen that just opened: keys within this time were meant for the previous one. */
export const SETTLING_MS = 700;

type KeyPress = { readonly code: string; readonly repeat: boolean };

export type KeyGuard = {
  /** True if this key press was meant for this screen. */
  readonly counts: (press: KeyPress, now: number) => boolean;
  readonly released: (code: string) => void;
};

/**
 * Judges key presses on a screen where a wrong one could cost money. A press does not count while the screen is new, nor when the key
 * repeats, nor when the key has been down since before that time.
 */
export function createKeyGuard(opened: { readonly at: number; readonly settlingMs: number; readonly held: Iterable<string> }): KeyGuard {
  const stale = new Set(opened.held);
  return {
    counts: (press, now) => {
      if (press.repeat) return false;
      if (now - opened.at < opened.settlingMs) {
        stale.add(press.code);
        return false;
      }
      return !stale.has(press.code);
    },
    released: (code) => {
      stale.delete(code);
    },
  };
}
