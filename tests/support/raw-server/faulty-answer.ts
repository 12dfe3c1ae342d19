import type { Socket } from 'node:net';

import { sleep, type WireAnswer } from '../connect-cloud/wire.ts';
import type { Fault } from './faults.ts';

export interface FaultTimes {
  /** Between two bytes of `byte-by-byte`. */
  readonly byteEveryMs: number;
  /** Between the answer and the reset of `answer-then-reset`. */
  readonly resetAfterMs: number;
}

/** Answers a completely read request with the fault. */
export async function answerWithFault(socket: Socket, answer: WireAnswer, fault: Fault, path: string, times: FaultTimes): Promise<void> {
  const whole = httpAnswer(answer);
  const bodyStart = whole.indexOf('\r\n\r\n') + 4;
  const half = whole.subarray(0, bodyStart + Math.floor((whole.length - bodyStart) / 2));
  switch (fault) {
    case 'reset-after-body':
      socket.resetAndDestroy();
      return;
    case 'fin-without-answer':
      socket.destroySoon();
      return;
    case 'no-answer':
      return;
    case 'half-headers-reset':
      return writeThenReset(socket, whole.subarray(0, Math.floor(bodyStart / 2)));
    case 'half-answer-reset':
      return writeThenReset(socket, half);
    case 'half-answer-fin':
      return writeThenEnd(socket, half);
    case 'headers-only':
      return write(socket, whole.subarray(0, bodyStart));
    case 'headers-only-fin':
      return writeThenEnd(socket, whole.subarray(0, bodyStart));
    case 'byte-by-byte':
      return byteByByte(socket, whole, times.byteEveryMs);
    case 'answer-twice':
      return write(socket, Buffer.concat([whole, whole]));
    case 'answer-then-reset':
      await write(socket, whole);
      await sleep(times.resetAfterMs);
      socket.resetAndDestroy();
      return;
    case 'content-length-too-long':
      return writeThenEnd(socket, httpAnswer(answer, [], 100));
    case 'content-length-too-short':
      return write(socket, httpAnswer(answer, [], -10));
    case 'chunked-cut-off':
      return writeThenEnd(socket, cutChunks(answer));
    case 'not-http':
      return writeThenEnd(socket, Buffer.from('\u0016\u0003\u0001 this is no HTTP\n'));
    case 'status-401':
      return write(socket, httpAnswer(jsonFailure(401, 'token expired')));
    case 'status-408':
      return writeThenEnd(socket, httpAnswer({ status: 408, contentType: 'text/plain', body: 'Request Timeout' }, ['Connection: close']));
    case 'status-503-retry-after':
      return write(socket, httpAnswer({ status: 503, contentType: 'text/html', body: '<html>503</html>' }, ['Retry-After: 0']));
    case 'redirect-307':
      return write(socket, httpAnswer({ status: 307, contentType: 'text/plain', body: '' }, [`Location: ${path}`]));
    default:
      return write(socket, whole);
  }
}

/** `wrongBy` is added to the true length in Content-Length. */
export function httpAnswer(answer: WireAnswer, extraHeaders: readonly string[] = [], wrongBy = 0): Buffer {
  const body = Buffer.from(answer.body);
  const lines = [
    `HTTP/1.1 ${answer.status} Raw`,
    `Content-Type: ${answer.contentType}`,
    `Content-Length: ${body.length + wrongBy}`,
    `Date: ${new Date().toUTCString()}`,
    ...(extraHeaders.some((line) => line.startsWith('Connection:')) ? [] : ['Connection: keep-alive']),
    ...extraHeaders,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}

/** One good chunk with half of the body, then one that promises more than comes. */
function cutChunks(answer: WireAnswer): Buffer {
  const body = Buffer.from(answer.body);
  const first = body.subarray(0, Math.floor(body.length / 2));
  const rest = body.length - first.length;
  const head = `HTTP/1.1 ${answer.status} Raw\r\nContent-Type: ${answer.contentType}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(`${head}${first.length.toString(16)}\r\n`),
    first,
    Buffer.from(`\r\n${rest.toString(16)}\r\n`),
    body.subarray(first.length, -5),
  ]);
}

async function byteByByte(socket: Socket, bytes: Buffer, everyMs: number): Promise<void> {
  // Without this the kernel glues the bytes together again.
  socket.setNoDelay(true);
  for (let at = 0; at < bytes.length && !socket.destroyed; at += 1) {
    await write(socket, bytes.subarray(at, at + 1));
    await sleep(everyMs);
  }
}

function jsonFailure(status: number, error: string): WireAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify({ error }) };
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => resolve());
  });
}

async function writeThenReset(socket: Socket, bytes: Buffer): Promise<void> {
  await write(socket, bytes);
  // A reset at once may overtake the bytes in the client's kernel; half an answer must arrive to be half an answer.
  await sleep(20);
  socket.resetAndDestroy();
}

async function writeThenEnd(socket: Socket, bytes: Buffer): Promise<void> {
  await write(socket, bytes);
  socket.destroySoon();
}
