import type { SecureContext } from 'node:tls';
import { failed, ok, type Result } from '../../shared/result.ts';
import { bodyText, createHttpCaller, type HttpCaller, TOO_LONG } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
import { rememberFailure } from '../http/last-failure.ts';
import { knowSecret } from '../masking/secrets.ts';
import type { SourceFailure, TerminalSource } from '../terminals/ports.ts';
import { isOwnRefusal, paginationOf, readJson } from './answer.ts';
import { type ReadRecord, readRecords, withoutDuplicates } from './records.ts';

const PAGE_SIZE = 100;
/**
 * More terminals than any customer has. Every poll sorts and stores the list and sends it to the window, which must not block the program.
 * A longer list is refused, and the last one stays.
 */
const MOST_TERMINALS = 2_000;
/** Ends the reading if a server sends smaller pages than we ask for. */
const MOST_PAGES = MOST_TERMINALS / PAGE_SIZE;
/**
 * A page of a hundred records: five kilobytes a record, ten times what the content type needs. Reading this much JSON takes milliseconds.
 */
const LARGEST_PAGE_BYTES = 524_288;
const CALL_LIMIT_MS = 10_000;
/** For all pages together. */
const LIST_LIMIT_MS = 30_000;

export type StrapiTerminals = TerminalSource & {
  /** The network's code for why the last call got no answer; null if it was answered. */
  lastFailure(): string | null;
  /** Aborts a running call and asks nothing more. */
  dispose(): void;
};

type Page = { readonly records: readonly unknown[]; readonly pages: number; readonly total: number };

/** The terminals that the customer keeps in Strapi. Reads every page or nothing: with a page missing, terminals would look deleted. */
export function createStrapiTerminals(options: {
  /** `https:`; `http:` only to this machine itself. */
  readonly baseUrl: string;
  /** A read-only API token, read at each call; null if there is none. */
  readonly token: () => string | null;
  readonly resolveProxy?: (url: string) => Promise<string>;
  readonly trusted?: SecureContext;
}): StrapiTerminals {
  const { baseUrl, token, resolveProxy, trusted } = options;
  const { call, lastFailure } = rememberFailure(createHttpCaller({ baseUrl, elapsed: () => performance.now(), resolveProxy, trusted }));
  const disposed = new AbortController();

  return {
    async list() {
      const bearer = token();
      if (bearer === null) return failed('secrets-missing');
      // Registered before the call, because any field of the answer may repeat it.
      knowSecret(bearer);
      const signal = AbortSignal.any([disposed.signal, AbortSignal.timeout(LIST_LIMIT_MS)]);
      const records = await readAll((page) => readPage(call, page, bearer, signal));
      return records.ok ? ok(withoutDuplicates(records.value)) : records;
    },
    lastFailure,
    dispose: () => disposed.abort(),
  };
}

/** If somebody edits the list between two pages, everything is read once more. If it changes again, the next poll reads it. */
async function readAll(
  read: (page: number) => Promise<Result<Page, SourceFailure>>,
): Promise<Result<readonly ReadRecord[], SourceFailure>> {
  for (const again of [true, false]) {
    let records: readonly ReadRecord[] = [];
    const first = await read(1);
    if (!first.ok) return first;
    const { pages, total } = first.value;
    if (pages > MOST_PAGES || total > MOST_TERMINALS) return failed('unreadable');
    records = readRecords(first.value.records, 0);
    let moved = false;
    for (let number = 2; number <= pages && !moved; number += 1) {
      const next = await read(number);
      if (!next.ok) return next;
      records = [...records, ...readRecords(next.value.records, records.length)];
      moved = next.value.total !== total;
    }
    if (!moved && records.length === total) return ok(records);
    if (!again) break;
  }
  return failed('unreadable');
}

async function readPage(call: HttpCaller, page: number, bearer: string, signal: AbortSignal): Promise<Result<Page, SourceFailure>> {
  const query = `populate=pointOfSale&sort=id:asc&pagination[page]=${page}&pagination[pageSize]=${PAGE_SIZE}&pagination[withCount]=true`;
  const outcome = await call({
    method: 'GET',
    path: `/api/payment-terminals?${encodeURI(query)}`,
    headers: { authorization: `Bearer ${bearer}` },
    body: null,
    limits: { connectMs: CALL_LIMIT_MS, answerMs: CALL_LIMIT_MS, totalMs: CALL_LIMIT_MS },
    mostBytes: LARGEST_PAGE_BYTES,
    signal,
  });
  // A server answered, but the answer is too long to be read.
  if (outcome.kind === 'no-answer') return failed(outcome.code === TOO_LONG ? 'unreadable' : 'unreachable');
  const { status } = outcome;
  if (status === 401 || status === 403) return failed(isOwnRefusal(status, bodyText(outcome)) ? 'not-authorised' : 'unreachable');
  if (status >= 500 || status === 429 || status === 408) return failed('unreachable');
  const read = status === 200 ? readPageBody(bodyText(outcome)) : null;
  return read === null ? failed('unreadable') : ok(read);
}

function readPageBody(body: string): Page | null {
  const json = readJson(body);
  if (json === null) return null;
  const records = memberOf(json, 'data');
  const pagination = paginationOf(json);
  if (!Array.isArray(records) || records.length > PAGE_SIZE || pagination === null) return null;
  const pages = memberOf(pagination, 'pageCount');
  const total = memberOf(pagination, 'total');
  return isCount(pages) && isCount(total) ? { records, pages, total } : null;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
