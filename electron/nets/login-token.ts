import { failed, ok, type Result } from '../../shared/result.ts';
import type { HttpCaller, HttpOutcome } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { knowSecret, knowToken } from '../masking/secrets.ts';
import type { Clock } from '../payments/ports.ts';
import { LARGEST_LIST_BYTES } from './limits.ts';
import { isOwnRefusal } from './own-refusal.ts';
import { readTerminalIds } from './terminal-list.ts';
import { usableForMs } from './token-life.ts';
import { parseJsonObject } from './unambiguous-json.ts';

export type Credentials = { readonly username: string; readonly password: string };

/** `not-authorised`: Nets refused the log-in, or there are no credentials. With the other two Nets has not judged the credentials. */
export type LoginFailure = 'not-authorised' | 'unreachable' | 'unreadable';

export type LoginToken = {
  /** A token that stays valid for a whole payment. Logs in if there is none; callers that ask at the same time share one log-in. */
  get(): Promise<Result<string, LoginFailure>>;
  /** Call this when Nets refused a token. A newer token is kept, because the refusal may be of the older one. */
  invalidate(token: string): void;
  /** The network's code for why the last log-in got no answer; null if it was answered. */
  unansweredBecause(): string | null;
  /** How long the last log-in's answer told us to wait, in milliseconds; null if it did not say. */
  askedToWaitMs(): number | null;
};

export const LOGIN_LIMIT_MS = 10_000;

type Held = {
  readonly token: string;
  readonly credentials: Credentials;
  readonly usableMs: number;
  readonly atMs: number;
  readonly wallMs: number;
};

export function createLoginToken(parts: {
  readonly call: HttpCaller;
  readonly credentials: () => Credentials | null;
  readonly clock: Pick<Clock, 'elapsed' | 'wallTime'>;
  /** Aborts a running log-in. */
  readonly signal: AbortSignal;
  /** The terminals that came with the log-in. */
  readonly onTerminals: (ids: readonly string[]) => void;
}): LoginToken {
  const { call, clock } = parts;
  let held: Held | null = null;
  let askedToWaitMs: number | null = null;
  let unanswered: string | null = null;
  let underWay: { readonly credentials: Credentials; readonly result: Promise<Result<string, LoginFailure>> } | null = null;

  async function logIn(credentials: Credentials): Promise<Result<string, LoginFailure>> {
    const { username, password } = credentials;
    // Registered before the call, because the answer may repeat the password.
    knowSecret(password);
    const outcome = await call({
      method: 'POST',
      path: '/v1/login',
      headers: {},
      body: JSON.stringify({ username, password }),
      limits: { connectMs: LOGIN_LIMIT_MS, answerMs: LOGIN_LIMIT_MS, totalMs: LOGIN_LIMIT_MS },
      mostBytes: LARGEST_LIST_BYTES,
      signal: parts.signal,
    });
    unanswered = outcome.kind === 'no-answer' ? outcome.code : null;
    askedToWaitMs = outcome.kind === 'answered' ? retryAfterMs(outcome, Date.parse(clock.wallTime())) : null;
    const answer = readLogin(outcome);
    if (!answer.ok) return answer;
    const { token, terminals, date } = answer.value;
    knowToken(token);
    const wallMs = Date.parse(clock.wallTime());
    const netsMs = date === null ? Number.NaN : Date.parse(date);
    const usableMs = usableForMs(token, Number.isNaN(netsMs) ? wallMs : netsMs);
    held = { token, credentials, usableMs, atMs: clock.elapsed(), wallMs };
    // An empty list may only mean that this answer carries none. `GET terminal` brings the list then.
    if (terminals !== null && terminals.length > 0) parts.onTerminals(terminals);
    return ok(token);
  }

  return {
    async get() {
      const credentials = parts.credentials();
      if (credentials === null) return failed('not-authorised');
      if (held !== null && isSame(held.credentials, credentials) && isFresh(held, clock)) return ok(held.token);
      if (underWay !== null && isSame(underWay.credentials, credentials)) return underWay.result;
      const mine = { credentials, result: logIn(credentials) };
      underWay = mine;
      try {
        return await mine.result;
      } finally {
        if (underWay === mine) underWay = null;
      }
    },
    invalidate(token) {
      if (held?.token === token) held = null;
    },
    unansweredBecause: () => unanswered,
    askedToWaitMs: () => askedToWaitMs,
  };
}

function isFresh({ usableMs, atMs, wallMs }: Held, clock: Pick<Clock, 'elapsed' | 'wallTime'>): boolean {
  // Monotonic time may stop while the PC sleeps, and wall time may be set back. So the larger of the two is the age.
  return Math.max(clock.elapsed() - atMs, Date.parse(clock.wallTime()) - wallMs) < usableMs;
}

function isSame(a: Credentials, b: Credentials): boolean {
  return a.username === b.username && a.password === b.password;
}

type Login = { readonly token: string; readonly terminals: readonly string[] | null; readonly date: string | null };

function readLogin(outcome: HttpOutcome): Result<Login, LoginFailure> {
  if (outcome.kind === 'no-answer') return failed('unreachable');
  const { status, date } = outcome;
  const body = outcome.body.toString('utf8');
  const json = parseJsonObject(body);
  if (status >= 500 || status === 429 || status === 408) return failed('unreachable');
  if (status >= 400) {
    // An HTML page or JSON of another form comes from a proxy or a hotel network. It says nothing about our password.
    const isRefused = [400, 401, 403, 422, 423].includes(status) && isOwnRefusal(outcome.contentType, body);
    return failed(isRefused ? 'not-authorised' : 'unreadable');
  }
  const token = json === null ? null : memberOf(json, 'token');
  // A text that cannot be sent in a header is not a token.
  if (status < 200 || status >= 300 || json === null || typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token))
    return failed('unreadable');
  return ok({ token, terminals: readTerminalIds(memberOf(json, 'terminals')), date });
}
