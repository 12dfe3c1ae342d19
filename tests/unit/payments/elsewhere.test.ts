import { describe, expect, it } from 'vitest';
import { chargedElsewhere, startedElsewhereSince } from '../../../electron/payments/rules/elsewhere.ts';
import type { SeenPayment } from '../../../electron/payments/rules/shared-payment.ts';
import { referenceKey } from '../../../shared/reference.ts';

const NOW = '2026-11-23T10:00:00.000Z';
const seen = ({ reference = 'R-1001', ...more }: Partial<SeenPayment> & { readonly reference?: string } = {}): SeenPayment => ({
  paymentId: 'other',
  originalId: null,
  kind: 'sale',
  state: 'approved',
  moneyMoved: 'yes',
  amountMinor: 1250,
  chargedMinor: 1300,
  currency: 'EUR',
  terminalId: '71000002',
  terminalName: 'Päätelaite II',
  desk: 'Baari',
  environment: 'production',
  startedAt: '2026-11-23T09:50:00.000Z',
  changedAt: '2026-11-23T09:50:09.000Z',
  referenceKey: referenceKey(reference),
  ...more,
});
const ours = ({ currency, environment }: { readonly currency: string; readonly environment: string }): boolean =>
  currency === 'EUR' && environment === 'production';
const judge = (...payments: readonly SeenPayment[]) => chargedElsewhere('r 1001', payments, NOW, ours);
const unknown = { moneyMoved: 'unknown', chargedMinor: 0 } as const;

describe("another desk's payment for the same booking", () => {
  it('warns with where, when, how much and which state', () => {
    expect(judge(seen())).toEqual({
      desk: 'Baari',
      terminalName: 'Päätelaite II',
      amountMinor: 1300,
      currency: 'EUR',
      at: '2026-11-23T09:50:09.000Z',
      state: 'charged',
      manual: false,
      others: 0,
    });
  });

  it.each<[string, SeenPayment, object]>([
    ['nothing has left its PC yet', seen({ state: 'created', moneyMoved: 'no', chargedMinor: 0 }), { state: 'running', amountMinor: 1250 }],
    ['it runs', seen({ state: 'sent', ...unknown }), { state: 'running', at: '2026-11-23T09:50:00.000Z' }],
    ['it is being cancelled', seen({ state: 'cancelling', ...unknown }), { state: 'running' }],
    ['it is looked up', seen({ state: 'checking', ...unknown }), { state: 'unclear' }],
    ['nobody can prove it', seen({ state: 'unresolved', ...unknown }), { state: 'unclear' }],
    ['an approval of nothing', seen({ state: 'approved', ...unknown }), { state: 'unclear' }],
    ['a person says that it was charged', seen({ state: 'settled-by-person' }), { state: 'charged' }],
    ['it was recorded by hand', seen({ kind: 'manual', state: 'settled-by-person', terminalId: null }), { state: 'charged', manual: true }],
  ])('warns where %s', (_what, payment, told) => {
    expect(judge(payment)).toMatchObject(told);
  });

  it.each<[string, SeenPayment]>([
    ['it was declined', seen({ state: 'declined', moneyMoved: 'no', chargedMinor: 0 })],
    ['it was refused', seen({ state: 'refused', moneyMoved: 'no', chargedMinor: 0 })],
    ['a person says that it was not charged', seen({ state: 'settled-by-person', moneyMoved: 'no', chargedMinor: 0 })],
    ['it is another booking', seen({ reference: 'R-1002' })],
    ['it has no reference', seen({ reference: '' })],
    ['it is a test', seen({ environment: 'test' })],
    ['it is other money', seen({ currency: 'SEK' })],
    ['it is a refund', seen({ kind: 'refund' })],
    ['it is older than two weeks', seen({ startedAt: '2026-11-09T09:59:59.000Z' })],
  ])('does not warn where %s', (_what, payment) => {
    expect(judge(payment)).toBeNull();
  });

  it('does not warn of a sale without a reference', () => {
    expect(chargedElsewhere(' – ', [seen({ reference: '' })], NOW, ours)).toBeNull();
  });

  it('does not warn of what was given back in full, as far as the records say', () => {
    const back = (chargedMinor: number, more: Partial<SeenPayment> = {}) =>
      seen({ paymentId: `back${chargedMinor}`, originalId: 'other', kind: 'refund', chargedMinor, ...more });
    expect(judge(seen(), back(1300))).toBeNull();
    expect(judge(seen(), back(1000), back(300))).toBeNull();
    expect(judge(seen(), back(1300, { kind: 'void' }))).toBeNull();
    expect(judge(seen(), back(1299))).toMatchObject({ state: 'charged' });
    expect(judge(seen(), back(1300, { moneyMoved: 'unknown' }))).toMatchObject({ state: 'charged' });
    expect(judge(seen(), back(1300, { originalId: 'another' }))).toMatchObject({ state: 'charged' });
  });

  it('tells the latest, and how many more there are', () => {
    const earlier = seen({ paymentId: 'earlier', startedAt: '2026-11-23T08:00:00.000Z', desk: 'Sauna' });
    expect(judge(seen(), earlier)).toMatchObject({ desk: 'Baari', others: 1 });
    expect(judge(earlier, seen())).toMatchObject({ desk: 'Baari', others: 1 });
  });
});

describe('what other desks have begun on a terminal', () => {
  const since = '2026-11-23T09:45:00.000Z';
  const begun = (...payments: readonly SeenPayment[]) => startedElsewhereSince('71000002', since, payments);

  it('is told by desk and time, the latest of each', () => {
    const later = seen({ paymentId: 'later', startedAt: '2026-11-23T09:55:00.000Z' });
    const sauna = seen({ paymentId: 'sauna', desk: 'Sauna', startedAt: '2026-11-23T09:46:00.000Z', state: 'declined', moneyMoved: 'no' });
    expect(begun(seen(), later, sauna)).toEqual([
      { desk: 'Baari', at: '2026-11-23T09:55:00.000Z' },
      { desk: 'Sauna', at: '2026-11-23T09:46:00.000Z' },
    ]);
  });

  it('is nothing from before, of another terminal, or that never ran there', () => {
    expect(
      begun(
        seen({ startedAt: '2026-11-23T09:44:59.000Z' }),
        seen({ terminalId: '71000001' }),
        seen({ terminalId: null }),
        seen({ state: 'refused' }),
        seen({ state: 'created' }),
      ),
    ).toEqual([]);
  });
});
