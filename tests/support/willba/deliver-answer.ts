import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';

import type { Answer } from './answers.ts';

/** So that most senders have read what came before the reset. */
const BEFORE_RESET_MS = 100;
/** A pause never keeps a finished test run alive. */
const WITHOUT_HOLDING = { ref: false } as const;

/** Carries the answer out. `given` is called right before a whole status line goes to a sender that is still there. */
export async function deliver(answer: Answer, response: ServerResponse, given: (status: number) => void): Promise<void> {
  const { socket } = response;
  if (socket === null || socket.destroyed) return;
  switch (answer.kind) {
    case 'hang':
      return;
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'slow':
      await pause(answer.afterMs, undefined, WITHOUT_HOLDING);
      return deliver(answer.answer, response, given);
    case 'status':
      given(answer.status);
      response.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    case 'stream':
      given(answer.status);
      response.writeHead(answer.status, { 'content-type': 'application/octet-stream' });
      // The sender may stop reading whenever it likes.
      await pipeline(Readable.from(pieces(answer)), response).catch(() => undefined);
      return;
    case 'half':
      if (answer.cut === 'body') given(answer.status);
      socket.write(
        answer.cut === 'head' ? 'HTTP/1.1 2' : `HTTP/1.1 ${answer.status} Half\r\ncontent-length: 200\r\n\r\n${'x'.repeat(100)}`,
      );
      if (answer.then === 'close') {
        socket.destroySoon();
        return;
      }
      await pause(BEFORE_RESET_MS, undefined, WITHOUT_HOLDING);
      if (!socket.destroyed) socket.resetAndDestroy();
  }
}

async function* pieces({ bytes, pieceBytes, everyMs }: Extract<Answer, { kind: 'stream' }>): AsyncGenerator<Buffer> {
  for (let left = bytes; left > 0; left -= pieceBytes) {
    yield Buffer.alloc(Math.min(left, pieceBytes), 'x');
    if (everyMs > 0) await pause(everyMs, undefined, WITHOUT_HOLDING);
  }
}
