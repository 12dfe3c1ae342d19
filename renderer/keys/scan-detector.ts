/**
 * A scanner is a keyboard that types a code and presses Enter. It knows nothing of this program, so whatever has the
 * focus would get that Enter: Maksa, Peruuta, Uusi maksu. A scan is told from a person by its speed alone, measured by
 * the times at which the system had the keys. A person's keys are 60 ms apart or more, and every limit that could touch
 * a person lies below that.
 */

/** Characters this close are not typed by a hand. Scanners need 2 to 30 ms; the rest is for coarse clocks. */
export const FAST_MS = 45;
/** So many of them in a row are a burst. */
const BURST = 3;
/** A burst that was seen may stumble once. */
const STUMBLE_MS = 60;
/** How long after a burst its Enter or Tab may come. */
const ENDING_MS = 100;
/** After the ending: the LF of CR LF, the Enter after a Tab, the next code. */
const AFTER_MS = 150;
/** On a button no hand presses Enter this soon after a character or after another Enter. */
const HASTE_MS = 55;
/** A burst that was torn in two: its second half may be shorter than a burst. */
const TORN_MS = 250;

/** `enter` is what presses a button, also as Ctrl+J and Ctrl+M; `other` is every key that neither writes nor ends a line. */
export type KeyKind = 'character' | 'enter' | 'tab' | 'modifier' | 'other';

export type KeyDown = {
  readonly kind: KeyKind;
  /** When the system had it, ms. */
  readonly at: number;
  /** The focus is where text is typed. Elsewhere characters may press, choose or search something. */
  readonly inText: boolean;
};

export type Verdict = {
  /** Nobody may get this key, neither now nor when it is let go. */
  readonly swallow: boolean;
  /** The first character of what may become a scan. */
  readonly begins: boolean;
  /** This key ended a scan. */
  readonly ends: boolean;
};

export type ScanDetector = {
  /** Repeats of a held key are not told: they are no strokes. */
  readonly keydown: (key: KeyDown) => Verdict;
  /** True when nothing but this one character came at that time: it was a person's. */
  readonly isAlone: (at: number) => boolean;
  /** The window lost the keyboard: what comes next has nothing to do with what was. */
  readonly reset: () => void;
};

const LONG_AGO = Number.NEGATIVE_INFINITY;
const PASS: Verdict = { swallow: false, begins: false, ends: false };
const SWALLOW: Verdict = { swallow: true, begins: false, ends: false };

export function createScanDetector(): ScanDetector {
  let count = 0;
  let lastCharacter = LONG_AGO;
  let lastBurst = LONG_AGO;
  let lastEnter = LONG_AGO;
  /** The last key of what follows an ending. */
  let after = LONG_AGO;

  const within = (at: number, since: number, limit: number): boolean => Math.abs(at - since) <= limit;
  const isBurst = (): boolean => count >= BURST;
  /** Stretched only by keys that come as fast as a scanner's: a person cannot keep the window shut. */
  const follows = (at: number): boolean => {
    if (!within(at, after, AFTER_MS)) return false;
    if (within(at, after, STUMBLE_MS)) after = at;
    return true;
  };
  const forgetRun = (): void => {
    count = 0;
    lastCharacter = LONG_AGO;
  };

  const character = (at: number, inText: boolean): Verdict => {
    const fast = within(at, lastCharacter, isBurst() ? STUMBLE_MS : FAST_MS);
    const following = follows(at);
    count = fast ? count + 1 : 1;
    lastCharacter = at;
    if (isBurst()) lastBurst = at;
    // In a text field they are only text. Anywhere else a Space presses and a letter may choose from a list.
    return { swallow: !inText && (fast || following), begins: !fast, ends: false };
  };

  const ending = (kind: 'enter' | 'tab', at: number, inText: boolean): Verdict => {
    const ends = isBurst()
      ? within(at, lastCharacter, ENDING_MS)
      : count > 0 && within(at, lastCharacter, FAST_MS) && within(at, lastBurst, TORN_MS);
    // A code of one or two characters is no burst: it cannot be told from a person. What protects then: Enter in a text
    // field never does more than lead on to the next one, and a button takes no Enter this soon after a character, nor
    // this soon after the Enter that led there (a second one from CR LF, a worn key that bounces).
    const hasty = kind === 'enter' && !inText && ((count > 0 && within(at, lastCharacter, HASTE_MS)) || within(at, lastEnter, HASTE_MS));
    const following = follows(at);
    if (kind === 'enter') lastEnter = at;
    if (ends) after = at;
    forgetRun();
    return ends ? { swallow: true, begins: false, ends: true } : following || hasty ? SWALLOW : PASS;
  };

  const other = (at: number, inText: boolean): Verdict => {
    const inside = isBurst() ? within(at, lastCharacter, STUMBLE_MS) : !inText && count > 0 && within(at, lastCharacter, FAST_MS);
    if (inside) {
      // A separator inside the code, sent as Ctrl and a letter, or a function key: the code goes on after it.
      lastCharacter = at;
      return SWALLOW;
    }
    forgetRun();
    return follows(at) ? SWALLOW : PASS;
  };

  return {
    keydown: ({ kind, at, inText }) => {
      if (kind === 'modifier') return PASS;
      if (kind === 'character') return character(at, inText);
      return kind === 'other' ? other(at, inText) : ending(kind, at, inText);
    },
    isAlone: (at) => count === 1 && lastCharacter === at,
    reset: () => {
      forgetRun();
      lastBurst = LONG_AGO;
      lastEnter = LONG_AGO;
      after = LONG_AGO;
    },
  };
}
