import type { RefusalReason } from '../../shared/reasons.ts';
import { namesAnotherTerminal, toApproval } from '../payments/core/evidence.ts';
import type { SaleOutcome, TransactionRecord } from '../payments/core/outcome.ts';
import { isOwnRefusal } from './own-refusal.ts';
import { meaningOfFailure, meaningOfReasons } from './refusal-texts.ts';
import { readWire, type WireAnswer } from './wire.ts';

/** The answer to our own sale's POST, and what is needed to judge it. */
export type SaleAnswer = {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
  /** From the request's first byte on the socket to the answer's last, in milliseconds. */
  readonly elapsedMs: number;
  /** The id that our request carried, and the terminal that it was sent to. */
  readonly orderId: string;
  readonly terminalId: string;
  /** Whether the terminal is in Nets' own list for this log-in; `null` when that list is not known. */
  readonly listed: boolean | null;
};

/**
 * How soon a refusal must come to prove that nothing was started: a terminal needs longer than this to charge anybody,
 * and the same words later may be about a payment that ran.
 */
export const REFUSAL_WITHIN_MS = 5_000;

const UNREADABLE: SaleOutcome = { kind: 'unknown', cause: 'unreadable' };

/**
 * What the answer to our own sale says about the money: the table "Reading an answer: the body decides, not the status" of
 * `nets-connect-cloud.md`. Where that page is silent the answer is unknown, and a lookup or a person decides.
 */
export function readSaleAnswer(answer: SaleAnswer): SaleOutcome {
  const wire = readWire(answer.body);
  const [first] = wire.records;
  if (first === undefined) return readRefusal(answer, wire);
  if (!agree(wire.records)) return UNREADABLE;

  // Somebody else's transaction says nothing about ours, whatever became of it.
  const named = [...wire.records.map(({ orderId }) => orderId), wire.failureOrderId];
  if (named.some((orderId) => orderId !== null && orderId !== answer.orderId)) return UNREADABLE;

  if (wire.records.some((record) => namesAnotherTerminal(record, answer.terminalId))) return UNREADABLE;

  if (first.result === 0) return readApproval(first, wire);
  if (first.result === 2) return readRejection(first, wire);
  return UNREADABLE;
}

function readApproval(record: TransactionRecord, wire: WireAnswer): SaleOutcome {
  const approval = toApproval(record);
  if (approval === null) return UNREADABLE;
  // A success that comes with a failure beside it contradicts itself; the lookup will prove it if it is true.
  if (wire.hasResult && (wire.failureText !== null || wire.errorCode !== null)) return UNREADABLE;
  return { kind: 'approved', approval };
}

function readRejection({ responseCode }: TransactionRecord, { reasons }: WireAnswer): SaleOutcome {
  if (responseCode !== null && responseCode !== '00') return { kind: 'rejected', how: 'host', hostCode: responseCode };
  return { kind: 'rejected', how: meaningOfReasons(reasons) ?? 'unstated', hostCode: null };
}

/** No record: refused only when the words or the status prove, soon enough, that nothing was started. */
function readRefusal({ status, contentType, body, elapsedMs, listed }: SaleAnswer, wire: WireAnswer): SaleOutcome {
  const soon = elapsedMs >= 0 && elapsedMs <= REFUSAL_WITHIN_MS;
  const fromNets = wire.isJson && !/html/i.test(contentType ?? '');
  if (!soon || !fromNets || status >= 500) return UNREADABLE;

  const meaning = meaningOfFailure(wire);
  if (meaning === 'busy') return refused('busy');
  // Nets has one code for an id that it does not know and for a device that is off; its list tells them apart.
  if (meaning === 'not-connected') return refused(listed === false ? 'unknown-terminal' : 'not-connected');
  // A firewall that answers in Nets' place knows nothing of what the terminal does.
  if ((status === 401 || status === 403) && isOwnRefusal(contentType, body)) return refused('not-authorised');
  return UNREADABLE;
}

function refused(reason: RefusalReason): SaleOutcome {
  return { kind: 'refused', reason };
}

/** Several records are one transaction only if nothing that identifies it differs. Two references would be two charges. */
function agree(records: readonly TransactionRecord[]): boolean {
  const differs = (values: readonly (number | string | null)[]): boolean => new Set(values).size > 1;
  return !(
    differs(records.map((record) => record.result)) ||
    differs(records.map((record) => record.totalMinor)) ||
    differs(records.flatMap((record) => record.orderId ?? [])) ||
    differs(records.flatMap((record) => record.stan ?? []))
  );
}
