import { isIPv4 } from 'node:net';
import type { SecureContext } from 'node:tls';
import { parseProxyList, type Route } from './proxy-list.ts';

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Beginning with a slash, already percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly limits: CallLimits;
  /** An answer that goes on for longer is given up, before anybody reads it: {@link TOO_LONG}. */
  readonly mostBytes?: number;
  readonly signal: AbortSignal;
  /** Called once, just before the request's first byte goes to its socket. */
  readonly onWritten?: () => void;
};

/** What a call's `code` is when its answer was longer than it may be. */
export const TOO_LONG = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';

/** Milliseconds. */
export type CallLimits = {
  /** To a connection that is ready, proxy and TLS included. */
  readonly connectMs: number;
  /** From the request to the answer's head, and then between parts of its body. */
  readonly answerMs: number;
  /** Over all; null where the caller's signal ends the call. */
  readonly totalMs: number | null;
};

export type HttpOutcome = HttpAnswer | NoAnswer;

/** A whole answer. `elapsedMs` counts from the request's first byte. */
export type HttpAnswer = {
  readonly kind: 'answered';
  readonly status: number;
  readonly contentType: string | null;
  /** The `Date` header: what time it is for Nets. */
  readonly date: string | null;
  /** The `retry-after` header, as it came. */
  readonly retryAfter: string | null;
  /** Unpacked. */
  readonly body: Buffer;
  readonly elapsedMs: number;
};

/**
 * No answer, or not a whole one. `written` false is proof that nothing was sent; then `elapsedMs` counts from the call.
 * `code` names the cause: `ECONNREFUSED`, `ECONNRESET`, `ABORTED`, `TIME_LIMIT`, …
 */
export type NoAnswer = { readonly kind: 'no-answer'; readonly written: boolean; readonly code: string; readonly elapsedMs: number };

export type HttpCaller = (request: HttpRequest) => Promise<HttpOutcome>;

export type HttpCallerOptions = {
  /** `https:`; `http:` only to this machine itself. */
  readonly baseUrl: string;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
  /** Chromium's answer for a URL, such as `PROXY proxy.example:8080; DIRECT`. Without it every connection is direct. */
  readonly resolveProxy?: ((url: string) => Promise<string>) | undefined;
  /** Whom to trust instead of the system's and the bundled authorities. */
  readonly trusted?: SecureContext | undefined;
};

/**
 * Makes HTTP calls, each on a fresh connection of its own that is closed afterwards. Nothing is ever repeated: no retry, no
 * redirect, no HTTP/2. Never throws; what it tells of a failure is a code, never a message, a header or a body.
 */
export function createHttpCaller({ baseUrl, elapsed, resolveProxy, trusted }: HttpCallerOptions): HttpCaller {
  const url = new URL(baseUrl);
  const prefix = url.pathname.replace(/\/+$/, '');

  return async ({ limits, signal: wanted, onWritten, ...request }) => {
    let since = elapsed();
    let written = false;
    const markWritten = (): void => {
      if (written) return;
      written = true;
      since = elapsed();
      onWritten?.();
    };
    const noAnswer = (code: string): NoAnswer => ({ kind: 'no-answer', written, code, elapsedMs: elapsed() - since });
    const limit = limits.totalMs === null ? null : AbortSignal.timeout(limits.totalMs);
    const signal = limit === null ? wanted : AbortSignal.any([wanted, limit]);

    if (wanted.aborted) return noAnswer('ABORTED');
    if (!mayCarrySecrets(url)) return noAnswer('INSECURE_URL');
    try {
      // undici and TLS are loaded by the first call, not at the program's start.
      const [{ openConnection }, { sendOnce }] = await Promise.all([import('./connection.ts'), import('./one-request.ts')]);
      const connecting = AbortSignal.any([signal, AbortSignal.timeout(limits.connectMs)]);
      const routes = await routesTo(url, resolveProxy, connecting);
      const socket = await openConnection(url, { routes, signal: connecting, trusted });
      const answer = await sendOnce(socket, url.origin, {
        ...request,
        headers: {
          accept: 'application/json',
          // Whoever packs an answer all the same is read as well.
          'accept-encoding': 'identity',
          ...(request.body === null ? {} : { 'content-type': 'application/json' }),
          ...request.headers,
        },
        path: `${prefix}${request.path}`,
        answerMs: limits.answerMs,
        signal,
        onWritten: markWritten,
      });
      return { kind: 'answered', ...answer, elapsedMs: elapsed() - since };
    } catch (error) {
      if (wanted.aborted) return noAnswer('ABORTED');
      return noAnswer(limit?.aborted === true ? 'TIME_LIMIT' : codeOf(error));
    }
  };
}

/** The body as text; empty where there was no answer. What is no UTF-8 becomes unreadable, not wrong. */
export function bodyText(outcome: HttpOutcome): string {
  return outcome.kind === 'answered' ? outcome.body.toString('utf8') : '';
}

export function isSuccess(outcome: HttpOutcome): boolean {
  return outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
}

/** The password and the token travel in these calls: in clear only where they do not leave the machine. */
function mayCarrySecrets({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  const loopback = hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
  return protocol === 'http:' && loopback;
}

/** Proxy settings that cannot be read are none: a direct connection does no harm. Waiting for them counts as connecting. */
async function routesTo(url: URL, resolveProxy: HttpCallerOptions['resolveProxy'], signal: AbortSignal): Promise<readonly Route[]> {
  // `http:` stays on this machine, where no proxy has any business.
  if (resolveProxy === undefined || url.protocol === 'http:') return parseProxyList('');
  const stopped = new Promise<string>((resolve) => {
    if (signal.aborted) resolve('');
    signal.addEventListener('abort', () => resolve(''), { once: true });
  });
  return parseProxyList(await Promise.race([resolveProxy(url.href).catch(() => ''), stopped]));
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // undici gives its parser's errors no code: what came was no HTTP.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'NOT_HTTP';
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}
