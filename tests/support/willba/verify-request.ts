import type { IncomingHttpHeaders } from 'node:http';

import { eventProblem, type PaymentEvent } from './payment-event.ts';
import { signersOf, timestampProblem } from './standard-webhook.ts';

export interface RequestHead {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Why Willba does not take a request, and the status that says so. */
export interface Refusal {
  readonly status: number;
  readonly why: string;
}

export type Verdict = (
  | { readonly refusal: null; readonly id: string; readonly event: PaymentEvent }
  | { readonly refusal: Refusal; readonly event: null }
) & {
  /** The places of the secrets that signed it. */
  readonly signedWith: readonly number[];
};

export interface Expected {
  readonly path: string;
  readonly secrets: readonly string[];
  readonly nowMs: number;
}

/** A header of its own, once; Node joins what was sent twice with a comma and a space. */
export function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export const signaturesIn = (headers: IncomingHttpHeaders): string[] => header(headers, 'webhook-signature')?.split(' ') ?? [];

/** In the order in which a careful receiver looks: nothing of the body is read before its signature is good. */
export function verify({ method, path, headers }: RequestHead, rawBody: Buffer, expected: Expected): Verdict {
  const refused = (status: number, why: string, signedWith: readonly number[] = []): Verdict => ({
    refusal: { status, why },
    event: null,
    signedWith,
  });
  if (path !== expected.path) return refused(404, `the path is ${path}`);
  if (method !== 'POST') return refused(405, `the method is ${method}`);
  const type = headers['content-type'] ?? 'missing';
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(type)) return refused(415, `the content type is ${type}`);

  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const signatures = signaturesIn(headers);
  if (id === null || timestamp === null || signatures.length === 0) return refused(400, 'a webhook header is missing');
  // The full stop parts what is signed, so an id that holds one could be read in two ways.
  if (!/^[^.,\s]{1,256}$/.test(id)) return refused(400, `the id "${id}" cannot be used`);
  const old = timestampProblem(timestamp, expected.nowMs);
  if (old !== null) return refused(401, old);
  const signedWith = signersOf(expected.secrets, { id, timestamp, signatures, rawBody });
  if (signedWith.length === 0) return refused(401, 'no signature is valid');

  const body = parse(rawBody);
  if (body === undefined) return refused(400, 'the body is no JSON', signedWith);
  const wrong = eventProblem(body);
  if (wrong !== null) return refused(422, wrong, signedWith);
  return { refusal: null, id, event: body as PaymentEvent, signedWith };
}

/** The JSON value of UTF-8 bytes; undefined where they are none. */
export function parse(rawBody: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}
