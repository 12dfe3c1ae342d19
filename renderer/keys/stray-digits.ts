import { FAST_MS } from './scan-detector.ts';

/** A little longer than the gap to a scan's second character. */
const HOLD_MS = FAST_MS + 10;

type Key = {
  /** A digit that was typed outside every field; null for any other key. */
  readonly digit: string | null;
  /** It belongs to the fast keys before it: a scanner types. */
  readonly isScan: boolean;
};

/**
 * Digits that somebody types while no field has the focus. One may be the first character of a scan, so it lands only when the time for a
 * second one is over, or at the next key. No digit is lost on the way: a sum without one would be another sum.
 *
 * @param land puts the digit where it belongs, and returns what takes it back; null if there is no place for it now
 */
export function createStrayDigits(land: (digit: string) => (() => void) | null): { readonly keydown: (key: Key) => void } {
  let waiting: { readonly digit: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  let takeBack: (() => void) | null = null;

  const takeWaiting = (): string | null => {
    if (waiting === null) return null;
    const { digit, timer } = waiting;
    clearTimeout(timer);
    waiting = null;
    return digit;
  };
  const landWaiting = (): void => {
    const digit = takeWaiting();
    if (digit !== null) takeBack = land(digit);
  };

  return {
    keydown({ digit, isScan }) {
      if (isScan) {
        takeWaiting();
        // On a busy PC the digit may have landed before the second key was seen.
        takeBack?.();
        takeBack = null;
        return;
      }
      landWaiting();
      takeBack = null;
      if (digit !== null) waiting = { digit, timer: setTimeout(landWaiting, HOLD_MS) };
    },
  };
}
