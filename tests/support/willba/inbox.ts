import type { PaymentData, PaymentEvent } from './payment-event.ts';
import type { RequestHead, Verdict } from './verify-request.ts';

/** One request, in the order in which their heads came. What is not known yet, or never was, is null. */
export interface Try extends RequestHead {
  readonly number: number;
  /** By the receiver's `now`. */
  readonly at: number;
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signatures: readonly string[];
  readonly rawBody: string | null;
  /** Parsed, signed or not; null where it is no JSON. */
  readonly body: unknown;
  readonly sequence: number | null;
  readonly paymentId: string | null;
  /** The places of the secrets that signed it. */
  readonly signedWith: readonly number[];
  /** Why Willba did not take it; null for a good request. */
  readonly refusal: string | null;
  /** What went back, for example `200`, `503`, `nothing`, `half of 200, then reset`, `reset before reading`. */
  readonly answered: string | null;
  readonly connection: number;
  /** Another request came on this connection before. */
  readonly reused: boolean;
}

/** What Willba knows of one event: it was verified and a 2xx went back. A repeat of it is no second event. */
export interface AcceptedEvent {
  readonly id: string;
  readonly type: PaymentEvent['type'];
  /** Null for `payment.test`. */
  readonly sequence: number | null;
  readonly payment: PaymentData | null;
  readonly rawBody: string;
  readonly body: PaymentEvent;
}

export interface Inbox {
  readonly events: readonly AcceptedEvent[];
  readonly complaints: readonly string[];
  complain(about: Pick<Try, 'number' | 'id'> | null, what: string): void;
  /** Call for each request that was read whole: compares a repeated id with what came before. */
  judge(request: Try, verdict: Verdict): void;
  /** Call when a 2xx goes back to a verified request. */
  accepted(request: Try, verdict: Verdict): void;
}

/** What Willba keeps, and what it would complain of. It knows nothing of sockets. */
export function createInbox(): Inbox {
  const events: AcceptedEvent[] = [];
  const complaints: string[] = [];
  const bodies = new Map<string, string>();
  const lastSequences = new Map<string, number>();

  function complain(about: Pick<Try, 'number' | 'id'> | null, what: string): void {
    complaints.push(about === null ? what : `request ${about.number} (${about.id ?? 'without an id'}): ${what}`);
  }

  function judge(request: Try, verdict: Verdict): void {
    if (verdict.refusal !== null) {
      complain(request, verdict.refusal.why);
      return;
    }
    const rawBody = request.rawBody ?? '';
    const before = bodies.get(verdict.id);
    if (before === undefined) bodies.set(verdict.id, rawBody);
    else if (before !== rawBody) complain(request, 'the id came before with another body');
  }

  function accepted(request: Try, verdict: Verdict): void {
    if (verdict.refusal !== null || events.some((event) => event.id === verdict.id)) return;
    const { id, event: body } = verdict;
    const update = body.type === 'payment.updated' ? body : null;
    events.push({
      id,
      type: body.type,
      sequence: update?.sequence ?? null,
      payment: update?.data ?? null,
      rawBody: request.rawBody ?? '',
      body,
    });
    if (update === null) return;
    const last = lastSequences.get(update.data.id);
    if (last !== undefined && update.sequence <= last) {
      complain(request, `sequence ${update.sequence} of payment ${update.data.id} was accepted after ${last}`);
    } else lastSequences.set(update.data.id, update.sequence);
  }

  return { events, complaints, complain, judge, accepted };
}
