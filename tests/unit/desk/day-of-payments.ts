import { createFollowing } from '../../../electron/desk/following.ts';
import { createPaymentViews } from '../../../electron/desk/payment-views.ts';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { Day } from '../../../electron/payments/rules/day.ts';
import { approvalOf } from '../../support/fakes/fake-card-terminal.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';
import { createMemoryJournal } from '../../support/fakes/memory-journal.ts';
import { saleFacts } from '../payments/sale-facts.ts';

export const paid = (minor: number): PaymentState => ({ name: 'approved', proof: 'answer', ...approvalOf(minor) });
export const lost: PaymentState = { name: 'unresolved', cause: 'answer-lost', hint: null };

/** A journal with payments of chosen times, and what follows their money. It is 12.00 of 23 November in Helsinki. */
export function dayOfPayments() {
  const clock = createFakeClock();
  const journal = createMemoryJournal();
  const here = { currency: saleFacts.currency, environment: saleFacts.environment };
  let day: Day = { start: '2026-11-22T22:00:00.000Z', end: '2026-11-23T22:00:00.000Z' };
  const today = (): Day => day;
  const runner = { find: () => null, owesJournal: () => false };
  const views = createPaymentViews({ runner, journal, clock, today, timeZone: () => 'Europe/Helsinki', here: () => here });
  const kept = new Set<string>();
  const memory = { unseen: () => [...kept], keep: (id: string) => kept.add(id).has(id), forget: (id: string) => void kept.delete(id) };
  const open = () =>
    createFollowing({
      views,
      journal,
      memory,
      today,
      clock,
      counts: ({ currency }) => currency === here.currency,
      dayChanged: () => undefined,
    });

  return {
    clock,
    journal,
    views,
    kept,
    open,
    setDay: (next: Day): void => {
      day = next;
    },
    /** One that began at a moment and is over. */
    add(id: string, startedAt: string, state: PaymentState, facts: Partial<PaymentFacts> = {}): string {
      const payment = { ...saleFacts, orderId: `WP-${id}`, terminalId: `7100-${id}`, ...facts, id };
      const row = (name: 'started' | 'cleared' | 'request-written', of: PaymentState) =>
        ({ at: startedAt, event: { type: name }, state: of, evidence: null }) as const;
      const created = journal.create(payment, `attempt-${id}`, row('started', { name: 'created' }));
      if (!created.ok) throw new Error(created.error.kind);
      journal.append(id, row('cleared', { name: 'sent', written: false }));
      journal.append(id, row('request-written', state));
      return id;
    },
  };
}
