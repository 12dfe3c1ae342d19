import { type AddressInfo, createServer, type Socket } from 'node:net';
import { defaultTerminals } from '../connect-cloud/server.ts';
import { charges, type Fault } from './faults.ts';
import { answerWithFault } from './faulty-answer.ts';
import { createRequestReader, type RawRequest, type ReadStep } from './request-reader.ts';
import { chargeFor, type LastSale, ordinaryAnswer, type RawCharge, type Route, rejectionAnswer, routeOf, terminalOf } from './routes.ts';

export interface RawServerOptions {
  /** What happens to `POST …/transaction`; default none. */
  readonly fault?: Fault;
  /** The same for other calls, which answer normally otherwise. */
  readonly faults?: Partial<Record<Route, Fault>>;
  readonly terminals?: readonly string[];
  readonly port?: number;
  /** How long the guest takes, before the answer or its fault. */
  readonly answerAfterMs?: number;
  /** False: a sale that was read whole is rejected by the guest, and the lookup shows that. */
  readonly charged?: boolean;
  readonly byteEveryMs?: number;
  readonly resetAfterMs?: number;
}

export interface RequestCount {
  /** Every byte of the request arrived. */
  readonly complete: number;
  /** At least the request line arrived, and not all of it. */
  readonly partial: number;
  readonly total: number;
}

export interface RawServer {
  readonly baseUrl: string;
  readonly port: number;
  /** In the order of their first byte, partial ones included. */
  readonly requests: readonly RawRequest[];
  /** Sales that were charged, one for each POST that was read whole and whose fault lies behind the terminal. */
  readonly charged: readonly RawCharge[];
  count(method: string, path: RegExp): RequestCount;
  /** Sales, the count that matters: `POST …/transaction` on any terminal. */
  sales(): RequestCount;
  connections(): { readonly accepted: number; readonly open: number; readonly withoutRequest: number };
  /** From now on; a connection that is already faulted stays so. */
  setFault(fault: Fault, route?: Route): void;
  close(): Promise<void>;
}

export async function startRawServer(options: RawServerOptions = {}): Promise<RawServer> {
  const faultOf: Partial<Record<Route, Fault>> = { ...options.faults, transaction: options.fault ?? options.faults?.transaction ?? 'none' };
  const terminals = options.terminals ?? defaultTerminals;
  const times = { byteEveryMs: options.byteEveryMs ?? 2, resetAfterMs: options.resetAfterMs ?? 500 };
  const requests: RawRequest[] = [];
  const charged: RawCharge[] = [];
  const lastSales = new Map<string, LastSale>();
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let accepted = 0;

  function serve(socket: Socket): void {
    accepted += 1;
    socket.on('error', () => undefined);
    if (Object.values(faultOf).includes('reset-on-accept')) {
      socket.resetAndDestroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const reader = createRequestReader(
      accepted,
      () => requests.length + 1,
      (request) => requests.push(request),
    );
    socket.on('data', (chunk) => {
      for (const { request, step } of reader.push(chunk)) react(socket, request, step);
    });
  }

  function react(socket: Socket, request: RawRequest, step: ReadStep): void {
    if (socket.destroyed) return;
    const route = routeOf(request);
    const fault = faultOf[route] ?? 'none';
    const stale = fault === 'stale-connection' && request.earlierOnConnection > 0;
    const resetAt: ReadStep | null =
      fault === 'reset-before-reading' ? 'line' : fault === 'reset-after-headers' ? 'head' : stale ? 'complete' : null;
    if (step === resetAt) {
      socket.resetAndDestroy();
      return;
    }
    if (step !== 'complete') return;
    if (route === 'transaction') sell(socket, request, fault);
    else
      void answerWithFault(socket, ordinaryAnswer(request, terminals, lastSales.get(terminalOf(request.path))), fault, request.path, times);
  }

  function sell(socket: Socket, request: RawRequest, fault: Fault): void {
    const charge = chargeFor(request, charged.length + 1);
    const isCharged = charges(fault, request.earlierOnConnection > 0) && options.charged !== false;
    if (isCharged) charged.push(charge);
    if (charges(fault, request.earlierOnConnection > 0)) lastSales.set(charge.terminalId, { charge: isCharged ? charge : null });
    const timer = setTimeout(() => {
      timers.delete(timer);
      void answerWithFault(socket, isCharged ? charge.answer : rejectionAnswer(request), fault, request.path, times);
    }, options.answerAfterMs ?? 20);
    timers.add(timer);
  }

  const count = (method: string, path: RegExp): RequestCount => {
    const found = requests.filter((request) => request.lineRead && request.method === method && path.test(request.path));
    const complete = found.filter((request) => request.complete).length;
    return { complete, partial: found.length - complete, total: found.length };
  };

  const server = createServer(serve);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    port,
    requests,
    charged,
    count,
    sales: () => count('POST', /\/transaction$/),
    connections: () => ({
      accepted,
      open: sockets.size,
      withoutRequest: accepted - new Set(requests.map((request) => request.connection)).size,
    }),
    setFault(fault, route = 'transaction') {
      faultOf[route] = fault;
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
