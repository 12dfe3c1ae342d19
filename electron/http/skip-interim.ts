import type { Socket } from 'node:net';

/** More than any proxy sends before its answer. Bytes beyond this are passed on and refused by the reader. */
const MOST_BYTES = 65_536;
/** `101` is not an interim answer: it ends HTTP. */
const INTERIM = /^HTTP\/1\.[01] 1(?!01)\d\d[ \r\n]/;
/** The length of `HTTP/1.1 100` and one more character: enough to recognise an interim answer. */
const TELLING_BYTES = 13;

/**
 * Removes interim answers (`100 Continue`, `103 Early Hints`) before the socket is read. undici takes a 100 that nobody asked for as a
 * broken connection, and restarts its time limit at each of the others.
 */
export function skipInterimAnswers(socket: Socket): void {
  const read = socket.read.bind(socket);
  let held: Buffer = Buffer.alloc(0);
  let skipped = 0;
  let begun = false;

  socket.read = (size?: number): unknown => {
    while (!begun) {
      const chunk: unknown = read();
      if (!Buffer.isBuffer(chunk)) return chunk;
      const all = Buffer.concat([held, chunk]);
      held = withoutInterim(all);
      skipped += all.length - held.length;
      begun = isAnswer(held) || skipped + held.length > MOST_BYTES;
      if (begun) return held;
    }
    return read(size);
  };
}

/** The bytes after all complete interim answers. */
function withoutInterim(bytes: Buffer): Buffer {
  let rest = bytes;
  while (INTERIM.test(beginningOf(rest))) {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) return rest;
    rest = rest.subarray(end + 4);
  }
  return rest;
}

/** Whether the final answer has begun. False while this cannot be known yet. */
const isAnswer = (bytes: Buffer): boolean => bytes.length >= TELLING_BYTES && !INTERIM.test(beginningOf(bytes));

const beginningOf = (bytes: Buffer): string => bytes.toString('latin1', 0, TELLING_BYTES);
