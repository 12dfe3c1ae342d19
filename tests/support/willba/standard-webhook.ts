import { createHmac, timingSafeEqual } from 'node:crypto';

/** Symmetric Standard Webhooks, written from its specification (spec/standard-webhooks.md) with Node's own crypto. */
export const TOLERANCE_SECONDS = 5 * 60;

const PREFIX = 'whsec_';

/** The key behind `whsec_…`. Throws where the specification does not allow the secret: base64 of 24 to 64 bytes. */
export function keyOf(secret: string): Buffer {
  const text = secret.slice(PREFIX.length);
  const key = Buffer.from(text, 'base64');
  if (!secret.startsWith(PREFIX) || key.toString('base64') !== text) throw new Error('a secret is whsec_ and base64');
  if (key.length < 24 || key.length > 64) throw new Error(`a secret has 24 to 64 bytes, not ${key.length}`);
  return key;
}

/** One `v1,…` of the signature header. `timestamp` is in Unix seconds, as it stands in the header. */
export function signature(secret: string, id: string, timestamp: number | string, rawBody: string | Buffer): string {
  return `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(rawBody).digest('base64')}`;
}

/** The three headers, signed with each secret. */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  timestamp: number,
  rawBody: string | Buffer,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => signature(secret, id, timestamp, rawBody)).join(' '),
  };
}

/** Which of the secrets, by place, made one of the signatures. Other versions than v1 are passed over. */
export function signersOf(
  secrets: readonly string[],
  message: { readonly id: string; readonly timestamp: string; readonly signatures: readonly string[]; readonly rawBody: Buffer },
): number[] {
  return secrets.flatMap((secret, place) => {
    const expected = Buffer.from(signature(secret, message.id, message.timestamp, message.rawBody));
    return message.signatures.some((given) => equal(Buffer.from(given), expected)) ? [place] : [];
  });
}

function equal(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What is wrong with the header, or null. The specification wants whole seconds, near to now on both sides. */
export function timestampProblem(timestamp: string, nowMs: number): string | null {
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return `the timestamp "${timestamp}" is no Unix time in seconds`;
  const age = Math.floor(nowMs / 1000) - Number(timestamp);
  if (age > TOLERANCE_SECONDS) return `the timestamp is ${age} s old`;
  if (age < -TOLERANCE_SECONDS) return `the timestamp is ${-age} s in the future`;
  return null;
}
