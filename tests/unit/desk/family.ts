import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import { approvalOf } from '../../support/fakes/fake-card-terminal.ts';
import { createMemoryJournal } from '../../support/fakes/memory-journal.ts';
import { saleFacts, settlement } from '../payments/sale-facts.ts';

export const charged = (minor: number, tipMinor = 0): PaymentState => ({
  name: 'approved',
  proof: 'answer',
  ...approvalOf(minor + tipMinor),
  tipMinor,
});
export const declined: PaymentState = { name: 'declined', hostCode: '51' };
export const unresolved: PaymentState = { name: 'unresolved', cause: 'answer-lost', hint: null };
export const byHand: PaymentState = { name: 'settled-by-person', settlement: settlement(true), approval: null };

/** A journal in which one sale asked for 100,00, with what the test adds, each on a terminal of its own. */
export function createFamily(root: PaymentState) {
  const journal = createMemoryJournal();
  let written = 0;

  function change(paymentId: string, state: PaymentState): void {
    written += 1;
    const at = new Date(Date.UTC(2026, 10, 23, 10, 0, written)).toISOString();
    journal.append(paymentId, { at, event: { type: 'request-written' }, state, evidence: null });
  }

  function add(facts: Partial<PaymentFacts>, state: PaymentState): string {
    written += 1;
    const id = facts.id ?? `p${written}`;
    const at = new Date(Date.UTC(2026, 10, 23, 10, 0, written)).toISOString();
    const all = { ...saleFacts, id, orderId: `WP-${id}`, terminalId: `71${written}`, ...facts };
    journal.create(all, `attempt-${id}`, { at, event: { type: 'started' }, state: { name: 'created' }, evidence: null });
    if (state.name !== 'created') change(id, state);
    return id;
  }

  add({ id: 'root', amountMinor: 10_000 }, root);
  const payment = (id: string): JournalledPayment => {
    const found = journal.byId(id);
    if (found === null) throw new Error(`No payment ${id}`);
    return found;
  };
  return { journal, add, change, payment };
}
