import { holdsCardNumber } from './card-number.ts';
import { holdsHidden } from './harmless.ts';
import { failed, ok, type Result } from './result.ts';

/** Long enough for a booking number and a name, short enough for a list row and a receipt line. */
export const MAX_REFERENCE_LENGTH = 80;
/** The longest reason that a person may type. */
export const MAX_REASON_LENGTH = 300;

export type TextProblem = 'empty' | 'too-long' | 'control-characters' | 'card-number';

/**
 * Text that a person typed or that came in a link from Willba: trimmed, NFC, not too long, and never with a card number. An empty reference
 * is allowed: a walk-in guest has no booking.
 */
export function readText(text: string, limits: { maxLength: number; required: boolean }): Result<string, TextProblem> {
  // The length is checked first, so that no regular expression runs on a very long text.
  if (text.length > limits.maxLength * 4) return failed('too-long');
  const trimmed = text.normalize('NFC').trim();
  if (trimmed.length > limits.maxLength) return failed('too-long');
  // Invisible characters can change the reading direction or hide a card number.
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

// Characters that people see as a dash, a space, or not at all (a soft hyphen and a joiner are "default ignorable").
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const DASH = /[\p{Dash}\p{Pd}\u02d7\u2043\u2500\u2501\u23af\u2796]/gu;
// Includes control characters and the empty Braille cell.
const SPACE = /[\p{Z}\s\p{Cc}\u2800]+/gu;

/** Changes to both cases, so that ß and SS, ς and σ, İ, I and ı become equal. */
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
 * Equal for references that a person reads as the same: `r-1001`, `R–1001` and `R 1001` all give `r1001`. Empty if nothing is left: such a
 * reference names no booking. The key is stored with each payment: whoever changes its result must fill the journal's column again
 * (migration `reference key`).
 */
export function referenceKey(text: string): string {
  // Removing a character can bring two others together that then combine. Three rounds are enough for all existing characters.
  const once = (read: string): string => asRead(read, '', '');
  return once(once(once(text))).normalize('NFKC');
}

/** Whether a person would read both as the same booking. An empty one equals none. */
export const isSameReference = (one: string, other: string): boolean =>
  referenceKey(one) !== '' && referenceKey(one) === referenceKey(other);

/** Equal for names that a person reads as the same. Spaces and dashes stay: `Sali 1-2` is not `Sali 12`. */
export const nameKey = (name: string): string =>
  asRead(asRead(name, '-', ' '), '-', ' ')
    .normalize('NFKC')
    .trim();
