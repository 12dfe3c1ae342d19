import { bodyText, type HttpOutcome } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { failedPost, NO_SECRET, type Posted } from '../outbox/ports.ts';
import { readJson } from './answer.ts';
import { isRefusal, listPath, PAYMENTS_PATH, type PaymentCalls, readList } from './payment-calls.ts';
import { isRecordOf, toRecord, type Writer } from './payment-record.ts';
import type { SharedEvent, SharePayment } from './ports.ts';
import { keyOf } from './record-shape.ts';

/** Payments of which this run knows the record: a payment has three states or so, within minutes. */
const MOST_KNOWN = 500;

/** The answer has the right status and cannot be read: a page in Strapi's place. */
const UNREADABLE = 'UNREADABLE';
/** What stands in Strapi cannot be looked at, so it is not known which record to change. */
export const READ_REFUSED = 'READ_REFUSED';

/**
 * Writes the newest state of payments. Strapi has one record of each, however often an answer was lost: it refuses a second one, and then
 * the first is looked up and changed.
 *
 * @param parts.now milliseconds since 1970, by this PC
 */
export function createSharing(parts: {
  readonly calls: PaymentCalls;
  readonly token: () => string | null;
  readonly outboxToken: () => string | null;
  readonly writer: () => Writer;
  readonly now: () => number;
}): SharePayment {
  const { calls, now } = parts;
  const records = createKnownRecords();

  async function write(bearer: string, { payment }: SharedEvent, key: string | null): Promise<Written> {
    const data = toRecord(payment, parts.writer());
    const to =
      key === null ? ({ method: 'POST', path: PAYMENTS_PATH } as const) : ({ method: 'PUT', path: `${PAYMENTS_PATH}/${key}` } as const);
    const written = readWritten(await calls.ask({ ...to, bearer, data }), payment.paymentId, now());
    records.learn(payment.paymentId, written);
    return written;
  }

  /** The record that Strapi has of this payment; a null key if it has none. */
  async function lookUp(paymentId: string): Promise<{ readonly key: string | null } | { readonly failed: Posted }> {
    const bearer = parts.token();
    if (bearer === null) return { failed: failedPost({ status: null, code: NO_SECRET }) };
    const path = listPath({ 'filters[paymentId][$eq]': paymentId }, 1);
    const outcome = await calls.ask({ method: 'GET', path, bearer, data: null });
    const [record] = readList(outcome) ?? [];
    if (readList(outcome) !== null) return { key: isRecordOf(paymentId, record) ? keyOf(record) : null };
    const { answer } = readWritten(outcome, paymentId, now()).posted;
    return { failed: failedPost({ ...answer, code: answer.code ?? READ_REFUSED }) };
  }

  return async (event) => {
    const { paymentId } = event.payment;
    const bearer = parts.outboxToken();
    if (bearer === null) return failedPost({ status: null, code: NO_SECRET });
    const known = records.keyOf(paymentId);
    if (known !== null) return (await write(bearer, event, known)).posted;
    // Its record may be there: then it is looked for first. Otherwise only Strapi knows whether an earlier run has made it.
    const created = records.isInDoubt(paymentId) ? null : await write(bearer, event, null);
    if (created !== null && !created.isInvalid) return created.posted;
    const found = await lookUp(paymentId);
    if ('failed' in found) return found.failed;
    if (found.key === null && created !== null) return created.posted;
    return (await write(bearer, event, found.key)).posted;
  };
}

/** What is known in this run of the payments' records. */
function createKnownRecords() {
  const keys = new Map<string, string>();
  const doubts = new Set<string>();
  return {
    keyOf: (paymentId: string): string | null => keys.get(paymentId) ?? null,
    isInDoubt: (paymentId: string): boolean => doubts.has(paymentId),
    learn(paymentId: string, { key, isMissing, isLost }: Written): void {
      if (isLost) doubts.add(paymentId);
      else doubts.delete(paymentId);
      if (isMissing) keys.delete(paymentId);
      if (key === null) return;
      keys.set(paymentId, key);
      const [oldest] = keys.keys();
      if (keys.size > MOST_KNOWN && oldest !== undefined) keys.delete(oldest);
    },
  };
}

/** A try to write one record. */
type Written = {
  readonly posted: Posted;
  /** The record's own id in Strapi, from its answer. */
  readonly key: string | null;
  /** Strapi refuses the record itself, for example because it has one of this payment. */
  readonly isInvalid: boolean;
  /** Strapi has no such record. */
  readonly isMissing: boolean;
  /** It is not known whether Strapi has taken it. */
  readonly isLost: boolean;
};

function readWritten(outcome: HttpOutcome, paymentId: string, wallMs: number): Written {
  const none = { key: null, isInvalid: false, isMissing: false, isLost: false };
  if (outcome.kind === 'no-answer') return { ...none, posted: failedPost({ status: null, code: outcome.code }), isLost: outcome.written };
  const { status } = outcome;
  const record = status === 200 || status === 201 ? memberOf(readJson(bodyText(outcome)) ?? {}, 'data') : undefined;
  const key = isRecordOf(paymentId, record) ? keyOf(record) : null;
  if (key !== null) return { ...none, key, posted: { kind: 'accepted', answer: { status, code: null } } };
  const isInvalid = isRefusal(outcome, 400);
  const posted: Posted = {
    kind: 'failed',
    answer: { status, code: status < 300 ? UNREADABLE : null },
    retryAfterMs: retryAfterMs(outcome, wallMs),
    // All but a refused record would be answered the same for any other payment.
    ...(isInvalid ? {} : { refusesAll: true as const }),
  };
  return { ...none, posted, isInvalid, isMissing: isRefusal(outcome, 404), isLost: status < 300 || status >= 500 };
}
