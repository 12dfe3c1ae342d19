import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { MAX_REASON_LENGTH, readReference, readText } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Settlement } from '../payments/core/state.ts';
import type { JournalRow } from '../payments/ports.ts';
import type { MissingPaymentsNotice } from './ports.ts';

/** As printed on the receipt; the four digits are all of a card number that may be kept. */
const receiptEvidence = (receipt: string, lastFour: string): string => `${receipt} ····${lastFour}`;

const codeOf = (problem: string): PosErrorCode => (problem === 'card-number' ? 'card-number-in-text' : 'invalid-request');

function readSentence(text: string): Result<string, PosErrorCode> {
  const read = readText(text, { maxLength: MAX_REASON_LENGTH, required: true });
  return read.ok ? read : failed(codeOf(read.error));
}

export function readReferenceText(text: string): Result<string, PosErrorCode> {
  const read = readReference(text);
  return read.ok ? read : failed(codeOf(read.error));
}

/** A card payment that was taken without this program: charged, by the word of the one who records it. `row` begins and ends it. */
export function readManualRecord(
  input: CommandInput<'recordManual'>,
  by: string,
  at: string,
): Result<{ readonly reference: string; readonly row: JournalRow }, PosErrorCode> {
  const reference = readReferenceText(input.reference);
  if (!reference.ok) return reference;
  const receipt = readSentence(input.receipt);
  if (!receipt.ok) return receipt;
  const reason = readSentence(input.reason);
  if (!reason.ok) return reason;
  const settlement = { charged: true, by, reason: reason.value, evidence: receiptEvidence(receipt.value, input.lastFour), at };
  const state = { name: 'settled-by-person', settlement, approval: null } as const;
  return ok({ reference: reference.value, row: { at, event: { type: 'settled', settlement }, state, evidence: null } });
}

/** A named person has read that payments may be missing. What the window showed must still be what is told. */
export function readMissing(
  { by, to }: CommandInput<'missingPaymentsRead'>,
  notice: MissingPaymentsNotice,
  operators: readonly string[],
): Result<null, PosErrorCode> {
  const name = readName(by, operators);
  if (!name.ok) return name;
  if (notice.current()?.to !== to) return failed('not-possible-now');
  return notice.read(name.value) ? ok(null) : failed('journal-unavailable');
}

function readName(text: string, operators: readonly string[]): Result<string, PosErrorCode> {
  const name = readSentence(text);
  return name.ok && operators.length > 0 && !operators.includes(name.value) ? failed('invalid-request') : name;
}

/** Who says it, and why. One of the desk's names, where it has names. */
export function readWord(
  input: { readonly by: string; readonly reason: string },
  operators: readonly string[],
): Result<{ readonly by: string; readonly reason: string }, PosErrorCode> {
  const by = readName(input.by, operators);
  if (!by.ok) return by;
  const reason = readSentence(input.reason);
  return reason.ok ? ok({ by: by.value, reason: reason.value }) : reason;
}

/**
 * A person's word on a payment that nothing can prove. It carries a name, a reason, and where the card was charged what
 * the receipt says: without these it is refused, because nobody could follow it up.
 */
export function readSettlement(
  input: CommandInput<'settlePayment'>,
  operators: readonly string[],
  at: string,
): Result<Settlement, PosErrorCode> {
  const word = readWord(input, operators);
  if (!word.ok) return word;
  const settlement = { ...word.value, at };
  if (!input.verdict.charged) return ok({ ...settlement, charged: false, evidence: '' });
  const receipt = readSentence(input.verdict.receipt);
  if (!receipt.ok) return receipt;
  return ok({ ...settlement, charged: true, evidence: receiptEvidence(receipt.value, input.verdict.lastFour) });
}
