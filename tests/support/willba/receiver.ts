import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { type Answer, accepting, type Incoming, nameOf, type Plan, refuse, statusOf } from './answers.ts';
import { createConnections } from './connections.ts';
import { deliver } from './deliver-answer.ts';
import { type AcceptedEvent, createInbox, type Try } from './inbox.ts';
import { listen, listenOnSomePort, openConnections, stopListening } from './listen.ts';
import { keyOf } from './standard-webhook.ts';
import { arrived, read, type Writable } from './try.ts';
import { verify } from './verify-request.ts';

const PATH = '/willba/webhook';

export interface Receiver {
  readonly url: string;
  /** Every request, in the order in which their heads came. */
  readonly tries: readonly Try[];
  /** Those that Willba did not take, because of what was sent. */
  readonly refusals: readonly Try[];
  /** Verified, answered with a 2xx, each id once, in the order of their acceptance. */
  readonly events: readonly AcceptedEvent[];
  /** Sentences; empty while the sender keeps to the contract. */
  readonly complaints: readonly string[];
  /** From the next request on. */
  answer(plan: Plan): void;
  /** Connections that neither side has ended. */
  openConnections(): Promise<number>;
  /** Nothing listens any more, and open connections end. */
  goDown(): Promise<void>;
  /** On the same port. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  /** Each `whsec_…`; one valid signature by one of them is enough. */
  readonly secrets: readonly string[];
  /** Milliseconds. */
  readonly now?: () => number;
}

/** Willba's end of the webhook, as interfaces.md and Standard Webhooks describe it. It knows nothing of the program that sends. */
export async function startReceiver({ secrets, now = Date.now }: ReceiverOptions): Promise<Receiver> {
  for (const secret of secrets) keyOf(secret);
  const tries: Writable<Try>[] = [];
  const inbox = createInbox();
  const connections = createConnections();
  let plan: Plan = accepting;
  let countOfPlan = 0;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = arrived(request, tries.length + 1, now(), connections.next(request.socket));
    tries.push(entry);
    if (entry.reused) inbox.complain(entry, `connection ${entry.connection} carried another request before`);
    const body = read(request, entry);
    const answer = await planned(entry, body.start);
    if (answer.kind === 'reset' && answer.when === 'before-reading') {
      await send(entry, answer, response, () => undefined);
      return;
    }
    const rawBody = await body.start();
    if (rawBody === null) return;
    const verdict = verify(entry, rawBody, { path: PATH, secrets, nowMs: now() });
    entry.signedWith = verdict.signedWith;
    entry.refusal = verdict.refusal?.why ?? null;
    inbox.judge(entry, verdict);
    const status = statusOf(answer);
    const isAccepting = status !== null && status >= 200 && status < 300;
    const fitting = isAccepting && verdict.refusal !== null ? refuse(verdict.refusal.status, {}, verdict.refusal.why) : answer;
    await send(entry, fitting, response, (given) => {
      if (given >= 200 && given < 300) inbox.accepted(entry, verdict);
    });
  }

  async function planned(entry: Try, startReading: () => Promise<Buffer | null>): Promise<Answer> {
    countOfPlan += 1;
    const incoming: Incoming = {
      number: entry.number,
      method: entry.method,
      path: entry.path,
      id: entry.id,
      tryOfId: entry.id === null ? 0 : tries.filter((each) => each.id === entry.id).length,
      async readPaymentId() {
        await startReading();
        return entry.paymentId;
      },
    };
    try {
      return await plan(countOfPlan, incoming);
    } catch (error) {
      inbox.complain(entry, `the plan of the test failed: ${String(error)}`);
      return refuse(500);
    }
  }

  async function send(entry: Writable<Try>, answer: Answer, response: ServerResponse, given: (status: number) => void): Promise<void> {
    entry.answered = nameOf(answer);
    await deliver(answer, response, given);
  }

  const server = createServer((request, response) => void serve(request, response));
  // Longer than any pause of a sender, so that one that keeps its connections is seen to use one again.
  server.keepAliveTimeout = 10 * 60_000;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code?.startsWith('HPE_')) inbox.complain(null, `a connection carried no HTTP: ${error.code}`);
    socket.destroy();
  });
  const port = await listenOnSomePort(server);

  return {
    url: `http://127.0.0.1:${port}${PATH}`,
    tries,
    get refusals() {
      return tries.filter((each) => each.refusal !== null);
    },
    events: inbox.events,
    complaints: inbox.complaints,
    answer(next) {
      plan = next;
      countOfPlan = 0;
    },
    openConnections: () => openConnections(server),
    goDown: () => stopListening(server),
    comeBack: () => listen(server, port),
    close: () => stopListening(server),
  };
}
