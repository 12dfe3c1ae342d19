import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises';
import { createRequestReader, type RawRequest } from '../../support/raw-server/request-reader.ts';
import { type Answer, bytesOf } from './answers.ts';

export type HostileServer = {
  readonly baseUrl: string;
  /** Forgets what was asked before. Answered in turn, the last one again and again; with none every answer is an ordinary one. */
  play(answers: readonly Answer[]): void;
  /** What was asked since, once every connection is closed: nothing more of it can come by then. */
  asked(): Promise<readonly RawRequest[]>;
  /** How many answers were begun since `play`: one that comes early may end before its request has been read. */
  given(): number;
  /** How many of the hostile answers were begun since the start. */
  answered(): number;
  close(): Promise<void>;
};

/**
 * Answers over bare TCP, as wrongly as it is told.
 * @param ordinary the answer to what must go well before and after, or null for what is answered with hostility
 */
export async function startHostileServer(ordinary: (request: RawRequest) => Answer | null): Promise<HostileServer> {
  let answers: readonly Answer[] = [];
  let requests: RawRequest[] = [];
  let given = 0;
  let answered = 0;
  let accepted = 0;
  const sockets = new Map<Socket, Promise<void>>();

  const next = (): Answer | undefined => {
    const answer = answers[Math.min(given, answers.length - 1)];
    given += 1;
    if (answer !== undefined) answered += 1;
    return answer;
  };

  const server = createServer((socket) => {
    accepted += 1;
    sockets.set(socket, new Promise((resolve) => socket.once('close', () => resolve())));
    socket.once('close', () => sockets.delete(socket));
    // A client that has heard enough hangs up in the middle of an answer.
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    const early = answers[given]?.delivery.early === true ? next() : undefined;
    if (early !== undefined) void deliver(socket, early);
    const kept = requests;
    const reader = createRequestReader(
      accepted,
      () => kept.length + 1,
      (request) => kept.push(request),
    );
    socket.on('data', (chunk) => {
      for (const { request, step } of reader.push(chunk)) {
        if (step !== 'complete' || early !== undefined) continue;
        const answer = ordinary(request) ?? next();
        if (answer === undefined) socket.resetAndDestroy();
        else void deliver(socket, answer);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    play(wanted) {
      answers = wanted;
      requests = [];
      given = 0;
    },
    async asked() {
      while (sockets.size > 0) await Promise.all(sockets.values());
      return requests;
    },
    given: () => given,
    answered: () => answered,
    close() {
      for (const socket of sockets.keys()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const STALL_MS = 4;

async function deliver(socket: Socket, answer: Answer): Promise<void> {
  const { pieces, pauseMs, sent, ending } = answer.delivery;
  const whole = bytesOf(answer);
  const bytes = whole.subarray(0, Math.ceil((whole.length * sent) / 1_000));
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
    socket.write(bytes.subarray(at, at + size));
    if (pieces > 1) await (pauseMs === 0 ? immediate() : sleep(pauseMs));
  }
  if (ending === 'stall, then reset') await sleep(STALL_MS);
  if (ending === 'end') socket.end();
  else socket.resetAndDestroy();
}
