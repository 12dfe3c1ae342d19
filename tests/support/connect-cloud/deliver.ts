import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

import type { Delivered } from './ledger.ts';
import type { Delivery } from './script.ts';
import { sleep, type WireAnswer } from './wire.ts';

/** Sends an answer as the script says, and returns how much of it left this process. */
export async function deliver(response: ServerResponse, answer: WireAnswer, delivery: Delivery, netsNow: () => number): Promise<Delivered> {
  const socket = response.socket;
  if (socket === null || socket.destroyed) return 'none';
  const date = new Date(netsNow()).toUTCString();
  if (delivery.kind === 'never') return 'none';
  if (delivery.kind === 'whole') return sendWhole(response, answer, date);

  // From here on the bytes are written past node:http, which would never cut its own answer short.
  const { head, body } = rawAnswer(answer, date, delivery.kind === 'drip' ? 'close' : 'keep-alive');
  const whole = Buffer.concat([head, body]);
  if (delivery.kind === 'drip') return drip(socket, whole, delivery.everyMs, delivery.bytesAtOnce);

  const bytes = {
    before: whole.subarray(0, 0),
    headers: head,
    half: whole.subarray(0, head.length + Math.floor(body.length / 2)),
    after: whole,
  }[delivery.at];
  if (bytes.length > 0) await write(socket, bytes);
  if (delivery.how === 'reset') reset(socket);
  else socket.destroySoon();
  if (delivery.at === 'before') return 'none';
  return delivery.at === 'after' ? 'full' : 'partial';
}

function sendWhole(response: ServerResponse, answer: WireAnswer, date: string): Promise<Delivered> {
  return new Promise((resolve) => {
    response.once('finish', () => resolve('full'));
    response.once('close', () => resolve('none'));
    response.writeHead(answer.status, {
      'Content-Type': answer.contentType,
      'Content-Length': Buffer.byteLength(answer.body),
      Date: date,
    });
    response.end(answer.body);
  });
}

async function drip(socket: Socket, bytes: Buffer, everyMs: number, bytesAtOnce: number): Promise<Delivered> {
  for (let sent = 0; sent < bytes.length; sent += bytesAtOnce) {
    if (socket.destroyed) return sent === 0 ? 'none' : 'partial';
    await write(socket, bytes.subarray(sent, sent + bytesAtOnce));
    await sleep(everyMs);
  }
  // node:http still believes the answer is due, so this connection cannot carry another one.
  socket.destroySoon();
  return 'full';
}

function rawAnswer(answer: WireAnswer, date: string, connection: 'close' | 'keep-alive'): { head: Buffer; body: Buffer } {
  const body = Buffer.from(answer.body);
  const lines = [
    `HTTP/1.1 ${answer.status} Scripted`,
    `Content-Type: ${answer.contentType}`,
    `Content-Length: ${body.length}`,
    `Date: ${date}`,
    `Connection: ${connection}`,
  ];
  return { head: Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body };
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => resolve());
  });
}

/** A TCP reset, as from a process or router that dies. TLS sockets can only be destroyed. */
export function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}
