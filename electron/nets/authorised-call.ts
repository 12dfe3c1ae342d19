import { networkCause } from '../../shared/network-cause.ts';
import type { HttpAnswer, HttpCaller, HttpOutcome, HttpRequest } from '../http/http-call.ts';
import type { Clock } from '../payments/ports.ts';
import { LARGEST_ANSWER_BYTES } from './limits.ts';
import type { LoginFailure, LoginToken } from './login-token.ts';
import { isUnauthorised } from './own-refusal.ts';

export type ReadOnlyRequest = Pick<HttpRequest, 'method' | 'path' | 'body'>;

export type AuthorisedOutcome =
  | { readonly kind: 'called'; readonly outcome: HttpOutcome; readonly token: string }
  | { readonly kind: 'no-token'; readonly why: LoginFailure }
  /** When the token arrived, the caller no longer wanted the call. Nothing was sent. */
  | { readonly kind: 'withdrawn' };

export type AuthorisedCaller = ReturnType<typeof createAuthorisedCaller>;

export const CONNECT_LIMIT_MS = 10_000;

/** Why nothing was sent: the code that is written into the evidence. */
const LOGIN_CODES: Record<LoginFailure, string> = {
  'not-authorised': 'LOGIN_REFUSED',
  unreachable: 'LOGIN_UNREACHABLE',
  unreadable: 'LOGIN_UNREADABLE',
};

/** Adds the network's own code where somebody can act on it: `LOGIN_UNREACHABLE PROXY_407`. */
export function loginCode(failure: LoginFailure, login: Pick<LoginToken, 'unansweredBecause'>): string {
  const because = failure === 'unreachable' ? login.unansweredBecause() : null;
  return networkCause(because) === null ? LOGIN_CODES[failure] : `${LOGIN_CODES[failure]} ${because}`;
}

export function noTokenCode(outcome: Exclude<AuthorisedOutcome, { kind: 'called' }>, login: Pick<LoginToken, 'unansweredBecause'>): string {
  return outcome.kind === 'withdrawn' ? 'WITHDRAWN' : loginCode(outcome.why, login);
}

/** The header of every call that needs a log-in. Its name is in lower case: Nets' WebSocket accepts nothing else. */
export function authorised(token: string): Readonly<Record<string, string>> {
  return { authorization: `bearer ${token}` };
}

/**
 * Makes calls that move no money. If Nets refuses the token, the call is repeated once with a fresh one. Money calls do not use this
 * function: they are never sent twice.
 */
export function createAuthorisedCaller(parts: {
  readonly call: HttpCaller;
  readonly login: LoginToken;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly signal: AbortSignal;
}) {
  const { call, login, clock, signal } = parts;

  return async (
    request: ReadOnlyRequest,
    options: {
      /** Limit for everything together, with the log-in and the repeat. */
      readonly totalMs: number;
      /** Default: {@link LARGEST_ANSWER_BYTES}. */
      readonly mostBytes?: number;
      readonly stillWanted?: () => boolean;
      readonly mayRepeat?: (answer: HttpAnswer) => boolean;
    },
  ): Promise<AuthorisedOutcome> => {
    const { totalMs, mostBytes = LARGEST_ANSWER_BYTES, stillWanted = () => true, mayRepeat = () => true } = options;
    const startedAt = clock.elapsed();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(totalMs)]);

    for (let attempt = 1; ; attempt += 1) {
      const token = await unlessStopped(login.get(), limit);
      if (token === null) return { kind: 'no-token', why: 'unreachable' };
      if (!token.ok) return { kind: 'no-token', why: token.error };
      if (!stillWanted()) return { kind: 'withdrawn' };
      const left = Math.max(1, Math.ceil(totalMs - (clock.elapsed() - startedAt)));
      const limits = { connectMs: Math.min(left, CONNECT_LIMIT_MS), answerMs: left, totalMs: left };
      const outcome = await call({ ...request, headers: authorised(token.value), limits, mostBytes, signal });
      if (!isUnauthorised(outcome)) return { kind: 'called', outcome, token: token.value };
      login.invalidate(token.value);
      const again = attempt === 1 && outcome.kind === 'answered' && mayRepeat(outcome);
      if (!again) return { kind: 'called', outcome, token: token.value };
    }
  };
}

/** The value, or null when the signal ends the wait. The work itself is not stopped: other callers may be waiting for it. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
