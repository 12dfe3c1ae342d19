import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createHttpCaller, type HttpCallerOptions, type HttpRequest } from '../../../electron/http/http-call.ts';
import { afterThisTest } from './set-up.ts';

export const toClose = <T extends { close(): unknown }>(thing: T): T => {
  afterThisTest(() => thing.close());
  return thing;
};

const elapsed = () => performance.now();
export const caller = (baseUrl: string, rest: Partial<HttpCallerOptions> = {}) => createHttpCaller({ baseUrl, elapsed, ...rest });
export const SHORT = { connectMs: 2_000, answerMs: 2_000, totalMs: 700 };
export const PATH = '/v1/terminal/71000001/transaction';
export const request = (rest: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  path: PATH,
  headers: {},
  body: '{"transactionType":"purchase","amount":1250,"orderId":"W-1"}',
  limits: { connectMs: 60_000, answerMs: 60_000, totalMs: null },
  signal: new AbortController().signal,
  ...rest,
});

/** A TCP server that does what the test says with every connection. */
export async function tcpServer(
  serve: (socket: Socket) => void,
): Promise<{ port: number; accepted: () => number; close: () => Promise<void> }> {
  let accepted = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  afterThisTest(close);
  return { port: (server.address() as AddressInfo).port, accepted: () => accepted, close };
}
