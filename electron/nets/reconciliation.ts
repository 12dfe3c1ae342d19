import { readJson } from '../../shared/json-text.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import { keptReport } from '../masking/kept-receipt.ts';
import { namesAnotherTerminal } from '../payments/core/evidence.ts';
import type { ReconciliationOutcome } from '../payments/core/reconciliation.ts';
import { REFUSAL_WITHIN_MS } from './outcome.ts';
import { provesNotLetIn } from './own-refusal.ts';
import { meaningOfFailure } from './refusal-texts.ts';
import { isNoFailure, readWire } from './wire.ts';
import { readKeptCode, readTerminalId } from './wire-values.ts';

export type ReconciliationReply = {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
  /** Milliseconds from the request's first byte on the socket to the answer's last byte. */
  readonly elapsedMs: number;
  readonly terminalId: string;
};

const notConfirmed = (reason: Extract<ReconciliationOutcome, { end: 'not-confirmed' }>['reason']): ReconciliationOutcome => ({
  end: 'not-confirmed',
  reason,
});

/**
 * What the answer to our own reconciliation says. Only a report of this terminal in the interface's own form counts as done, and only a
 * refusal in that form, soon enough, proves that the terminal did nothing. Everything else leaves it open.
 */
export function readReconciliation(reply: ReconciliationReply): ReconciliationOutcome {
  const found = findReport(reply.body);
  if (found === null) return readRefusal(reply);
  if (found.holders.some((holder) => !isOf(holder, reply.terminalId))) return notConfirmed('other-terminal');
  if (!isSuccess(reply) || found.hasFailure || found.header === null) return notConfirmed('unreadable');
  const text = typeof found.text === 'string' ? keptReport(found.text) : null;
  if (text === null) return notConfirmed('blank');
  return { end: 'done', text, sessionNumber: readKeptCode(memberOf(found.header, 'sessionNumber'), /^\d{1,10}$/) };
}

const isSuccess = ({ status, contentType }: ReconciliationReply): boolean =>
  status >= 200 && status < 300 && !/html/i.test(contentType ?? '');

/** An answer that names no terminal is taken for ours: it came on our own request's connection. */
function isOf(holder: JsonObject, terminalId: string): boolean {
  const named = readTerminalId(holder);
  return named === null || !namesAnotherTerminal({ terminalId: named }, terminalId);
}

/** `result.reconciliation` and what stands in it. A member that stands twice contradicts itself: then nothing is found. */
function findReport(body: string) {
  const read = readJson(body);
  if (!read.ok || !isJsonObject(read.value)) return null;
  const root = read.value;
  const result = [memberOf(root, 'result')].flat();
  const holder = result.length === 1 ? result[0] : undefined;
  const report = isJsonObject(holder) ? memberOf(holder, 'reconciliation') : undefined;
  if (!isJsonObject(holder) || !isJsonObject(report)) return null;
  const header = memberOf(report, 'header');
  const print = memberOf(report, 'printText');
  return {
    header: isJsonObject(header) ? header : null,
    holders: [root, holder, report, ...(isJsonObject(header) ? [header] : [])],
    text: isJsonObject(print) ? memberOf(print, 'Text') : print,
    hasFailure: !isNoFailure(memberOf(root, 'failure')),
  };
}

function readRefusal({ status, contentType, body, elapsedMs }: ReconciliationReply): ReconciliationOutcome {
  const wire = readWire(body);
  const isSoon = elapsedMs >= 0 && elapsedMs <= REFUSAL_WITHIN_MS;
  const isFromNets = wire.isJson && !/html/i.test(contentType ?? '');
  if (!isSoon || !isFromNets || status >= 500 || wire.records.length > 0) return notConfirmed('unreadable');
  const meaning = meaningOfFailure(wire);
  if (meaning === 'busy' || meaning === 'not-connected') return { end: 'not-done', reason: meaning };
  const isUnauthorised = (status === 401 || status === 403) && provesNotLetIn(contentType, body);
  return isUnauthorised ? { end: 'not-done', reason: 'not-authorised' } : notConfirmed('unreadable');
}
