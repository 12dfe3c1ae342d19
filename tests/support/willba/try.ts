import type { IncomingMessage } from 'node:http';

import type { Place } from './connections.ts';
import type { Try } from './inbox.ts';
import { header, parse, signaturesIn } from './verify-request.ts';

export type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** What the head of a request tells. */
export function arrived(request: IncomingMessage, number: number, at: number, place: Place): Writable<Try> {
  const { method = '', url: path = '', headers } = request;
  return {
    number,
    at,
    method,
    path,
    headers,
    id: header(headers, 'webhook-id'),
    timestamp: header(headers, 'webhook-timestamp'),
    signatures: signaturesIn(headers),
    rawBody: null,
    body: null,
    sequence: null,
    paymentId: null,
    signedWith: [],
    refusal: null,
    answered: null,
    ...place,
  };
}

/** Reads the body once, when it is first asked for, into the entry. Null: the sender went away before it was whole. */
export function read(request: IncomingMessage, entry: Writable<Try>): { start(): Promise<Buffer | null> } {
  let reading: Promise<Buffer | null> | null = null;
  async function bytes(): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return null;
    }
    const rawBody = Buffer.concat(chunks);
    entry.rawBody = rawBody.toString('utf8');
    entry.body = parse(rawBody) ?? null;
    entry.sequence = numberIn(entry.body, 'sequence');
    entry.paymentId = textIn(memberOf(entry.body, 'data'), 'id');
    return rawBody;
  }
  return {
    start() {
      reading ??= bytes();
      return reading;
    },
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function numberIn(value: unknown, name: string): number | null {
  const found = memberOf(value, name);
  return typeof found === 'number' ? found : null;
}

function textIn(value: unknown, name: string): string | null {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : null;
}
