import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { moneyMoved, proofOf } from '../../../electron/payments/core/worth.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import { toExportedPayment } from '../../../electron/payments/rules/exported-payment.ts';
import { keptMinor, refundableMinor } from '../../../electron/payments/rules/refundable.ts';
import { approvalOf } from '../../support/fakes/fake-card-terminal.ts';
import { saleFacts } from './sale-facts.ts';

const settlement = { charged: false, by: 'Maija V.', reason: 'x', evidence: '', at: '2026-11-23T10:00:00.000Z' };
const payment = (state: PaymentState, facts: Partial<JournalledPayment['facts']> = {}): JournalledPayment => ({
  facts: { ...saleFacts, ...facts },
  state,
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: null,
  releasedAt: null,
});
const approvedFor = (minor: number): PaymentState => ({ name: 'approved', proof: 'answer', ...approvalOf(minor) });

describe('an approval of nothing, as earlier versions kept it', () => {
  it('is no money that anybody knows of', () => {
    expect(moneyMoved(approvedFor(0))).toBe('unknown');
    expect(moneyMoved(approvedFor(1))).toBe('yes');
    expect(toExportedPayment(payment(approvedFor(0)))).toMatchObject({ state: 'approved', moneyMoved: 'unknown', chargedMinor: 0 });
  });

  it('does not outweigh a person’s word', () => {
    const settled: PaymentState = { name: 'settled-by-person', settlement, approval: approvalOf(0) };
    expect(moneyMoved(settled)).toBe('no');
    expect(proofOf(settled)).toBe('person');
    const charged = payment({ ...settled, settlement: { ...settlement, charged: true } });
    expect(toExportedPayment(charged)).toMatchObject({ moneyMoved: 'yes', chargedMinor: charged.facts.amountMinor, proof: 'person' });
  });
});

describe('what may be given back of a sale', () => {
  const left = (...backs: readonly JournalledPayment[]): number =>
    refundableMinor(payment(approvedFor(10_000), { amountMinor: 10_000 }), { byOriginal: () => backs });
  const refund = (state: PaymentState, amountMinor = 4_000): JournalledPayment => payment(state, { kind: 'refund', amountMinor });

  it.each<[string, readonly JournalledPayment[], number]>([
    ['nothing was given back', [], 10_000],
    ['a part was', [refund(approvedFor(4_000))], 6_000],
    ['less than asked was', [refund(approvedFor(3_000))], 7_000],
    ['more than asked was', [refund(approvedFor(9_500))], 500],
    ['a refund was declined', [refund({ name: 'declined', hostCode: null })], 10_000],
    ['a refund that says nothing of its sum was kept as approved', [refund(approvedFor(0))], 0],
    ['a refund is not known', [refund({ name: 'unresolved', cause: 'unreadable', hint: null })], 0],
    ['a refund is being looked up', [refund({ name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null })], 0],
    ['a refund is at the terminal', [refund({ name: 'sent', written: true })], 0],
    [
      'a person says that it went through',
      [refund({ name: 'settled-by-person', settlement: { ...settlement, charged: true }, approval: null })],
      6_000,
    ],
    ['a person says that it did not', [refund({ name: 'settled-by-person', settlement, approval: null })], 10_000],
    [
      'a void may have taken it all',
      [payment({ name: 'unresolved', cause: 'answer-lost', hint: null }, { kind: 'void', amountMinor: 10_000 })],
      0,
    ],
    ['the rest was paid by a sale of its own', [payment(approvedFor(5_000), { amountMinor: 5_000 })], 10_000],
    ['the rest is not known', [payment({ name: 'sent', written: true }, { amountMinor: 5_000 })], 10_000],
  ])('%s', (_, backs, minor) => expect(left(...backs)).toBe(minor));

  it('counts what may have gone back as gone also where only the hotel’s part is asked for', () => {
    const kept = (back: JournalledPayment): number =>
      keptMinor(payment(approvedFor(10_000), { amountMinor: 10_000 }), { byOriginal: () => [back] });
    expect(kept(refund(approvedFor(0)))).toBe(6_000);
    expect(kept(refund({ name: 'unresolved', cause: 'unreadable', hint: null }))).toBe(6_000);
    expect(kept(refund({ name: 'declined', hostCode: null }))).toBe(10_000);
  });
});
