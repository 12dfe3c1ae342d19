import { holdsCardNumber } from './card-number.ts';
import { holdsHidden } from './harmless.ts';
import { failed, ok, type Result } from './result.ts';

/** Long enough for a booking number and a name, short enough for a list row and a receipt line. */
export const MAX_REFERENCE_LENGTH = 80;
/** A reason is a sentence, not an essay. */
export const MAX_REASON_LENGTH = 300;

export type TextProblem = 'empty' | 'too-long' | 'control-characters' | 'card-number';

/**
 * Text that a person typed or Willba linked: trimmed, NFC, of a sane length, and never a card number.
 * An empty reference is allowed: a walk-in guest has no booking.
 */
export function readText(text: string, limits: { maxLength: number; required: boolean }): Result<string, TextProblem> {
  // Measured before anything else reads it: ten thousand characters are not worth a regular expression.
  if (text.length > limits.maxLength * 4) return failed('too-long');
  const trimmed = text.normalize('NFC').trim();
  if (trimmed.length > limits.maxLength) return failed('too-long');
  // What is not shown turns the reading direction, or hides a card number.
  if (holdsHidden(trimmed)) return failed('control-characters');
  if (holdsCardNumber(trimmed)) return failed('card-number');
  if (limits.required && trimmed === '') return failed('empty');
  return ok(trimmed);
}

export const readReference = (text: string): Result<string, TextProblem> =>
  readText(text, { maxLength: MAX_REFERENCE_LENGTH, required: false });

/** Exactly four digits, as printed on the receipt. */
export const readLastFour = (text: string): Result<string, 'empty' | 'not-four-digits'> => {
  const trimmed = text.trim();
  if (trimmed === '') return failed('empty');
  return /^\d{4}$/.test(trimmed) ? ok(trimmed) : failed('not-four-digits');
};

// What people see as a dash, as a space, or as nothing at all: a soft hyphen, a joiner and the like are "default ignorable".
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const DASH = /[\p{Dash}\p{Pd}\u02d7\u2043\u2500\u2501\u23af\u2796]/gu;
// With control characters, and with an empty Braille cell.
const SPACE = /[\p{Z}\s\p{Cc}\u2800]+/gu;

/** By both cases, so that ß and SS, ς and σ, İ, I and ı are the same. */
const caseless = (text: string): string =>
  text
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/i\u0307+/g, 'i');

const asRead = (text: string, dash: '' | '-', space: '' | ' '): string =>
  caseless(text.normalize('NFKC').replace(UNSEEN, '').replace(DASH, dash).replace(SPACE, space));

/**
 * What two references have in common when a person reads them as the same: `r-1001`, `R–1001` and `R 1001` all are `r1001`.
 * Empty where nothing is left: such a reference names no booking, and is nobody's.
 * Kept with each payment: whoever changes what it gives must fill the journal's column anew (migration `reference key`).
 */
export function referenceKey(text: string): string {
  // What was taken out may have kept two characters apart that now make one; three rounds are enough for every one that exists.
  const once = (read: string): string => asRead(read, '', '');
  return once(once(once(text))).normalize('NFKC');
}

/** Whether a person would read the two as the same booking. Without one there is nothing to compare. */
export const isSameReference = (one: string, other: string): boolean =>
  referenceKey(one) !== '' && referenceKey(one) === referenceKey(other);

/** What two names have in common when a person reads them as the same. Words and dashes stay: `Sali 1-2` is not `Sali 12`. */
export const nameKey = (name: string): string =>
  asRead(asRead(name, '-', ' '), '-', ' ')
    .normalize('NFKC')
    .trim();
