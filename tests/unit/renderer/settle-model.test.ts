import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../renderer/payment/meaning.ts';
import { isOverruled } from '../../../renderer/payment/outcome-model.ts';
import { firstProblem, readSettleForm, type SettleForm } from '../../../renderer/screens/settle/settle-model.ts';
import { netsClockText } from '../../../renderer/time/nets-time-text.ts';

const form: SettleForm = { charged: false, receipt: '', lastFour: '', reason: 'Kuitissa ei näy', name: 'Maija V.' };

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
    reversedMinor: 0,
    voided: 'no',
    reversing: false,
    released: false,
    reason: null,
    signature: null,
    despiteCancel: false,
    card: null,
    originalCard: null,
  } as const;
  it('outweighs it, and only proof does', () => {
    expect(isOverruled({ ...settled, proof: 'lookup' })).toBe(true);
    expect(meaningOf({ ...settled, proof: 'answer' })).toBe('late');
    expect(isOverruled({ ...settled, proof: 'person', chargedMinor: 0 })).toBe(false);
    expect(meaningOf({ ...settled, proof: 'person', chargedMinor: 0 })).toBe('record-not');
    expect(isOverruled({ ...settled, settlement: { ...settlement, charged: true }, proof: 'lookup' })).toBe(false);
  });
});

describe('Nets’ words for a time', () => {
  it('are shown as they stand on the receipt', () => expect(netsClockText('20261123091231', 'Europe/Helsinki', 'fi')).toBe('9.12'));
});
