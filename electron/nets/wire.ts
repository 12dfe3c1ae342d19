import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import type { TransactionRecord } from '../payments/core/outcome.ts';
import { missingRecord, type ReadRecord, readRecord } from './result-record.ts';
import { parseJsonObject } from './unambiguous-json.ts';
import { readCode, readOrderId, readText } from './wire-values.ts';

/** What an answer's body holds, read leniently. It does not judge what that means. */
export type WireAnswer = {
  /** Whether the body is one JSON object. If not, everything below is empty. */
  readonly isJson: boolean;
  /** Every result record in `result` and `failure`. If there are several, the reader must compare them. */
  readonly records: readonly TransactionRecord[];
  /** `result` holds something. */
  readonly hasResult: boolean;
  /** `failure`, or `error` in its place, holds a text, a code or a record. A `message` alone may be a friendly one and does not count. */
  readonly hasFailure: boolean;
  /** The failure's text, cut but not masked: only for matching, never to be stored like this. */
  readonly failureText: string | null;
  /** The order id inside the failure itself. */
  readonly failureOrderId: string | null;
  /** A four-digit error code. */
  readonly errorCode: string | null;
  /** The failure text and the records' rejection reasons. */
  readonly reasons: readonly string[];
};

const NOTHING: WireAnswer = {
  isJson: false,
  records: [],
  hasResult: false,
  hasFailure: false,
  failureText: null,
  failureOrderId: null,
  errorCode: null,
  reasons: [],
};
const LONGEST_TEXT = 2_000;
/** The interface sends one. More than this many cannot be judged and count as one unreadable record. */
const MOST_RECORDS = 10;

/** Reads the answer to a money call. Never throws, whatever the body is. */
export function readWire(body: string): WireAnswer {
  const root = parseJsonObject(body);
  if (root === null) return NOTHING;
  const result = memberOf(root, 'result');
  const failure = memberOf(root, 'failure');

  const inResult = recordsOfResult(result, root);
  // One that is neither a text nor an object cannot be read, and may contradict the result: it counts as an unreadable record.
  const inFailure = isJsonObject(failure)
    ? readRecord(memberOf(failure, 'localModeEventArgs'), [failure])
    : isUnreadable(failure)
      ? missingRecord()
      : null;
  const found = inFailure === null ? inResult : [...inResult, inFailure];
  // Two different references would be two charges, even if neither may be stored. Such a pair gets an unreadable record added, so it proves
  // nothing.
  const all = new Set(found.flatMap(({ stanWritten }) => stanWritten ?? [])).size > 1 ? [...found, missingRecord()] : found;

  // Other calls of the API refuse with `error` or `message` and no `failure`. Beside a result, such a text is not a failure.
  const outer = inResult.length === 0 && failure === undefined ? root : null;
  const failureText = readFailureText(outer ?? failure);
  const errorCode = readErrorCode(outer ?? failure) ?? codeInText(failureText);
  const says = (failureText !== null || errorCode !== null) && (outer === null || memberOf(outer, 'error') !== undefined);
  return {
    isJson: true,
    records: all.map(({ record }) => record),
    hasResult: inResult.length > 0,
    hasFailure: inFailure !== null || says,
    failureText,
    failureOrderId: isJsonObject(failure) ? readOrderId(failure) : null,
    errorCode,
    reasons: [...(failureText === null ? [] : [failureText]), ...all.flatMap(({ reasons }) => reasons)],
  };
}

/** A failure without a word, as some answers have it beside a good result. */
export const isNoFailure = (failure: unknown): boolean =>
  failure === undefined ||
  failure === null ||
  failure === '' ||
  failure === false ||
  (typeof failure === 'object' && Object.keys(failure).length === 0);

const isUnreadable = (failure: unknown): boolean => typeof failure !== 'string' && !isNoFailure(failure);

/** `result` is an array of one element; a bare object is taken as that element. An element without a record counts as an unreadable one. */
function recordsOfResult(result: unknown, root: JsonObject): readonly ReadRecord[] {
  if (result === undefined || result === null || result === '') return [];
  const elements: readonly unknown[] = Array.isArray(result)
    ? result
    : isJsonObject(result) && Object.keys(result).length === 0
      ? []
      : [result];
  if (elements.length > MOST_RECORDS) return [missingRecord()];
  return elements.map((element) => {
    if (!isJsonObject(element)) return missingRecord();
    return readRecord(memberOf(element, 'localModeEventArgs'), [element, root]) ?? missingRecord();
  });
}

/** `failure` is an object with `error`, or a bare string. */
function readFailureText(failure: unknown): string | null {
  if (!isJsonObject(failure)) return readText(failure, LONGEST_TEXT);
  const error = memberOf(failure, 'error');
  const nested = isJsonObject(error) ? (memberOf(error, 'message') ?? memberOf(error, 'text')) : error;
  return readText(nested, LONGEST_TEXT) ?? readText(memberOf(failure, 'message'), LONGEST_TEXT);
}

function readErrorCode(failure: unknown): string | null {
  if (!isJsonObject(failure)) return null;
  for (const source of [failure, memberOf(failure, 'error')]) {
    if (!isJsonObject(source)) continue;
    for (const name of ['code', 'errorCode', 'ErrorCode']) {
      const code = readCode(memberOf(source, name), /^\d{4}$/);
      if (code !== null) return code;
    }
  }
  return null;
}

/**
 * Finds a code that stands by itself, as in `8013 Invalid terminal ID`, `Error 8013: …`, `… (8013)`; never four digits of a longer number.
 */
function codeInText(text: string | null): string | null {
  if (text === null) return null;
  const found =
    /^\W{0,3}(\d{4})(?!\d)/.exec(text) ??
    /(?:error|code|virhe|fel|feil|fejl)\W{0,3}(\d{4})(?!\d)/i.exec(text) ??
    /[([](\d{4})[)\]]/.exec(text);
  return found?.[1] ?? null;
}
