import { describe, expect, it } from 'vitest';
import { isOverruled, toneOf } from '../../../renderer/screens/outcome/outcome-model.ts';
import { firstProblem, offeredRejection, readSettleForm, type SettleForm } from '../../../renderer/screens/settle/settle-model.ts';
import { netsClockText, netsInstant } from '../../../renderer/time/nets-time-text.ts';
import type { Hint } from '../../../shared/payment.ts';

const HELSINKI = 'Europe/Helsinki';
const hint: Hint = { why: 'rejected-record', amountMinor: 4_200, at: '2026-11-23T10:12:30', seenAt: '2026-11-23T08:13:00.000Z' };
const payment = { kind: 'sale', startedAt: '2026-11-23T08:12:10.700Z', amountMinor: 4_200, hint } as const;
const form: SettleForm = { charged: false, receipt: '', lastFour: '', reason: 'Kuitissa ei näy', name: 'Maija V.' };

describe('what the hint offers', () => {
  it('is "not charged" where the terminal rejected something after our start', () => {
    expect(offeredRejection(payment, HELSINKI)).toBe(hint.at);
    // Nets writes 0 in what it rejected.
    expect(offeredRejection({ ...payment, hint: { ...hint, amountMinor: 0 } }, HELSINKI)).toBe(hint.at);
    expect(offeredRejection({ ...payment, hint: { ...hint, at: '20261123101210' } }, HELSINKI)).toBe('20261123101210');
    expect(offeredRejection({ ...payment, hint: { ...hint, at: '2026-11-23T08:12:30Z', amountMinor: null } }, HELSINKI)).not.toBeNull();
  });

  it.each([
    ['a rejection from before', { at: '2026-11-23T10:12:09' }],
    ['a rejection of another sum', { amountMinor: 990 }],
    ['a rejection without a time', { at: null }],
    ['a time nobody can read', { at: 'eilen' }],
    ['an approval without an order id', { why: 'no-order-id' }],
    ['somebody else’s payment', { why: 'foreign-order-id' }],
    ['no transaction at all', { why: 'no-transaction' }],
    ['what was not approved', { why: 'not-approved' }],
    ['what could not be read', { why: 'unreadable' }],
  ] as const)('is nothing for %s', (_, more) => {
    expect(offeredRejection({ ...payment, hint: { ...hint, ...more } }, HELSINKI)).toBeNull();
  });

  it('is nothing for a refund, nor where nothing was seen', () => {
    expect(offeredRejection({ ...payment, kind: 'refund' }, HELSINKI)).toBeNull();
    expect(offeredRejection({ ...payment, hint: null }, HELSINKI)).toBeNull();
  });

  it('reads Nets’ clock in the property’s zone, in winter and in summer', () => {
    expect(netsInstant('20261123101210', HELSINKI)).toBe(Date.parse('2026-11-23T08:12:10Z'));
    expect(netsInstant('20260623101210', HELSINKI)).toBe(Date.parse('2026-06-23T07:12:10Z'));
    expect(netsInstant('2026-11-23T10:12:10Z', HELSINKI)).toBe(Date.parse('2026-11-23T10:12:10Z'));
    expect(netsInstant('', HELSINKI)).toBeNull();
    expect(netsClockText('20261123091231')).toBe('9.12');
  });
});

describe('a person’s word', () => {
  it('that nothing was charged needs a reason and a name, no receipt', () => {
    expect(readSettleForm(form)).toEqual({ ok: true, value: { by: 'Maija V.', reason: 'Kuitissa ei näy', verdict: { charged: false } } });
    const read = readSettleForm({ ...form, reason: ' ', name: '' });
    expect(read).toMatchObject({ ok: false, error: { reason: 'empty', name: 'empty', receipt: null, lastFour: null } });
  });

  it('that it was charged needs what the receipt says', () => {
    const read = readSettleForm({ ...form, charged: true, lastFour: '42' });
    expect(read).toMatchObject({ ok: false, error: { receipt: 'empty', lastFour: 'not-four-digits' } });
    expect(read.ok ? null : firstProblem(read.error)).toBe('receipt');
    expect(readSettleForm({ ...form, charged: true, receipt: ' 448812 ', lastFour: '4242' })).toMatchObject({
      ok: true,
      value: { verdict: { charged: true, receipt: '448812', lastFour: '4242' } },
    });
  });

  it('must be given: nothing is taken for granted', () => {
    const read = readSettleForm({ ...form, charged: null });
    expect(read.ok ? null : firstProblem(read.error)).toBe('charged');
  });

  it('never holds a card number', () => {
    expect(readSettleForm({ ...form, reason: 'kortti 4242 4242 4242 4242' })).toMatchObject({
      ok: false,
      error: { reason: 'card-number' },
    });
  });
});

describe('proof that comes after a person’s word', () => {
  const settlement = { charged: false, by: 'Maija V.', reason: 'x', evidence: '', at: '' };
  const settled = {
    state: 'settled-by-person',
    settlement,
    amountMinor: 4_200,
    chargedMinor: 4_200,
    tipMinor: 0,
    surchargeMinor: 0,
    kind: 'sale',
    givenBackMinor: 0,
    voided: 'no',
  } as const;
  it('outweighs it, and only proof does', () => {
    expect(isOverruled({ ...settled, proof: 'lookup' })).toBe(true);
    expect(toneOf({ ...settled, proof: 'answer' })).toBe('paid');
    expect(isOverruled({ ...settled, proof: 'person', chargedMinor: 0 })).toBe(false);
    expect(toneOf({ ...settled, proof: 'person', chargedMinor: 0 })).toBe('failed');
    expect(isOverruled({ ...settled, settlement: { ...settlement, charged: true }, proof: 'lookup' })).toBe(false);
  });
});
