import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, type Reply } from './reply.ts';
import { readBody } from './request-body.ts';
import { createRoutes } from './routes.ts';
import { createScaledTimers } from './scaled-timers.ts';
import type { Scenario } from './scenario.ts';
import { type ScenarioId, scenarios } from './scenarios.ts';
import { createSessionTokens } from './session-tokens.ts';
import { createSimulatorLedger, type SimulatorLedger } from './simulator-ledger.ts';
import type { TrainingTerminal } from './training-terminals.ts';
import { createVirtualTerminal, type SimulatorParts } from './virtual-terminal.ts';

export interface NetsSimulatorOptions {
  readonly terminals: readonly TrainingTerminal[];
  /** The only log-in that is accepted; the caller makes a new one at every start. */
  readonly username: string;
  readonly password: string;
  /** 0, the default, uses any free port. */
  readonly port?: number;
  /** 1, the default, is real time; 0.01 is a hundred times as fast. Only tests change it. */
  readonly timeScale?: number;
  /** Nets' clock, milliseconds since 1970; used for the Date header, the records and the tokens. */
  readonly clock?: () => number;
  /** [I] Nets' own lifetime is unknown. With an hour, a training session includes a renewal. */
  readonly tokenLifetimeSeconds?: number;
  /** The ledger of an earlier simulator, to be continued. */
  readonly ledger?: SimulatorLedger;
}

export interface NetsSimulator {
  /** Without `/v1`, like the hosts of Nets: `http://127.0.0.1:49152`. */
  readonly baseUrl: string;
  readonly ledger: Pick<SimulatorLedger, 'entries'>;
  /** Closes all sockets and waits. A transaction that is still running is not charged. May be called again. */
  close(): Promise<void>;
}

/** Starts a small Nets Connect@Cloud: a real HTTP server with the virtual terminals, on loopback only. Rejects if the port is taken. */
export async function createNetsSimulator(options: NetsSimulatorOptions): Promise<NetsSimulator> {
  const { terminals, username, password, port = 0, timeScale = 1, clock = Date.now, tokenLifetimeSeconds = 3_600 } = options;
  const ledger = options.ledger ?? createSimulatorLedger();
  const timers = createScaledTimers(timeScale);
  const parts: SimulatorParts = { ledger, timers, clock, nextStan: countingStans(clock()) };

  const answer = createRoutes({
    username,
    password,
    tokens: createSessionTokens(clock, tokenLifetimeSeconds),
    ledger,
    terminals: new Map(terminals.map((terminal) => [terminal.terminalId, createVirtualTerminal(terminal, parts)])),
    listedIds: terminals.filter(({ scenario }) => isListed(scenario)).map(({ terminalId }) => terminalId),
    absent: (terminalId) => createVirtualTerminal(strayTerminal(terminalId), parts),
  });

  const server = createServer((request, response) => {
    // The caller may have closed the connection before the terminal finished. The transaction has happened all the same.
    response.on('error', () => undefined);
    serve(request, answer).then(
      (reply) => send(request, response, reply, clock()),
      (cause: unknown) => send(request, response, json(500, { error: `Simulator fault: ${String(cause)}` }), clock()),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  let closing: Promise<void> | null = null;
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ledger,
    close() {
      closing ??= new Promise<void>((resolve) => {
        timers.stopAll();
        ledger.switchedOff(clock());
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closing;
    },
  };
}

async function serve(request: IncomingMessage, answer: ReturnType<typeof createRoutes>): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'aborted') return { kind: 'hang-up' };
  if (body.kind === 'too-large') return json(413, { error: 'Request too large' });
  // A web page whose host name leads to loopback must not read the ledger through the person's browser.
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return json(403, { error: 'Loopback only' });
  const [path = ''] = (request.url ?? '').split('?');
  return answer({ method: request.method ?? '', path, authorization: request.headers.authorization, body: body.text });
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply, now: number): void {
  if (reply.kind === 'hang-up') {
    request.socket.destroy();
    return;
  }
  const text = JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    Date: new Date(now).toUTCString(),
  });
  response.end(text);
}

function isListed(id: ScenarioId): boolean {
  const scenario: Scenario = scenarios[id];
  return scenario.kind !== 'absent' || scenario.listed;
}

/** Stands for any other id: an unknown terminal. */
function strayTerminal(terminalId: string): TrainingTerminal {
  return { terminalId, name: '', active: true, location: '', pointOfSale: null, scenario: 'unlisted', language: 'en', dialect: 'typed' };
}

/**
 * Six-digit references that count up and start again, as real ones do. They begin at the time of day, so that a training journal does not
 * get the same ones after every start of the simulator.
 */
function countingStans(now: number): () => string {
  let next = Math.floor(now / 1000) % 1_000_000;
  return () => {
    next = (next + 1) % 1_000_000;
    return String(next).padStart(6, '0');
  };
}
