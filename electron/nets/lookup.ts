import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import type { LookupAnswer } from '../payments/outcome.ts';
import { meaningOfFailure } from './refusal-texts.ts';
import { readRecord } from './result-record.ts';
import { parseJsonObject } from './unambiguous-json.ts';
import { readWire } from './wire.ts';
import { readOrderId } from './wire-values.ts';

/**
 * What `GET transaction` brought: the terminal's latest transaction, whoever started it. It is evidence, not a verdict: the
 * core's rule of evidence decides whether it proves our approval.
 */
export function readLookupAnswer(status: number, body: string): LookupAnswer {
  const root = parseJsonObject(body);
  const result = root === null ? undefined : soleElement(memberOf(root, 'result'));
  if (root !== null && isJsonObject(result)) {
    const latest = memberOf(result, 'latestTransactionResult');
    const wrapped = isJsonObject(latest) ? memberOf(latest, 'localModeEventArgs') : undefined;
    const around = isJsonObject(latest) ? [latest, result, root] : [result, root];
    const read = wrapped === undefined ? readRecord(latest, around) : readRecord(wrapped, around);
    if (read !== null) return { kind: 'record', record: read.record };
    return isEmptyHistory(status, result) ? { kind: 'no-transaction' } : { kind: 'unreadable' };
  }
  if (status === 401 || status === 403) return { kind: 'not-authorised' };
  if (status >= 500) return { kind: 'unreachable' };
  return meaningOfFailure(readWire(body)) === 'no-transaction' ? { kind: 'no-transaction' } : { kind: 'unreadable' };
}

/** Nothing but empty members: an id without its record is the remains of a transaction, not the absence of one. */
function isEmptyHistory(status: number, result: JsonObject): boolean {
  const known = Object.keys(result).every((name) => ['latestTransactionResult', 'orderId', 'printText'].includes(name));
  return status >= 200 && status < 300 && known && readOrderId(result) === null;
}

/** The sale's answer wraps its result in an array of one; the lookup's might. */
function soleElement(result: unknown): unknown {
  return Array.isArray(result) && result.length === 1 ? result[0] : result;
}
