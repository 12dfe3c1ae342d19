import type { OtherDesks } from '../../shared/ipc/other-desks.ts';
import type { Clock, JournalledPayment } from '../payments/ports.ts';
import { seenSince, startedElsewhereSince } from '../payments/rules/elsewhere.ts';
import { type ReadPayments, readWithin } from './looking.ts';

/** Nobody waits for it. */
const PATIENCE_MS = 10_000;
/** Not while the window opens. */
const AFTER_MS = 500;
/** Payments of which it is remembered: more than are unclear at a desk at once. */
const MOST_REMEMBERED = 50;

/** Both ISO 8601 in UTC. */
const later = (one: string, other: string): string => (one > other ? one : other);

/**
 * What other desks have begun on the terminal of an unclear payment since it began: why a lookup may show somebody else's transaction. It is
 * asked for when a payment becomes unclear and when a person wants it, and it decides nothing.
 *
 * @param parts.read null without Strapi
 * @param parts.find the payment as it is now
 */
export function createBegun(parts: {
  readonly read: ReadPayments | null;
  readonly find: (paymentId: string) => JournalledPayment | null;
  readonly clock: Clock;
  readonly changed: () => void;
}) {
  const { clock } = parts;
  /** By payment: the state in which was asked, and what was learned. */
  const known = new Map<string, { readonly askedIn: string; begun: OtherDesks['begun'] }>();
  const stops = new Set<() => void>();

  async function ask(paymentId: string): Promise<void> {
    const payment = parts.find(paymentId);
    const terminalId = payment?.facts.terminalId ?? null;
    const memory = known.get(paymentId);
    if (payment === null || terminalId === null || memory === undefined || parts.read === null) return;
    const answer = await readWithin(
      PATIENCE_MS,
      parts.read,
      { terminalId, since: later(payment.startedAt, seenSince(clock.wallTime())) },
      clock,
    );
    if ('failure' in answer) return;
    memory.begun = startedElsewhereSince(terminalId, payment.startedAt, answer.payments).map((begun) => ({ paymentId, ...begun }));
    parts.changed();
  }

  /** Whether it has just reached a state in which nobody knows what happened. One that is decided is forgotten. */
  function isNewlyUnclear(paymentId: string): boolean {
    const state = parts.read === null ? undefined : parts.find(paymentId)?.state.name;
    const before = known.get(paymentId);
    if (state !== 'checking' && state !== 'unresolved') known.delete(paymentId);
    else if (before?.askedIn !== state) {
      known.set(paymentId, { askedIn: state, begun: before?.begun ?? [] });
      const [oldest] = known.keys();
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      return true;
    }
    return false;
  }

  function soon(paymentId: string): void {
    const stop = clock.after(AFTER_MS, () => {
      stops.delete(stop);
      void ask(paymentId);
    });
    stops.add(stop);
  }

  return {
    all: (): OtherDesks['begun'] => [...known.values()].flatMap(({ begun }) => begun),

    paymentChanged(paymentId: string): void {
      if (isNewlyUnclear(paymentId)) soon(paymentId);
    },

    /** A person wants to know what happened, maybe to a payment of an earlier run. */
    askAgain(paymentId: string): void {
      isNewlyUnclear(paymentId);
      if (known.has(paymentId)) void ask(paymentId);
    },

    close(): void {
      for (const stop of stops) stop();
    },
  };
}
