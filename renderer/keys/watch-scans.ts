import { typedInto } from './field-before.ts';
import { holdFirstKeys } from './hold-first-keys.ts';
import { kindOf } from './key-kind.ts';
import { createScanDetector } from './scan-detector.ts';
import { createScanRun, type Scan } from './scan-run.ts';
import { createStrayDigits } from './stray-digits.ts';

type Ports<Remembered> = {
  /** Called when a field gets what may be the first character of a scan. */
  readonly remember: () => Remembered;
  /** Called when a scan has ended. None of its keys pressed anything; sums have their old text again. */
  readonly scanned: (scan: Scan<Remembered>) => void;
  /** A person typed these digits outside every field. Returns what takes them back; null if they have no place. */
  readonly strayDigits: (digits: string) => (() => void) | null;
};

/** Listens as long as the window exists, before all others: a scanner's keys reach no screen. */
export function watchScans<Remembered>({ remember, scanned, strayDigits }: Ports<Remembered>): void {
  const detector = createScanDetector();
  const swallowed = new Set<string>();
  const run = createScanRun(remember);
  const digits = createStrayDigits(strayDigits);
  /** Enter came as a key event, and not as a character typed by its number. */
  let enterIsDown = false;

  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const nameOf = (event: KeyboardEvent): string => (event.code === '' ? event.key : event.code);

  const keydown = (event: KeyboardEvent): void => {
    // Real keyboard events only: keys that this program held and replays were judged before.
    if (!event.isTrusted) return;
    if (event.repeat) {
      if (swallowed.has(nameOf(event))) stop(event);
      return;
    }
    const kind = kindOf(event);
    const field = typedInto(event.target);
    const verdict = detector.keydown({ kind, at: event.timeStamp, inText: field !== null });
    if (kind !== 'modifier') enterIsDown = kind === 'enter';
    if (kind !== 'modifier') {
      const writes = kind === 'character';
      const isFast = verdict.swallow || (writes && !verdict.begins);
      const isTakenBack = digits.keydown({ digit: writes && field === null ? digitOf(event) : null, writes, isFast });
      if (isTakenBack) run.renew();
    }
    if (verdict.begins) run.begin();
    if (kind === 'character') run.character(event, field);
    swallowed.delete(nameOf(event));
    if (verdict.swallow) {
      swallowed.add(nameOf(event));
      stop(event);
    } else if (verdict.begins && field === null) {
      hold.keydown(event);
    }
    if (verdict.ends) scanned(run.end());
  };
  const hold = holdFirstKeys(detector.isAlone);

  const keypress = (event: KeyboardEvent): void => {
    // A carriage return typed by its number with Alt is not a key event: it arrives as a character that presses a button.
    if (!event.isTrusted || event.key !== 'Enter' || enterIsDown) return;
    const verdict = detector.keydown({ kind: 'enter', at: event.timeStamp, inText: typedInto(event.target) !== null });
    if (verdict.swallow) stop(event);
    if (verdict.ends) scanned(run.end());
  };
  // A button acts on Enter at the press and on Space at the release, so a screen that did not get the press must not get the release.
  const keyup = (event: KeyboardEvent): void => {
    if (swallowed.delete(nameOf(event))) stop(event);
  };

  window.addEventListener('keydown', keydown, true);
  window.addEventListener('keypress', keypress, true);
  window.addEventListener('keyup', keyup, true);
  window.addEventListener('blur', () => {
    swallowed.clear();
    detector.reset();
  });
}

/** The digit of a key that a list does not take for itself. */
const digitOf = ({ key, altKey, target }: KeyboardEvent): string | null =>
  /^\d$/.test(key) && !altKey && target instanceof Element && target.closest('[role=listbox], select') === null ? key : null;
