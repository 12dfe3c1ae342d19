import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import type { LookupAnswer } from '../payments/core/outcome.ts';
import { provesNotLetIn } from './own-refusal.ts';
import { meaningOfFailure } from './refusal-texts.ts';
import { readRecord } from './result-record.ts';
import { parseContradictory, parseJsonObject } from './unambiguous-json.ts';
import { readWire } from './wire.ts';
import { ORDER_ID_NAMES, readOrderId } from './wire-values.ts';

/**
 * Reads the answer to `GET transaction`: the terminal's latest transaction, whoever started it. It is evidence and not a verdict: the
 * core's rule of evidence decides whether it proves our approval.
 *
 * Only an answer in the interface's own form counts as a lookup. A proxy's page, an overloaded gateway, JSON of another form, a failure of
 * the terminal or a cut-off answer count as "not reached", so that they use up no planned lookup.
 */
export function readLookupAnswer(status: number, body: string, contentType: string | null = null): LookupAnswer {
  const root = parseJsonObject(body);
  const result = root === null ? undefined : soleElement(memberOf(root, 'result'));
  if (root !== null && isJsonObject(result) && (holdsHistory(result) || isEmptyHistory(status, result))) {
    const latest = memberOf(result, 'latestTransactionResult');
    const wrapped = isJsonObject(latest) ? memberOf(latest, 'localModeEventArgs') : undefined;
    const around = isJsonObject(latest) ? [latest, result, root] : [result, root];
    const read = wrapped === undefined ? readRecord(latest, around) : readRecord(wrapped, around);
    if (read !== null) return { kind: 'record', record: read.record };
    return isEmptyHistory(status, result) ? { kind: 'no-transaction' } : { kind: 'unreadable' };
  }
  if (holdsUnreadableHistory(body)) return { kind: 'unreadable' };
  if ((status === 401 || status === 403) && provesNotLetIn(contentType, body)) return { kind: 'not-authorised' };
  const meaning = status < 500 ? meaningOfFailure(readWire(body)) : null;
  if (meaning === 'no-transaction') return { kind: 'no-transaction' };
  return meaning === 'busy' || meaning === 'not-connected' ? { kind: 'unreachable', terminal: meaning } : { kind: 'unreachable' };
}

/** The member names of a lookup's answer. `localModeEventArgs` belongs to the sale's answer; some versions use it in lookups too. */
const HISTORY_NAMES: readonly string[] = ['latestTransactionResult', 'localModeEventArgs', 'printText', ...ORDER_ID_NAMES];

const holdsHistory = (result: JsonObject): boolean => HISTORY_NAMES.some((name) => Object.hasOwn(result, name));

/** A lookup's answer that contradicts itself or holds more than one record. Nets did answer, but the answer cannot be read. */
function holdsUnreadableHistory(body: string): boolean {
  const root = parseContradictory(body);
  const result = root === null ? undefined : memberOf(root, 'result');
  return [result].flat().some((element) => isJsonObject(element) && holdsHistory(element));
}

/** True if all members are empty. An order id without a record is not "no transaction": it is left over from one. */
function isEmptyHistory(status: number, result: JsonObject): boolean {
  const known = Object.keys(result).every((name) => ['latestTransactionResult', 'orderId', 'printText'].includes(name));
  return status >= 200 && status < 300 && known && readOrderId(result) === null;
}

/** The sale's answer puts its result into an array of one element. The lookup's answer might do so too. */
function soleElement(result: unknown): unknown {
  return Array.isArray(result) && result.length === 1 ? result[0] : result;
}
