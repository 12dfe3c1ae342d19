import {
  type CallLimits,
  createHttpCaller,
  type HttpAnswer,
  type HttpCallerOptions,
  type HttpOutcome,
  isSuccess,
} from '../http/http-call.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { failedPost, NO_SECRET, type PostAnswer, type Posted } from '../outbox/ports.ts';
import type { OutboxEvent, PostEvent } from './ports.ts';

/** Willba's answer must be there within 20 s; what comes later counts as a failure. */
const LIMITS: CallLimits = { connectMs: 20_000, answerMs: 20_000, totalMs: 20_000 };
/** From here on this PC's clock is wrong enough for a receiver to refuse its signatures. */
const CLOCK_OFF_MS = 60_000;
const GONE = 410;

export type WebhookOptions = Omit<HttpCallerOptions, 'baseUrl'> & {
  readonly url: string;
  /** The newest first: while a secret is being changed an event is signed with each. Empty while they are not known. */
  readonly secrets: () => readonly string[];
  /** Milliseconds since 1970, by this PC. */
  readonly now: () => number;
};

/**
 * Posts signed events (Standard Webhooks). Every try carries the event's own id and body, and a fresh time and signature. Only a 2xx
 * accepts; a redirect is a failure and is not followed.
 */
export function createWebhook({ url, secrets, now, ...options }: WebhookOptions): {
  readonly post: PostEvent;
  readonly dispose: () => void;
} {
  const { origin, pathname, search } = new URL(url);
  const call = createHttpCaller({ ...options, baseUrl: origin });
  const closing = new AbortController();
  /**
   * Added to this PC's time. A receiver refuses what looks old to it; after a refusal its own clock is tried, and after another this PC's
   * again: an answer's date may come from a proxy whose clock is wrong.
   */
  let offsetMs = 0;

  return {
    async post(event): Promise<Posted> {
      const headers = await signed(event, secrets(), new Date(now() + offsetMs)).catch(() => null);
      if (headers === null) return failedPost({ status: null, code: NO_SECRET });
      const outcome = await call({
        method: 'POST',
        path: `${pathname}${search}`,
        headers: { ...headers, accept: '*/*' },
        body: event.body,
        limits: LIMITS,
        statusOnly: true,
        signal: closing.signal,
      });
      const posted = read(outcome, now());
      if (posted.kind !== 'accepted' && outcome.kind === 'answered') offsetMs = offsetMs === 0 ? offsetOf(outcome, now()) : 0;
      return posted;
    },
    dispose: () => closing.abort(),
  };
}

/** @throws Error where there is no secret, or an empty one. */
async function signed({ id, body }: OutboxEvent, secrets: readonly string[], at: Date): Promise<Record<string, string>> {
  if (secrets.length === 0) throw new Error('There is no secret to sign with');
  // Loaded with the first event, not at the program's start.
  const { Webhook } = await import('standardwebhooks');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(keyOf(secret), { format: 'raw' }).sign(id, at, body)).join(' '),
  };
}

/** `whsec_` and base64, with its padding or without. */
const keyOf = (secret: string): Uint8Array => Buffer.from(secret.slice('whsec_'.length), 'base64');

function read(outcome: HttpOutcome, wallMs: number): Posted {
  const answer: PostAnswer = outcome.kind === 'answered' ? { status: outcome.status, code: null } : { status: null, code: outcome.code };
  if (isSuccess(outcome)) return { kind: 'accepted', answer };
  if (answer.status === GONE) return { kind: 'gone', answer };
  return failedPost(answer, outcome.kind === 'answered' ? retryAfterMs(outcome, wallMs) : null);
}

/** The receiver's clock minus this PC's in milliseconds; 0 where they agree, or the answer names no time. */
function offsetOf({ date }: HttpAnswer, wallMs: number): number {
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return 0;
  return Math.abs(theirs - wallMs) > CLOCK_OFF_MS ? theirs - wallMs : 0;
}
