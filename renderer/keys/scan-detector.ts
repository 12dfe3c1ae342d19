/**
 * A scanner acts as a keyboard that types a code and presses Enter. It does not know this program, so whatever has the focus would get that
 * Enter: Maksa, Peruuta, Uusi maksu. Only its speed tells a scan from a person, by the times at which the system received the keys. A
 * person's keys are at least 60 ms apart, and every limit that could affect a person is below that.
 */

/** No hand types characters this close together. Scanners need 2 to 30 ms; the rest allows for coarse clocks. */
export const FAST_MS = 45;
/** This many fast characters in a row are a burst. */
export const BURST = 3;
/** A burst may have one gap of this length. */
const STUMBLE_MS = 60;
/** How long after a burst its Enter or Tab may come. */
const ENDING_MS = 100;
/** After the ending: time for the LF of CR LF, the Enter after a Tab, or the next code. */
const AFTER_MS = 150;
/** On a button no person presses Enter this soon after a character or another Enter. */
const HASTE_MS = 55;
/** After an interrupted burst, its second part may be shorter than a burst. */
const TORN_MS = 250;

/** `enter` is any key that presses a button, also Ctrl+J and Ctrl+M; `other` is every key that neither writes nor ends a line. */
export type KeyKind = 'character' | 'enter' | 'tab' | 'modifier' | 'other';

export type KeyDown = {
  readonly kind: KeyKind;
  /** When the system received it, in milliseconds. */
  readonly at: number;
  /** The focus is in a text field. Elsewhere characters may press, choose or search something. */
  readonly inText: boolean;
};

export type Verdict = {
  /** No screen may get this key, neither on press nor on release. */
  readonly swallow: boolean;
  /** The first character of what may become a scan. */
  readonly begins: boolean;
  /** This key ended a scan. */
  readonly ends: boolean;
};

export type ScanDetector = {
  /** Repeats of a held key are not passed in: they are not new presses. */
  readonly keydown: (key: KeyDown) => Verdict;
  /** True if only this one character came at that time: a person typed it. */
  readonly isAlone: (at: number) => boolean;
  /** The window lost the focus: later keys have nothing to do with earlier ones. */
  readonly reset: () => void;
};

const LONG_AGO = Number.NEGATIVE_INFINITY;
const PASS: Verdict = { swallow: false, begins: false, ends: false };
const SWALLOW: Verdict = { swallow: true, begins: false, ends: false };

const within = (at: number, since: number, limit: number): boolean => Math.abs(at - since) <= limit;

/** The time after an ending, in which keys may still belong to the scanner. */
function createAftermath() {
  /** The time of the last key after an ending. */
  let after = LONG_AGO;
  return {
    begin(at: number): void {
      after = at;
    },
    /** Only keys as fast as a scanner's extend this time, so a person cannot keep the keyboard blocked. */
    follows(at: number): boolean {
      if (!within(at, after, AFTER_MS)) return false;
      if (within(at, after, STUMBLE_MS)) after = at;
      return true;
    },
    end(): void {
      after = LONG_AGO;
    },
  };
}

export function createScanDetector(): ScanDetector {
  let count = 0;
  let lastCharacter = LONG_AGO;
  let lastBurst = LONG_AGO;
  let lastEnter = LONG_AGO;
  const aftermath = createAftermath();

  const isBurst = (): boolean => count >= BURST;
  const forgetRun = (): void => {
    count = 0;
    lastCharacter = LONG_AGO;
  };

  const character = (at: number, inText: boolean): Verdict => {
    const fast = within(at, lastCharacter, isBurst() ? STUMBLE_MS : FAST_MS);
    const following = aftermath.follows(at);
    count = fast ? count + 1 : 1;
    lastCharacter = at;
    if (isBurst()) lastBurst = at;
    // In a text field the characters are only text. Elsewhere Space presses and a letter may choose from a list.
    return { swallow: !inText && (fast || following), begins: !fast, ends: false };
  };

  const ending = (kind: 'enter' | 'tab', at: number, inText: boolean): Verdict => {
    const ends = isBurst()
      ? within(at, lastCharacter, ENDING_MS)
      : count > 0 && within(at, lastCharacter, FAST_MS) && within(at, lastBurst, TORN_MS);
    // A code of one or two characters cannot be told from a person's typing. Two other rules protect here: Enter in a text field only moves
    // to the next one, and a button takes no Enter this soon after a character or after another Enter (the second one of CR LF, a worn key
    // that bounces).
    const hasty = kind === 'enter' && !inText && ((count > 0 && within(at, lastCharacter, HASTE_MS)) || within(at, lastEnter, HASTE_MS));
    const following = aftermath.follows(at);
    if (kind === 'enter') lastEnter = at;
    if (ends) aftermath.begin(at);
    forgetRun();
    return ends ? { swallow: true, begins: false, ends: true } : following || hasty ? SWALLOW : PASS;
  };

  const other = (at: number, inText: boolean): Verdict => {
    const inside = isBurst() ? within(at, lastCharacter, STUMBLE_MS) : !inText && count > 0 && within(at, lastCharacter, FAST_MS);
    if (inside) {
      // A separator inside the code, sent as Ctrl and a letter or as a function key. The code continues after it.
      lastCharacter = at;
      return SWALLOW;
    }
    forgetRun();
    return aftermath.follows(at) ? SWALLOW : PASS;
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
      aftermath.end();
    },
  };
}
