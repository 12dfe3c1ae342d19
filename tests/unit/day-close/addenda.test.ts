import { describe, expect, it } from 'vitest';
import { type DayRow, dayRowOf } from '../../../electron/payments/core/day-row.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { addenda } from '../../../electron/payments/rules/addenda.ts';
import { saleFacts, settlement } from '../payments/sale-facts.ts';

const ours = (): boolean => true;
const paid: PaymentState = {
  name: 'approved',
  proof: 'lookup',
  chargedMinor: 1450,
  tipMinor: 200,
  surchargeMinor: 0,
  stan: null,
  card: null,
};
const lost: PaymentState = { name: 'unresolved', cause: 'answer-lost', hint: null };
const said = (charged: boolean): PaymentState => ({ name: 'settled-by-person', settlement: settlement(charged), approval: null });
const row = (state: PaymentState, kind: 'sale' | 'refund' | 'void' = 'sale'): DayRow =>
  dayRowOf({ facts: { ...saleFacts, kind }, state, startedAt: '2026-11-23T10:00:00.000Z', releasedAt: null });
const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`;
const change = (before: DayRow | null, after: DayRow, minute = 0) => ({ at: at(minute), before, after });

describe('what comes to light about a closed day', () => {
  it.each<[string, DayRow, DayRow, object]>([
    ['a charge that is proven late', row(lost), row(paid), { what: 'known', moneyMoved: 'yes', byPerson: false, changeMinor: 1450 }],
    [
      'a person who says that it was charged',
      row(lost),
      row(said(true)),
      { what: 'known', moneyMoved: 'yes', byPerson: true, changeMinor: 1250 },
    ],
    ['a person who says that it was not', row(lost), row(said(false)), { what: 'known', moneyMoved: 'no', byPerson: true, changeMinor: 0 }],
    [
      'proof beside a person’s word',
      row(said(false)),
      row({ ...paid, name: 'settled-by-person', settlement: settlement(false), approval: paid } as PaymentState),
      { moneyMoved: 'yes', byPerson: false, changeMinor: 1450 },
    ],
    ['a refund that is proven late', row(lost, 'refund'), row(paid, 'refund'), { moneyMoved: 'yes', changeMinor: -1450 }],
    [
      'a signature that was judged',
      row({ ...paid, signature: 'asked' }),
      row({ ...paid, signature: 'accepted' }),
      { what: 'signed', changeMinor: 0 },
    ],
  ])('is %s', (_what, before, after, expected) => {
    expect(addenda([change(before, after)], ours)).toMatchObject([expected]);
  });

  it('is no row that says the same again, and no new payment that came to nothing', () => {
    expect(addenda([change(row(lost), row(lost))], ours)).toEqual([]);
    expect(
      addenda(
        [change(null, row({ name: 'created' })), change(row({ name: 'created' }), row({ name: 'declined', hostCode: '51' }), 1)],
        ours,
      ),
    ).toEqual([]);
  });

  it('is one entry for a payment that began later, with the time at which its end became known', () => {
    const steps = [row({ name: 'created' }), row({ name: 'sent', written: true }), row(paid)];
    const changes = steps.map((after, index) => change(steps[index - 1] ?? null, after, index));
    expect(addenda(changes, ours)).toMatchObject([{ what: 'new', moneyMoved: 'yes', at: at(2), changeMinor: 1450 }]);
    expect(addenda(changes.slice(0, 2), ours)).toMatchObject([{ what: 'new', moneyMoved: 'unknown', changeMinor: 0 }]);
  });

  it('adds nothing of other money to the day', () => {
    expect(addenda([change(row(lost), row(paid))], () => false)).toMatchObject([{ moneyMoved: 'yes', changeMinor: 0 }]);
  });
});
