import type { PosErrorCode } from '../../shared/errors.ts';
import { MAX_REASON_LENGTH, readReference, readText } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';

/** As printed on the receipt; the four digits are all of a card number that may be kept. */
export const receiptEvidence = (receipt: string, lastFour: string): string => `${receipt} ····${lastFour}`;

const codeOf = (problem: string): PosErrorCode => (problem === 'card-number' ? 'card-number-in-text' : 'invalid-request');

export function readSentence(text: string): Result<string, PosErrorCode> {
  const read = readText(text, { maxLength: MAX_REASON_LENGTH, required: true });
  return read.ok ? read : failed(codeOf(read.error));
}

export function readReferenceText(text: string): Result<string, PosErrorCode> {
  const read = readReference(text);
  return read.ok ? read : failed(codeOf(read.error));
}

/** One of the desk's names, where it has names. */
export function readName(text: string, operators: readonly string[]): Result<string, PosErrorCode> {
  const name = readSentence(text);
  return name.ok && operators.length > 0 && !operators.includes(name.value) ? failed('invalid-request') : name;
}

/** Who says it, and why. */
export function readWord(
  input: { readonly by: string; readonly reason: string },
  operators: readonly string[],
): Result<{ readonly by: string; readonly reason: string }, PosErrorCode> {
  const by = readName(input.by, operators);
  if (!by.ok) return by;
  const reason = readSentence(input.reason);
  return reason.ok ? ok({ by: by.value, reason: reason.value }) : reason;
}
