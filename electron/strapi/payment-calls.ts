import type { unseenReasons } from '../../shared/ipc/other-desks.ts';
import { bodyText, type CallLimits, createHttpCaller, type HttpCallerOptions, type HttpOutcome, TOO_LONG } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
import { knowSecret } from '../masking/secrets.ts';
import { isOwnRefusal, paginationOf, readJson } from './answer.ts';

export const PAYMENTS_PATH = '/api/pos-payments';
/** Newer ones come first. Nobody pays one reference a hundred times in two weeks. */
export const MOST_RECORDS = 100;
const LARGEST_LIST_BYTES = 262_144;
/** One record is under a kilobyte. */
const LARGEST_RECORD_BYTES = 65_536;
const USUAL_LIMIT_MS = 10_000;

/** Why nothing could be read or written. */
export type StrapiFailure = (typeof unseenReasons)[number];

export type PaymentCalls = ReturnType<typeof createPaymentCalls>;

type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly bearer: string;
  readonly data: object | null;
  readonly limitMs?: number;
  readonly signal?: AbortSignal;
};

/** Calls about `pos-payment`, each made once on a fresh connection. */
export function createPaymentCalls(options: Omit<HttpCallerOptions, 'elapsed'>) {
  const call = createHttpCaller({ ...options, elapsed: () => performance.now() });
  const closing = new AbortController();
  return {
    ask({ method, path, bearer, data, limitMs = USUAL_LIMIT_MS, signal }: Asked): Promise<HttpOutcome> {
      // Registered before the call, because any field of the answer may repeat it.
      knowSecret(bearer);
      const limits: CallLimits = { connectMs: limitMs, answerMs: limitMs, totalMs: limitMs };
      return call({
        ...{ method, path, limits },
        headers: { authorization: `Bearer ${bearer}` },
        body: data === null ? null : JSON.stringify({ data }),
        mostBytes: method === 'GET' ? LARGEST_LIST_BYTES : LARGEST_RECORD_BYTES,
        signal: signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]),
      });
    },
    dispose: () => closing.abort(),
  };
}

/** The path of a list, at most so many records long. */
export const listPath = (filters: Readonly<Record<string, string>>, most: number): string =>
  `${PAYMENTS_PATH}?${new URLSearchParams({
    ...filters,
    'pagination[page]': '1',
    'pagination[pageSize]': String(most),
    'pagination[withCount]': 'false',
  })}`;

/** Refused by Strapi itself, with this status. */
export const isRefusal = (outcome: HttpOutcome, status: number): boolean =>
  outcome.kind === 'answered' && outcome.status === status && isOwnRefusal(status, bodyText(outcome));

/** The records of an answer in Strapi's own form; null for any other. */
export function readList(outcome: HttpOutcome): readonly unknown[] | null {
  if (outcome.kind === 'no-answer' || outcome.status !== 200) return null;
  const json = readJson(bodyText(outcome));
  const records = json === null ? null : memberOf(json, 'data');
  if (json === null || paginationOf(json) === null || !Array.isArray(records) || records.length > MOST_RECORDS) return null;
  return records;
}

export function failureOf(outcome: HttpOutcome): StrapiFailure {
  if (outcome.kind === 'no-answer') return outcome.code === TOO_LONG ? 'unreadable' : 'unreachable';
  const { status } = outcome;
  if (isRefusal(outcome, 401) || isRefusal(outcome, 403)) return 'not-authorised';
  // Strapi answers 404 where it has no such type, 405 where it has none to write to.
  if (isRefusal(outcome, 404) || status === 405) return 'type-missing';
  return status < 400 || status === 400 ? 'unreadable' : 'unreachable';
}
