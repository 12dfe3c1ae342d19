import type { SecureContext } from 'node:tls';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Reconciler } from '../day-close/ports.ts';
import { createHttpCaller } from '../http/http-call.ts';
import { rememberFailure } from '../http/last-failure.ts';
import type { CardTerminal, Clock } from '../payments/ports.ts';
import { createAuthorisedCaller } from './authorised-call.ts';
import { createCancelCall } from './cancel-call.ts';
import { createListCall } from './list-call.ts';
import { type Credentials, createLoginToken, type LoginFailure } from './login-token.ts';
import { createLookupCall } from './lookup-call.ts';
import { createMoneyCalls } from './money-calls.ts';
import { createNetsClock } from './nets-clock.ts';
import { createReconcileCall } from './reconcile-call.ts';

export type NetsCardTerminal = CardTerminal &
  Reconciler & {
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
  const { call, offset, offsetOf } = createNetsClock(send, clock);
  const login = createLoginToken({ call, credentials, clock, signal, onTerminals });
  const ask = createAuthorisedCaller({ call, login, clock, signal });
  const open = new Map<string, symbol>();

  return {
    async clear() {
      const token = await login.get();
      if (token.ok) return ok(null);
      return failed(token.error === 'not-authorised' ? 'not-authorised' : 'not-sent');
    },
    ...createMoneyCalls({ call, login, signal, isListed, open }),
    cancelAction: createCancelCall({ ask, login, open }),
    lookup: createLookupCall({ ask, login, clock, offsetOf }),
    reconcile: createReconcileCall({ call, login, signal }),
    listTerminals: createListCall({ ask, onTerminals }),
    clockOffset: offset,
    lastFailure,
    dispose: () => disposed.abort(),
  };
}
