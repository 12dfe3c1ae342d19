import type { Socket } from 'node:net';
import { skipInterimAnswers } from './skip-interim.ts';

/** A proxy's refusal is smaller than this. */
const MOST_HEAD_BYTES = 16_384;

/**
 * The status of a proxy's answer to CONNECT, after any interim answers: node:http takes the first one for the answer.
 *
 * @param head what came with the first answer; bytes after the final answer stay in the socket
 * @returns null if it cannot be read or the connection ends first. The caller's signal destroys the socket.
 */
export function finalStatus(socket: Socket, head: Buffer): Promise<number | null> {
  if (head.length > 0) socket.unshift(head);
  skipInterimAnswers(socket);
  let seen = Buffer.alloc(0);
  return new Promise((resolve) => {
    const finish = (status: number | null): void => {
      socket.off('readable', onReadable).off('end', onEnd).off('close', onEnd);
      resolve(status);
    };
    const onEnd = (): void => finish(null);
    const onReadable = (): void => {
      for (let chunk: unknown = socket.read(); Buffer.isBuffer(chunk); chunk = socket.read()) {
        seen = Buffer.concat([seen, chunk]);
        const end = seen.indexOf('\r\n\r\n');
        if (end === -1 && seen.length < MOST_HEAD_BYTES) continue;
        const rest = end === -1 ? Buffer.alloc(0) : seen.subarray(end + 4);
        if (rest.length > 0) socket.unshift(rest);
        finish(end === -1 ? null : statusOf(seen));
        return;
      }
    };
    socket.on('readable', onReadable).on('end', onEnd).on('close', onEnd);
  });
}

function statusOf(head: Buffer): number | null {
  const digits = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, 12))?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 10);
}
