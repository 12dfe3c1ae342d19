import { isIPv4 } from 'node:net';
import type { SecureContext } from 'node:tls';
import { parseProxyList, type Route } from './proxy-list.ts';

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Beginning with a slash, already percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly limits: CallLimits;
  /** A longer answer is given up before it is read: {@link TOO_LONG}. */
  readonly mostBytes?: number;
  /** The call ends with the answer's headers: where only the status counts, a receiver may say what it likes after it. */
  readonly statusOnly?: boolean;
  readonly signal: AbortSignal;
  /** Called once, just before the request's first byte goes to its socket. */
  readonly onWritten?: () => void;
};

/** A call's `code` when its answer was longer than allowed. */
export const TOO_LONG = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';

/** Milliseconds. */
export type CallLimits = {
  /** Until the connection is ready, with proxy and TLS. */
  readonly connectMs: number;
  /** From the request to the answer's headers, and then between parts of its body. */
  readonly answerMs: number;
  /** For the whole call; null if only the caller's signal ends it. */
  readonly totalMs: number | null;
};

export type HttpOutcome = HttpAnswer | NoAnswer;

/** A whole answer. `elapsedMs` counts from the request's first byte. */
export type HttpAnswer = {
  readonly kind: 'answered';
  readonly status: number;
  readonly contentType: string | null;
  /** The `Date` header: the server's time. */
  readonly date: string | null;
  /** The `retry-after` header, as it came. */
  readonly retryAfter: string | null;
  /** Unpacked. */
  readonly body: Buffer;
  readonly elapsedMs: number;
};

/**
 * No answer, or only a part of one. `written` false proves that nothing was sent; `elapsedMs` then counts from the call. `code` names the
 * cause: `ECONNREFUSED`, `ECONNRESET`, `ABORTED`, `TIME_LIMIT`, …
 */
export type NoAnswer = { readonly kind: 'no-answer'; readonly written: boolean; readonly code: string; readonly elapsedMs: number };

export type HttpCaller = (request: HttpRequest) => Promise<HttpOutcome>;

export type HttpCallerOptions = {
  /** `https:`; `http:` only to this machine itself. */
  readonly baseUrl: string;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
  /**
   * The proxies that Chromium would use for a URL, such as `PROXY proxy.example:8080; DIRECT`. Without this function every connection is
   * direct.
   */
  readonly resolveProxy?: ((url: string) => Promise<string>) | undefined;
  /** Trusted instead of the certificate authorities of the system and of Node. */
  readonly trusted?: SecureContext | undefined;
};

/**
 * Makes HTTP calls, each on a fresh connection that is closed afterwards. Nothing is ever repeated: no retry, no redirect, no HTTP/2. Never
 * throws. Of a failure it returns a code only, never a message, a header or a body.
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
      // undici and TLS are loaded at the first call, not at the program's start.
      const [{ openConnection }, { sendOnce }] = await Promise.all([import('./connection.ts'), import('./one-request.ts')]);
      const connecting = AbortSignal.any([signal, AbortSignal.timeout(limits.connectMs)]);
      const routes = await routesTo(url, resolveProxy, connecting);
      const socket = await openConnection(url, { routes, signal: connecting, trusted });
      const answer = await sendOnce(socket, url.origin, {
        ...request,
        headers: {
          accept: 'application/json',
          // Answers that are packed all the same are unpacked.
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

/**
 * The body as text; empty if there was no answer. Bytes that are not UTF-8 become replacement characters, so the text cannot be misread.
 */
export function bodyText(outcome: HttpOutcome): string {
  return outcome.kind === 'answered' ? outcome.body.toString('utf8') : '';
}

export function isSuccess(outcome: HttpOutcome): boolean {
  return outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
}

/** These calls carry the password and the token, so they are unencrypted only inside this machine. */
function mayCarrySecrets({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  const loopback = hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
  return protocol === 'http:' && loopback;
}

/** Proxy settings that cannot be read count as none: a direct connection does no harm. Waiting for them counts as connecting. */
async function routesTo(url: URL, resolveProxy: HttpCallerOptions['resolveProxy'], signal: AbortSignal): Promise<readonly Route[]> {
  // `http:` stays on this machine and needs no proxy.
  if (resolveProxy === undefined || url.protocol === 'http:') return parseProxyList('');
  const stopped = new Promise<string>((resolve) => {
    if (signal.aborted) resolve('');
    signal.addEventListener('abort', () => resolve(''), { once: true });
  });
  return parseProxyList(await Promise.race([resolveProxy(url.href).catch(() => ''), stopped]));
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // undici gives parser errors no code: the answer was not HTTP.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'NOT_HTTP';
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}
