import { holdsCardNumber } from './card-number.ts';
import { failed, ok, type Result } from './result.ts';

/** Long enough for a booking number and a name, short enough for a list row and a receipt line. */
export const MAX_REFERENCE_LENGTH = 80;
/** A reason is a sentence, not an essay. */
export const MAX_REASON_LENGTH = 300;

export type TextProblem = 'empty' | 'too-long' | 'control-characters' | 'card-number';

// Control characters, and everything that is not shown: it turns the reading direction, or hides a card number.
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Text that a person typed or Willba linked: trimmed, NFC, of a sane length, and never a card number.
 * An empty reference is allowed: a walk-in guest has no booking.
 */
export function readText(text: string, limits: { maxLength: number; required: boolean }): Result<string, TextProblem> {
  // Measured before anything else reads it: ten thousand characters are not worth a regular expression.
  if (text.length > limits.maxLength * 4) return failed('too-long');
  const trimmed = text.normalize('NFC').trim();
  if (trimmed.length > limits.maxLength) return failed('too-long');
  if (CONTROL.test(trimmed)) return failed('control-characters');
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
