import { BURST, FAST_MS } from './scan-detector.ts';

/** A little longer than the gap to a scan's next character. */
const HOLD_MS = FAST_MS + 10;

type Key = {
  /** A digit that was typed outside every field; null for any other key. */
  readonly digit: string | null;
  /** A digit, a letter, or another key that writes something. */
  readonly writes: boolean;
  /** It came as fast as a scanner's keys after the one before it. */
  readonly isFast: boolean;
};

/**
 * Digits that somebody types while no field has the focus. They may be the first ones of a scan, so they land only when the time for a
 * further one is over, or at the next key. No digit is lost on the way, also where two fingers press almost at once: a sum without one would
 * be another sum.
 *
 * @param land puts the digits where they belong and leaves the keyboard there, and returns what takes them back; null if there is no place
 */
export function createStrayDigits(land: (digits: string) => (() => void) | null): { readonly keydown: (key: Key) => boolean } {
  let waiting: { readonly digits: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  let takeBack: (() => void) | null = null;
  /** How many keys that write came this fast, one after the other. */
  let run = 0;

  const takeWaiting = (): string => {
    if (waiting === null) return '';
    const { digits, timer } = waiting;
    clearTimeout(timer);
    waiting = null;
    return digits;
  };
  const wait = (digits: string): void => {
    waiting = { digits, timer: setTimeout(landWaiting, HOLD_MS) };
  };
  /** @returns what has landed now; null for nothing */
  function landWaiting(): string | null {
    const digits = takeWaiting();
    if (digits === '') return null;
    takeBack = land(digits);
    return takeBack === null ? null : digits;
  }

  function fastKey({ digit, writes }: Key): boolean {
    run += 1;
    if (writes && run < BURST) {
      // No scan yet. Where the ones before have landed, this one has gone into the same field by itself.
      const before = takeWaiting();
      if (before !== '') wait(before + (digit ?? ''));
      return false;
    }
    takeWaiting();
    // On a busy PC they may have landed before the others were seen.
    const isTakenBack = takeBack !== null;
    takeBack?.();
    takeBack = null;
    return isTakenBack;
  }

  return {
    /** @returns true if it took back what had landed */
    keydown(key) {
      if (key.isFast) return fastKey(key);
      run = key.writes ? 1 : 0;
      const landed = landWaiting();
      takeBack = null;
      if (key.digit === null) return false;
      if (landed === null) wait(key.digit);
      // The keyboard is in the field now, so this digit goes there by itself. If it begins a scan, the field gets back what a person typed.
      else takeBack = () => void land(landed);
      return false;
    },
  };
}
