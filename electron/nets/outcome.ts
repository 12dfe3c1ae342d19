import type { RefusalReason } from '../../shared/reasons.ts';
import { namesAnotherTerminal, toApproval } from '../payments/core/evidence.ts';
import type { SaleOutcome, TransactionRecord } from '../payments/core/outcome.ts';
import { provesNotLetIn } from './own-refusal.ts';
import { meaningOfFailure, meaningOfReasons } from './refusal-texts.ts';
import { readWire, type WireAnswer } from './wire.ts';

/** The answer to our own sale's POST, and what is needed to judge it. */
export type SaleAnswer = {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
  /** Milliseconds from the request's first byte on the socket to the answer's last byte. */
  readonly elapsedMs: number;
  /** The order id that our request carried. */
  readonly orderId: string;
  readonly terminalId: string;
  /** Whether the terminal is in Nets' own list for this log-in; `null` when that list is not known. */
  readonly listed: boolean | null;
};

/**
 * A refusal proves "not started" only if it comes within this time. A terminal needs longer to charge anybody, and later the same words may
 * be about a payment that ran.
 */
export const REFUSAL_WITHIN_MS = 5_000;

const UNREADABLE: SaleOutcome = { kind: 'unknown', cause: 'unreadable' };

/**
 * What the answer to our own sale says about the money: see the table "Reading an answer: the body decides, not the status" in
 * `nets-connect-cloud.md`. An answer that is not in that table is unknown: a lookup or a person decides.
 */
export function readSaleAnswer(answer: SaleAnswer): SaleOutcome {
  const wire = readWire(answer.body);
  const [first] = wire.records;
  if (first === undefined) return readRefusal(answer, wire);
  if (!agree(wire.records)) return UNREADABLE;

  // A record with another order id is somebody else's transaction and says nothing about ours.
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
  // A success with a failure beside it contradicts itself. If it is true, the lookup proves it.
  if (wire.hasResult && (wire.failureText !== null || wire.errorCode !== null)) return UNREADABLE;
  return { kind: 'approved', approval };
}

function readRejection({ responseCode }: TransactionRecord, { reasons }: WireAnswer): SaleOutcome {
  if (responseCode !== null && responseCode !== '00') return { kind: 'rejected', how: 'host', hostCode: responseCode };
  return { kind: 'rejected', how: meaningOfReasons(reasons) ?? 'unstated', hostCode: null };
}

/** Reads an answer without a record: "refused" only if its words or status prove, soon enough, that nothing was started. */
function readRefusal({ status, contentType, body, elapsedMs, listed }: SaleAnswer, wire: WireAnswer): SaleOutcome {
  const soon = elapsedMs >= 0 && elapsedMs <= REFUSAL_WITHIN_MS;
  const fromNets = wire.isJson && !/html/i.test(contentType ?? '');
  if (!soon || !fromNets || status >= 500) return UNREADABLE;

  const meaning = meaningOfFailure(wire);
  if (meaning === 'busy') return refused('busy');
  // Nets has one code for an unknown id and for a device that is off. Nets' list tells which of them it is.
  if (meaning === 'not-connected') return refused(listed === false ? 'unknown-terminal' : 'not-connected');
  // Only Nets' own refusal counts: a firewall does not know what the terminal does.
  if ((status === 401 || status === 403) && provesNotLetIn(contentType, body)) return refused('not-authorised');
  return UNREADABLE;
}

function refused(reason: RefusalReason): SaleOutcome {
  return { kind: 'refused', reason };
}

/**
 * Several records count as one transaction only if they agree in everything that identifies it. Two different references would be two
 * charges.
 */
function agree(records: readonly TransactionRecord[]): boolean {
  const differs = (values: readonly (number | string | null)[]): boolean => new Set(values).size > 1;
  return !(
    differs(records.map((record) => record.result)) ||
    differs(records.map((record) => record.totalMinor)) ||
    differs(records.flatMap((record) => record.orderId ?? [])) ||
    differs(records.flatMap((record) => record.stan ?? []))
  );
}
