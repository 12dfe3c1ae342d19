import { describe, expect, it } from 'vitest';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import { isVoidable, voidedAs } from '../../../electron/payments/rules/voidable.ts';
import { approvalOf } from '../../support/fakes/fake-card-terminal.ts';
import { createMemoryJournal } from '../../support/fakes/memory-journal.ts';
import { saleFacts, settlement } from '../payments/sale-facts.ts';

const TODAY = { start: '2026-11-23T00:00:00.000Z', end: '2026-11-24T00:00:00.000Z' };
const TOMORROW = { start: TODAY.end, end: '2026-11-25T00:00:00.000Z' };
const YESTERDAY = { start: '2026-11-22T00:00:00.000Z', end: TODAY.start };
const at = (hour: number): string => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const paid: PaymentState = { name: 'approved', proof: 'answer', ...approvalOf(1250) };

/** A journal with the sale paid at ten, and then what the test says, in this order. */
function journalWith(...later: readonly { readonly facts: Partial<PaymentFacts>; readonly state: PaymentState }[]) {
  const journal = createMemoryJournal();
  const add = (facts: PaymentFacts, state: PaymentState, hour: number): void => {
    journal.create(facts, `attempt-${facts.id}`, { at: at(hour), event: { type: 'started' }, state: { name: 'created' }, evidence: null });
    if (state.name === 'refused' && state.reason === 'not-latest') {
      journal.append(facts.id, { at: at(hour), event: { type: 'stopped-before-sending', reason: 'not-latest' }, state, evidence: null });
      return;
    }
    journal.append(facts.id, { at: at(hour), event: { type: 'cleared' }, state: { name: 'sent', written: false }, evidence: null });
    journal.append(facts.id, { at: at(hour), event: { type: 'request-written' }, state, evidence: null });
  };
  add(saleFacts, paid, 10);
  for (const [index, { facts, state }] of later.entries()) {
    add({ ...saleFacts, id: `later-${index}`, orderId: `WP-1${index}`, ...facts }, state, 11 + index);
  }
  const sale = journal.byId(saleFacts.id) as JournalledPayment;
  return { journal, sale };
}
const back = { kind: 'void', originalId: saleFacts.id } as const;

describe('a sale', () => {
  it('may be voided on its own day, while nothing of this PC has gone to its terminal since', () => {
    const { journal, sale } = journalWith();
    expect(isVoidable(sale, journal, TODAY)).toBe(true);
    expect(isVoidable(sale, journal, TOMORROW)).toBe(false);
    // By a fast clock the sale is dated in the future: nobody knows which day it belongs to.
    expect(isVoidable(sale, journal, YESTERDAY)).toBe(false);
    const elsewhere = journalWith({ facts: { terminalId: '71000002' }, state: paid });
    expect(isVoidable(elsewhere.sale, elsewhere.journal, TODAY)).toBe(true);
    const since = journalWith({ facts: {}, state: { name: 'declined', hostCode: null } });
    expect(isVoidable(since.sale, since.journal, TODAY)).toBe(false);
  });

  it('is not voided once its terminal was reconciled, or may have been: its session is closed', () => {
    const { journal, sale } = journalWith();
    journal.reconciled.add(sale.facts.id);
    expect(isVoidable(sale, journal, TODAY)).toBe(false);
  });

  it.each<[string, PaymentState, boolean]>([
    ['was done', paid, false],
    ['is on the wire', { name: 'sent', written: true }, false],
    ['is being looked up', { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null }, false],
    ['nobody knows the end of', { name: 'unresolved', cause: 'answer-lost', hint: null }, false],
    ['was done by a person’s word', { name: 'settled-by-person', settlement: settlement(true), approval: null }, false],
    ['was not done by a person’s word', { name: 'settled-by-person', settlement: settlement(false), approval: null }, true],
    ['was refused as busy', { name: 'refused', reason: 'busy' }, true],
    ['was not sent over another’s sale', { name: 'refused', reason: 'not-latest' }, true],
    ['was declined', { name: 'declined', hostCode: null }, true],
  ])('whose void %s: may it be voided again?', (_what, state, again) => {
    const { journal, sale } = journalWith({ facts: back, state });
    expect(isVoidable(sale, journal, TODAY)).toBe(again);
    expect(voidedAs(sale, journal)).toBe(
      state.name === 'approved' || (state.name === 'settled-by-person' && state.settlement.charged) ? 'yes' : again ? 'no' : 'unknown',
    );
  });

  it('of which something was given back, or may have been, is not voided', () => {
    for (const state of [paid, { name: 'unresolved', cause: 'answer-lost', hint: null } as const]) {
      const { journal, sale } = journalWith({
        facts: { kind: 'refund', originalId: saleFacts.id, terminalId: '71000002', amountMinor: 100 },
        state,
      });
      expect(isVoidable(sale, journal, TODAY)).toBe(false);
    }
  });

  it('that was never proven paid is not voided, nor is a refund', () => {
    const { journal } = journalWith({ facts: { kind: 'refund', originalId: saleFacts.id }, state: paid });
    expect(isVoidable(journal.byId('later-0') as JournalledPayment, journal, TODAY)).toBe(false);
    const open = journalWith({ facts: { terminalId: '71000003' }, state: { name: 'unresolved', cause: 'answer-lost', hint: null } });
    expect(isVoidable(open.journal.byId('later-0') as JournalledPayment, open.journal, TODAY)).toBe(false);
  });
});
