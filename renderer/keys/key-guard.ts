/** A screen that just opened has not been read yet: until then a key was meant for the screen before. */
export const SETTLING_MS = 700;

type KeyPress = { readonly code: string; readonly repeat: boolean };

export type KeyGuard = {
  /** True when this key press was meant for this screen. */
  readonly counts: (press: KeyPress, now: number) => boolean;
  readonly released: (code: string) => void;
};

/**
 * Judges key presses on a screen where a wrong one could cost money: none counts while the screen settles, none while
 * it repeats, and none that has been down since before the screen stood still until it was let go.
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
