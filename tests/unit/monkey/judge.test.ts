import { describe, expect, it } from 'vitest';
import type { ExportedPayment } from '../../support/connect-cloud/index.ts';
import { createLedger } from '../../support/connect-cloud/ledger.ts';
import { compareGreen, compareMoney, compareShown, compareToday } from '../../support/monkey/judge.ts';
import { screenOf } from '../../support/monkey/screen.ts';
import { sumsIn } from '../../support/monkey/sums.ts';

const now = new Date('2026-11-27T10:00:00.000Z');
const payment = (more: Partial<ExportedPayment> = {}): ExportedPayment => ({
  id: '1',
  orderId: 'A',
  originalId: null,
  kind: 'sale',
  state: 'approved',
  moneyMoved: 'yes',
  amountMinor: 1250,
  chargedMinor: 1250,
  tipMinor: 0,
  surchargeMinor: 0,
  terminalId: '71000001',
  reason: null,
  proof: 'answer',
  settlement: null,
  startedAt: now.toISOString(),
  ...more,
});

function ledgerOf(chargedMinor: number) {
  const ledger = createLedger();
  const attempt = ledger.openAttempt('71000001', 'A', 'purchase', 1250);
  Object.assign(attempt, { outcome: 'approved', said: 'approved', delivered: 'full', chargedMinor });
  return ledger;
}

it('reads sums as the window writes them', () => {
  expect(sumsIn('R-1 8.14 · VISA ····1234 1\u00a0250,00\u00a0€')).toEqual([125_000]);
  expect(sumsIn('2 maksua · −12,50 €, pyydetty 0,05 €')).toEqual([-1250, 5]);
  expect(sumsIn('12.50 tai 7 €')).toEqual([]);
});

describe('money', () => {
  it('agrees where the terminal charged what is exported', () => {
    expect(compareMoney([payment()], ledgerOf(1250))).toEqual([]);
  });

  it('differs where the sum is another, where nothing moved, and where a charge is called none', () => {
    expect(compareMoney([payment()], ledgerOf(1200))).not.toEqual([]);
    expect(compareMoney([payment({ chargedMinor: 0 })], ledgerOf(0))).not.toEqual([]);
    expect(compareMoney([payment({ state: 'declined', moneyMoved: 'no', chargedMinor: 0 })], ledgerOf(1250))).not.toEqual([]);
    expect(compareMoney([], ledgerOf(1250))).not.toEqual([]);
  });
});

describe('what is shown', () => {
  const list = (totalMinor: number, ...minors: readonly number[]) => ({ totalMinor, rows: minors.map((minor) => ({ name: '', minor })) });
  const outcome = (heading: string, says: string) => ({ row: { name: '', minor: 0 }, orderId: 'A', heading, says });

  it('counts what went back off the total, and shows each payment once', () => {
    const payments = [payment(), payment({ id: '2', orderId: 'B', kind: 'refund', originalId: '1', chargedMinor: 250, amountMinor: 250 })];
    expect(compareToday(list(1000, 1250, -250), payments, now)).toEqual([]);
    expect(compareToday(list(1250, 1250, -250), payments, now)).toHaveLength(1);
    expect(compareToday(list(1000, 1250), payments, now)).toHaveLength(1);
    expect(compareToday(list(1000, 1250, -250, 700), payments, now)).toHaveLength(1);
  });

  it('is plain green only for what was asked', () => {
    expect(compareShown(outcome('Maksu suoritettu', 'Veloitettu 12,50 €.'), [payment()])).toEqual([]);
    expect(compareShown(outcome('Maksu suoritettu', 'Veloitettu 6,00 €.'), [payment({ chargedMinor: 600 })])).toHaveLength(1);
    expect(compareShown(outcome('Maksu hylätty', '12,50 €'), [payment()])).toHaveLength(1);
    expect(compareShown(outcome('Maksu suoritettu', '12,00 € Veloitettu 12,50 €.'), [payment()])).toHaveLength(1);
    expect(compareShown(outcome('Maksu suoritettu', '12,50 €'), [payment({ state: 'checking', moneyMoved: 'unknown' })])).toHaveLength(1);
  });

  it('is green in passing only once the terminal has charged', () => {
    const green = screenOf([{ role: 'main', children: ['12,50 €', { role: 'heading', name: 'Maksu suoritettu', level: 1 }] }]);
    expect(compareGreen(green, ledgerOf(1250))).toEqual([]);
    expect(compareGreen(green, ledgerOf(0))).toHaveLength(1);
  });
});
