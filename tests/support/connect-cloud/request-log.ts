import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** One request that reached the server, in the order in which the heads arrived. */
export interface LoggedRequest {
  readonly sequence: number;
  readonly method: string;
  readonly path: string;
  /** null: the request names no terminal (login, list). */
  readonly terminalId: string | null;
  readonly at: string;
  /** Monotonic milliseconds, for measuring distances. */
  readonly atMs: number;
  /** Number of the connection it came on, counted from 1: a fresh connection has a number of its own. */
  readonly socket: number;
  /** The word before the token, as it was written; null without an Authorization header. The token itself is not kept. */
  readonly scheme: string | null;
  /** How many POST …/transaction of this terminal were open when the request arrived, itself not counted. */
  readonly openTransactions: number;
  /** Parsed JSON, else the text, else null where there was none. */
  body: unknown;
  /** False while the body is still arriving, and for ever where it was cut off. */
  complete: boolean;
  status: number | null;
}

export interface RequestMatch {
  readonly method?: string;
  readonly path?: string | RegExp;
  /** Words that the JSON of the body must hold, such as `cancelAction`. */
  readonly bodyHolds?: string;
}

export interface RequestLog {
  readonly requests: readonly LoggedRequest[];
  readonly connections: number;
  open(request: IncomingMessage, terminalId: string | null, openTransactions: number): LoggedRequest;
  completed(entry: LoggedRequest): void;
  /** Counts complete requests only. */
  count(match: RequestMatch): number;
  /** The first complete request after `from` (a number of requests, default 0) that matches, now or later. */
  waitFor(match: RequestMatch, options?: { readonly timeoutMs?: number; readonly from?: number }): Promise<LoggedRequest>;
}

export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const sockets = new WeakMap<Socket, number>();
  const waiting = new Set<() => void>();
  let connections = 0;

  function numberOf(socket: Socket): number {
    const known = sockets.get(socket);
    if (known !== undefined) return known;
    connections += 1;
    sockets.set(socket, connections);
    return connections;
  }

  return {
    requests,
    get connections() {
      return connections;
    },
    open(request, terminalId, openTransactions) {
      const entry: LoggedRequest = {
        sequence: requests.length + 1,
        method: request.method ?? '',
        path: (request.url ?? '').replace(/\?.*$/, ''),
        terminalId,
        at: new Date().toISOString(),
        atMs: performance.now(),
        socket: numberOf(request.socket),
        scheme: request.headers.authorization?.split(' ')[0] ?? null,
        openTransactions,
        body: null,
        complete: false,
        status: null,
      };
      requests.push(entry);
      return entry;
    },
    completed(entry) {
      entry.complete = true;
      for (const check of [...waiting]) check();
    },
    count: (match) => requests.filter((entry) => entry.complete && matches(entry, match)).length,
    waitFor(match, { timeoutMs = 10_000, from = 0 } = {}) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = requests.slice(from).find((entry) => entry.complete && matches(entry, match));
          if (found === undefined) return;
          waiting.delete(look);
          clearTimeout(timer);
          resolve(found);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          const seen = requests.map((entry) => `${entry.method} ${entry.path}`).join(', ');
          reject(
            new Error(
              `no request like ${match.method ?? 'any'} ${String(match.path ?? '')} ${match.bodyHolds ?? ''} within ${timeoutMs} ms; seen: ${seen}`,
            ),
          );
        }, timeoutMs);
        waiting.add(look);
        look();
      });
    },
  };
}

function matches(entry: LoggedRequest, { method, path, bodyHolds }: RequestMatch): boolean {
  if (method !== undefined && entry.method !== method) return false;
  if (typeof path === 'string' && entry.path !== path) return false;
  if (path instanceof RegExp && !path.test(entry.path)) return false;
  return bodyHolds === undefined || JSON.stringify(entry.body).includes(bodyHolds);
}

/** The other requests that reached a terminal while a POST …/transaction was open there. Must be empty except for cancelAction. */
export function disturbances(requests: readonly LoggedRequest[], terminalId: string): LoggedRequest[] {
  return requests.filter((entry) => entry.terminalId === terminalId && entry.openTransactions > 0 && !isCancel(entry));
}

function isCancel(entry: LoggedRequest): boolean {
  return entry.path.endsWith('/administration') && JSON.stringify(entry.body).includes('"cancelAction"');
}
