import { request } from 'node:http';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, connect as connectTls, type SecureContext } from 'node:tls';
import { trustedAuthorities } from './certificates.ts';
import { finalStatus } from './final-status.ts';
import type { Route } from './proxy-list.ts';

/** Keep-alive probes begin after this time. They notice a dead peer, and so a lost answer, long before any time limit. */
const KEEP_ALIVE_AFTER_MS = 15_000;

/** Why no connection was made. It holds only a code, because messages could hold addresses or more. */
export class ConnectionError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'ConnectionError';
    this.code = code;
  }
}

export type ConnectionOptionsForNets = {
  /** Tried in order until one connects. This is safe: no byte of the request has been sent yet. */
  readonly routes: readonly Route[];
  /** Ends the attempt with the code `CONNECT_TIMEOUT`. A caller that aborted knows that itself. */
  readonly signal: AbortSignal;
  /** Trusted instead of the certificate authorities of the system and of Node. */
  readonly trusted?: SecureContext | undefined;
};

/**
 * Opens one fresh connection to the URL's host, with TLS. No request is written here, so any failure here proves that nothing was sent.
 * @throws {Error} with a `code`
 */
export async function openConnection(url: URL, options: ConnectionOptionsForNets): Promise<Socket> {
  // Done before the first socket is opened: a socket that fails while nobody listens to its errors would end the program.
  const encrypted = url.protocol === 'https:' || options.routes.some((route) => route.kind === 'proxy' && route.secure);
  const trusted = options.trusted ?? (encrypted ? await withinLimit(trustedAuthorities(), options.signal) : undefined);
  return connect(url, { ...options, trusted });
}

/** Waiting for certificates must not hold up a sale beyond its limit. Nothing was sent yet. */
function withinLimit<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (): void => reject(new ConnectionError('CONNECT_TIMEOUT'));
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });
}

async function connect(url: URL, options: ConnectionOptionsForNets): Promise<Socket> {
  let failure: unknown = new ConnectionError('PROXY_UNSUPPORTED');
  for (const route of options.routes) {
    try {
      const socket =
        route.kind === 'direct' ? await openTcp(hostOf(url), portOf(url), options.signal) : await openTunnel(route, url, options);
      return url.protocol === 'https:' ? await secure(socket, hostOf(url), options) : socket;
    } catch (error) {
      failure = error;
      if (options.signal.aborted) break;
    }
  }
  throw failure;
}

async function openTcp(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  if (signal.aborted) throw new ConnectionError('CONNECT_TIMEOUT');
  const socket = connectTcp({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_AFTER_MS });
  await until('connect', socket, signal);
  return socket;
}

async function secure(socket: Socket, host: string, { signal, trusted }: ConnectionOptionsForNets): Promise<Socket> {
  const options: ConnectionOptions = {
    socket,
    host,
    ...(trusted === undefined ? {} : { secureContext: trusted }),
    // Set here, because NODE_TLS_REJECT_UNAUTHORIZED would switch Node's default off. Administrators set it for other programs.
    rejectUnauthorized: true,
    checkServerIdentity,
    // One request per connection. With HTTP/2 a server may ask to have a stream sent again.
    ALPNProtocols: ['http/1.1'],
  };
  const secured = connectTls(isIP(host) === 0 ? { ...options, servername: host } : options);
  // Node's `--tls-keylog` would write the keys of every connection into a file; they decrypt the password too.
  secured.removeAllListeners('keylog');
  await until('secureConnect', secured, signal);
  return secured;
}

/** CONNECT is sent by node:http and not by undici, so that it can never be taken for the request itself. */
async function openTunnel(route: Extract<Route, { kind: 'proxy' }>, url: URL, options: ConnectionOptionsForNets): Promise<Socket> {
  const plain = await openTcp(route.host, route.port, options.signal);
  const socket = route.secure ? await secure(plain, route.host, options) : plain;
  const authority = `${url.hostname}:${portOf(url)}`;
  await new Promise<void>((resolve, reject) => {
    const { signal } = options;
    const asking = request({ method: 'CONNECT', path: authority, headers: { host: authority }, createConnection: () => socket, signal });
    asking.once('error', (error) => reject(signal.aborted ? new ConnectionError('CONNECT_TIMEOUT') : error));
    asking.once('connect', async ({ statusCode = 0 }, _socket, head) => {
      const isInterim = statusCode >= 100 && statusCode < 200 && statusCode !== 101;
      const status = isInterim ? await withinSignal(finalStatus(socket, head), socket, signal) : statusCode;
      if (status === 200) {
        if (!isInterim && head.length > 0) socket.unshift(head);
        return resolve();
      }
      socket.destroy();
      reject(new ConnectionError(signal.aborted ? 'CONNECT_TIMEOUT' : `PROXY_${status || 'UNREADABLE'}`));
    });
    asking.end();
  });
  return socket;
}

/** When the signal fires, the socket is destroyed, which ends the wait. */
function withinSignal<T>(work: Promise<T>, socket: Socket, signal: AbortSignal): Promise<T> {
  const stop = (): void => void socket.destroy();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return work.finally(() => signal.removeEventListener('abort', stop));
}

/** Waits until the socket is ready; an error, an early end or the signal destroys it. */
function until(event: 'connect' | 'secureConnect', socket: Socket, signal: AbortSignal): Promise<void> {
  // Stays for the socket's whole life: an error without a listener would end the program.
  socket.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      socket.off(event, onReady).off('error', onError).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      act();
    };
    const fail = (error: unknown): void =>
      settle(() => {
        socket.destroy();
        reject(error);
      });
    const onReady = (): void => settle(resolve);
    const onError = (error: Error): void => fail(error);
    const onClose = (): void => fail(new ConnectionError('CLOSED'));
    const onAbort = (): void => fail(new ConnectionError('CONNECT_TIMEOUT'));
    socket.on(event, onReady).on('error', onError).on('close', onClose);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}

/** A URL has an IPv6 address in brackets; sockets take it without. */
function hostOf(url: URL): string {
  return url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
}

function portOf(url: URL): number {
  if (url.port !== '') return Number.parseInt(url.port, 10);
  return url.protocol === 'https:' ? 443 : 80;
}
