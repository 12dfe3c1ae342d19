import type { SecureContext } from 'node:tls';
import { failed, ok, type Result } from '../../shared/result.ts';
import { bodyText, createHttpCaller, type HttpCaller, type HttpOutcome, isSuccess, TOO_LONG } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
import { rememberFailure } from '../http/last-failure.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import type { LookupAnswer } from '../payments/core/outcome.ts';
import type { Answered, CardTerminal, Clock } from '../payments/ports.ts';
import { createAuthorisedCaller, noTokenCode } from './authorised-call.ts';
import { createCancelCall } from './cancel-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import { LARGEST_LIST_BYTES } from './limits.ts';
import { type Credentials, createLoginToken, type LoginFailure } from './login-token.ts';
import { readLookupAnswer } from './lookup.ts';
import { createMoneyCalls } from './money-calls.ts';
import { isUnauthorised } from './own-refusal.ts';
import { readTerminalIds } from './terminal-list.ts';
import { terminalPath } from './terminal-path.ts';
import { parseJsonObject } from './unambiguous-json.ts';
import { readWire } from './wire.ts';

const LIST_LIMIT_MS = 10_000;
const LOOKUP_LIMIT_MS = 60_000;

export type NetsCardTerminal = CardTerminal & {
  /** The terminals that this log-in may use. Being listed does not prove that a device is switched on. */
  listTerminals(): Promise<Result<readonly string[], LoginFailure>>;
  /** Nets' clock minus this PC's in milliseconds, from the `Date` header of the last answer; null before the first answer. */
  clockOffset(): number | null;
  /** The network's code for why the last call got no answer; null if it was answered. */
  lastFailure(): string | null;
  /** Aborts all running calls and sends nothing more. */
  dispose(): void;
};

export type NetsCardTerminalOptions = {
  readonly baseUrl: string;
  /** Called whenever a token is needed; null if there are no credentials. */
  readonly credentials: () => Credentials | null;
  readonly clock?: Pick<Clock, 'elapsed' | 'wallTime'>;
  /** The proxies that Chromium would use for a URL, such as `PROXY proxy.example:8080; DIRECT`. */
  readonly resolveProxy?: (url: string) => Promise<string>;
  /** Trusted instead of the certificate authorities of the system and of Node. */
  readonly trusted?: SecureContext;
};

const machineClock = { elapsed: () => performance.now(), wallTime: () => new Date().toISOString() };

/** Something else answered in Nets' place, or Nets asks us to wait. Nets' own 401 and 403 are handled before this. */
const isOutOfReach = (status: number): boolean => status >= 500 || [401, 403, 408, 429].includes(status);

const unreachable = (retryAfter: number | null): LookupAnswer => ({
  kind: 'unreachable',
  ...(retryAfter === null ? {} : { retryAfterMs: retryAfter }),
});

const withOffset = (answer: LookupAnswer, clockOffsetMs: number | null): LookupAnswer =>
  answer.kind === 'record' && clockOffsetMs !== null ? { ...answer, clockOffsetMs } : answer;

/** Card terminals through Nets Connect@Cloud's REST API (`nets-connect-cloud.md`). */
export function createNetsCardTerminal(options: NetsCardTerminalOptions): NetsCardTerminal {
  const { baseUrl, credentials, clock = machineClock, resolveProxy, trusted } = options;
  const disposed = new AbortController();
  const { signal } = disposed;
  let listed: ReadonlySet<string> | null = null;
  const onTerminals = (ids: readonly string[]): void => {
    listed = new Set(ids);
  };
  const isListed = (terminalId: string): boolean | null => listed?.has(terminalId) ?? null;

  const { call: send, lastFailure } = rememberFailure(createHttpCaller({ baseUrl, elapsed: clock.elapsed, resolveProxy, trusted }));
  let clockOffset: number | null = null;
  const offsetOf = (outcome: HttpOutcome): number | null => {
    const theirs = outcome.kind === 'answered' && outcome.date !== null ? Date.parse(outcome.date) : Number.NaN;
    return Number.isNaN(theirs) ? null : theirs - Date.parse(clock.wallTime());
  };
  /** Takes Nets' time from every answer. */
  const call: HttpCaller = async (request) => {
    const outcome = await send(request);
    clockOffset = offsetOf(outcome) ?? clockOffset;
    return outcome;
  };
  const login = createLoginToken({ call, credentials, clock, signal, onTerminals });
  const ask = createAuthorisedCaller({ call, login, clock, signal });
  const open = new Map<string, symbol>();

  async function lookup(terminalId: string): Promise<Answered<LookupAnswer>> {
    const path = terminalPath(terminalId);
    if (path === null) return { outcome: { kind: 'unreadable' }, evidence: noEvidence('INVALID_TERMINAL_ID') };
    const asked = await ask({ method: 'GET', path: `${path}/transaction`, body: null }, { totalMs: LOOKUP_LIMIT_MS });
    if (asked.kind !== 'called') {
      const refused = asked.kind === 'no-token' && asked.why === 'not-authorised';
      const outcome: LookupAnswer = refused ? { kind: 'not-authorised' } : unreachable(login.askedToWaitMs());
      return { outcome, evidence: noEvidence(noTokenCode(asked, login)) };
    }
    const { outcome: http } = asked;
    const body = bodyText(http);
    const read: LookupAnswer = http.kind === 'answered' ? readLookupAnswer(http.status, body, http.contentType) : { kind: 'unreachable' };
    const isAsked = read.kind === 'unreachable' && http.kind === 'answered';
    const outcome = isAsked
      ? { ...read, ...unreachable(retryAfterMs(http, Date.parse(clock.wallTime()))) }
      : withOffset(read, offsetOf(http));
    const record = outcome.kind === 'record' ? outcome.record : null;
    return { outcome, evidence: evidenceOf(http, { record, failureText: readWire(body).failureText }) };
  }

  async function listTerminals(): Promise<Result<readonly string[], LoginFailure>> {
    const asked = await ask({ method: 'GET', path: '/v1/terminal', body: null }, { totalMs: LIST_LIMIT_MS, mostBytes: LARGEST_LIST_BYTES });
    if (asked.kind !== 'called') return failed(asked.kind === 'no-token' ? asked.why : 'unreachable');
    const { outcome } = asked;
    if (isUnauthorised(outcome)) return failed('not-authorised');
    if (outcome.kind === 'no-answer') return failed(outcome.code === TOO_LONG ? 'unreadable' : 'unreachable');
    if (isOutOfReach(outcome.status)) return failed('unreachable');
    const json = parseJsonObject(bodyText(outcome));
    const ids = json === null || !isSuccess(outcome) ? null : readTerminalIds(memberOf(json, 'terminals'));
    if (ids === null) return failed('unreadable');
    onTerminals(ids);
    return ok(ids);
  }

  return {
    async clear() {
      const token = await login.get();
      if (token.ok) return ok(null);
      return failed(token.error === 'not-authorised' ? 'not-authorised' : 'not-sent');
    },
    ...createMoneyCalls({ call, login, signal, isListed, open }),
    cancelAction: createCancelCall({ ask, login, open }),
    lookup,
    listTerminals,
    clockOffset: () => clockOffset,
    lastFailure,
    dispose: () => disposed.abort(),
  };
}
