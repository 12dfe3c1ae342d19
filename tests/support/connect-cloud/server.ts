import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import type { EmptyLookup } from './answers.ts';
import { ordinaryCall } from './call-scripts.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createRequestLog, disturbances, type LoggedRequest, type RequestLog } from './request-log.ts';
import { createHandler, type LoginCounters } from './routes.ts';
import type { CallScript } from './script.ts';
import { createScriptQueue, type ScriptQueue } from './script-queue.ts';
import { type Certificate, selfSignedCertificate } from './self-signed-certificate.ts';
import { createTerminal } from './terminal.ts';
import type { ServedTerminal, Terminal } from './terminal-control.ts';
import { createTokenDesk } from './tokens.ts';

export interface ConnectCloudOptions {
  readonly username: string;
  readonly password: string;
  /** Ids that this login owns; default `defaultTerminals`. */
  readonly terminals?: readonly string[];
  /** 0: any free port. */
  readonly port?: number;
  /** true: a fresh self-signed certificate, which nobody trusts unless told. */
  readonly https?: boolean | Certificate;
  readonly tokenLifeSeconds?: number;
  /** How long a finished transaction stays hidden from lookups; the page says that asking too soon shows the one before. */
  readonly latestAfterMs?: number;
  readonly emptyLookup?: EmptyLookup;
  /** How far Nets' clock is ahead of this machine's at first: Date header, TimeStamp and `exp` follow it. */
  readonly clockOffsetMs?: number;
  readonly timeZone?: string;
  readonly keepAliveTimeoutMs?: number;
}

export interface ConnectCloud {
  /** Without `/v1`, as the provisioning file has it. */
  readonly baseUrl: string;
  readonly port: number;
  /** PEM, to be trusted by a test that wants to; null without https. */
  readonly certificate: string | null;
  readonly ledger: Ledger;
  readonly requests: readonly LoggedRequest[];
  requestsOf(terminalId: string): LoggedRequest[];
  /** What else reached the terminal while a POST …/transaction was open there, cancelAction apart. */
  disturbances(terminalId: string): LoggedRequest[];
  readonly count: RequestLog['count'];
  readonly waitFor: RequestLog['waitFor'];
  /** How many connections carried at least one request. */
  connections(): number;
  terminal(id: string): Terminal;
  readonly logins: ScriptQueue<CallScript> & Readonly<LoginCounters>;
  readonly lists: ScriptQueue<CallScript>;
  /** Every token issued so far meets 401 from now on. */
  revokeTokens(): void;
  /** Nets' clock goes on at once, so that nobody waits for a token to expire. */
  advanceClock(ms: number): void;
  dropConnections(): void;
  /** The server is gone: connections refused, and open ones dropped unless they are kept. The terminals play on. */
  stopListening(options?: { readonly keepConnections?: boolean }): Promise<void>;
  /** Back on the same port. */
  listenAgain(): Promise<void>;
  close(): Promise<void>;
}

export const defaultTerminals: readonly string[] = ['71000001', '71000002', '71000003', '71000004', '71000005'];

export async function startConnectCloud(options: ConnectCloudOptions): Promise<ConnectCloud> {
  let clockOffsetMs = options.clockOffsetMs ?? 0;
  const netsNow = (): number => Date.now() + clockOffsetMs;
  const ledger = createLedger();
  const log = createRequestLog();
  const logins = createScriptQueue(ordinaryCall);
  const lists = createScriptQueue(ordinaryCall);
  const counters: LoginCounters = { succeeded: 0, failed: 0 };
  const tokens = createTokenDesk(options.tokenLifeSeconds ?? 3_600, netsNow);
  const terminals = new Map<string, ServedTerminal>();
  for (const terminalId of options.terminals ?? defaultTerminals) {
    const { latestAfterMs = 1_000, emptyLookup = 'empty-result', timeZone = 'Europe/Helsinki' } = options;
    terminals.set(terminalId, createTerminal({ terminalId, ledger, timeZone, latestAfterMs, emptyLookup, netsNow }));
  }
  const handler = createHandler({ credentials: options, terminals, tokens, counters, logins, lists, ledger, log, netsNow });
  const certificate = options.https === true ? selfSignedCertificate() : options.https || null;
  const sockets = new Set<Socket>();

  /** A closed server cannot be trusted to listen again, so each time of listening has a server of its own. */
  function listen(port: number): Promise<Server> {
    const server = certificate === null ? createServer(handler) : createTlsServer(certificate, handler);
    server.requestTimeout = 0;
    server.keepAliveTimeout = options.keepAliveTimeoutMs ?? 5_000;
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve(server));
    });
  }

  function dropConnections(): void {
    for (const socket of sockets) socket.destroy();
  }

  async function stopListening({ keepConnections = false } = {}): Promise<void> {
    server?.close();
    server = null;
    if (keepConnections) return;
    dropConnections();
    // Two turns of the loop: the kernel's port is free and the clients have been told.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }

  let server: Server | null = await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `${certificate === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    certificate: certificate?.cert ?? null,
    ledger,
    requests: log.requests,
    requestsOf: (terminalId) => log.requests.filter((entry) => entry.terminalId === terminalId),
    disturbances: (terminalId) => disturbances(log.requests, terminalId),
    count: log.count,
    waitFor: log.waitFor,
    connections: () => log.connections,
    terminal(id) {
      const terminal = terminals.get(id);
      if (terminal === undefined) throw new Error(`no terminal ${id} at this server; it has ${[...terminals.keys()].join(', ')}`);
      return terminal;
    },
    logins: {
      play: logins.play,
      always: logins.always,
      get succeeded() {
        return counters.succeeded;
      },
      get failed() {
        return counters.failed;
      },
    },
    lists,
    revokeTokens: tokens.revokeAll,
    advanceClock(ms) {
      clockOffsetMs += ms;
    },
    dropConnections,
    stopListening,
    async listenAgain() {
      server ??= await listen(port);
    },
    async close() {
      for (const terminal of terminals.values()) terminal.stop();
      await stopListening();
    },
  };
}
