import diagnosticsChannel from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { Client } from 'undici';
import { decodeBody } from './decode-body.ts';
import { isJsonObject } from './json.ts';
import { skipInterimAnswers } from './skip-interim.ts';

export type OneRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** From the request to the answer's headers, and between parts of its body, in milliseconds. */
  readonly answerMs: number;
  /** Default: {@link LARGEST_ANSWER_BYTES}. A longer answer ends with `UND_ERR_RES_EXCEEDED_MAX_SIZE`. */
  readonly mostBytes?: number | undefined;
  /** The body is not read; it reads as empty. */
  readonly statusOnly?: boolean | undefined;
  readonly signal: AbortSignal;
  /** Called once, before the request's first byte goes to the socket. */
  readonly onWritten: () => void;
};

export type OneAnswer = {
  readonly status: number;
  readonly contentType: string | null;
  readonly date: string | null;
  readonly retryAfter: string | null;
  readonly body: Buffer;
};

/**
 * Limit of the bytes as they come and of the unpacked bytes. No answer that we ask for is nearly as large; callers that know their answers
 * set a lower limit.
 */
const LARGEST_ANSWER_BYTES = 1_048_576;
const SEND_HEADERS = 'undici:client:sendHeaders';

/**
 * Sends one request over a ready connection that has carried nothing yet. If a socket dies before the request is written, undici would open
 * another one by itself. Here it is given one socket only, and asking for another ends the call.
 * @throws {Error} with a `code`; if anything was written, `onWritten` has been called by then
 */
export async function sendOnce(socket: Socket, origin: string, request: OneRequest): Promise<OneAnswer> {
  const { method, path, headers, body, answerMs, mostBytes = LARGEST_ANSWER_BYTES, statusOnly, signal, onWritten } = request;
  const carriedBefore = socket.bytesWritten;
  skipInterimAnswers(socket);
  const onSendHeaders = (message: unknown): void => {
    if (isAbout(message, socket, method)) onWritten();
  };
  const client = new Client(origin, {
    connect: giveOnce(socket),
    allowH2: false,
    maxRequestsPerClient: 1,
    headersTimeout: answerMs,
    bodyTimeout: answerMs,
    maxResponseSize: mostBytes,
  });

  diagnosticsChannel.subscribe(SEND_HEADERS, onSendHeaders);
  try {
    const answer = await client.request({ method, path, headers, body, signal });
    const text = (name: string): string | null => [answer.headers[name]].flat()[0] ?? null;
    const codings = [answer.headers['content-encoding'] ?? []].flat().join(',');
    // Nobody reads it: it ends with its socket, which is an error of the stream that nobody waits for.
    if (statusOnly === true) answer.body.on('error', () => undefined);
    const bytes = statusOnly === true ? new Uint8Array() : await answer.body.bytes();
    return {
      status: answer.statusCode,
      contentType: text('content-type'),
      date: text('date'),
      retryAfter: text('retry-after'),
      body: bytes.length === 0 ? Buffer.alloc(0) : await decodeBody(Buffer.from(bytes), codings, mostBytes),
    };
  } finally {
    diagnosticsChannel.unsubscribe(SEND_HEADERS, onSendHeaders);
    // If undici's event is missing, the socket's own byte count still tells: a sent sale must not pass for "never sent".
    if (socket.bytesWritten > carriedBefore) onWritten();
    client.destroy().catch(() => undefined);
    socket.destroy();
  }
}

/** Other clients and Node's fetch publish on the same channel. Only our socket and our method count. */
function isAbout(message: unknown, socket: Socket, method: string): boolean {
  if (!isJsonObject(message) || message['socket'] !== socket) return false;
  const { request } = message;
  return isJsonObject(request) && request['method'] === method;
}

class SecondConnectionError extends Error {
  readonly code = 'CONNECTION_DIED_UNUSED';
}

/** A connector for undici that returns this one socket, and an error after that. */
function giveOnce(socket: Socket): (options: unknown, callback: (...result: [null, Socket] | [Error, null]) => void) => void {
  let given = false;
  return (_options, callback) => {
    const first = !given;
    given = true;
    // Called later, because undici accepts the socket only after this function has returned.
    queueMicrotask(() => (first ? callback(null, socket) : callback(new SecondConnectionError('One connection a call'), null)));
  };
}
