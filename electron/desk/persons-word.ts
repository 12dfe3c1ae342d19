import type { PosErrorCode } from '../../shared/errors.ts';
import { MAX_REASON_LENGTH, readReference, readText } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';

/** The receipt number and the card's last four digits, which are the only part of a card number that may be stored. */
export const receiptEvidence = (receipt: string, lastFour: string): string => `${receipt} ····${lastFour}`;

const codeOf = (problem: string): PosErrorCode => (problem === 'card-number' ? 'card-number-in-text' : 'invalid-request');

/** A required text. Fails with `card-number-in-text`, or with `invalid-request` if it is empty or too long. */
export function readSentence(text: string): Result<string, PosErrorCode> {
  const read = readText(text, { maxLength: MAX_REASON_LENGTH, required: true });
  return read.ok ? read : failed(codeOf(read.error));
}

export function readReferenceText(text: string): Result<string, PosErrorCode> {
  const read = readReference(text);
  return read.ok ? read : failed(codeOf(read.error));
}

/** The name of a person; one of the operators, if the settings have any. `invalid-request` for another name. */
export function readName(text: string, operators: readonly string[]): Result<string, PosErrorCode> {
  const name = readSentence(text);
  return name.ok && operators.length > 0 && !operators.includes(name.value) ? failed('invalid-request') : name;
}

/** Who decided, and the reason. Both are required. */
export function readWord(
  input: { readonly by: string; readonly reason: string },
  operators: readonly string[],
): Result<{ readonly by: string; readonly reason: string }, PosErrorCode> {
  const by = readName(input.by, operators);
  if (!by.ok) return by;
  const reason = readSentence(input.reason);
  return reason.ok ? ok({ by: by.value, reason: reason.value }) : reason;
}
