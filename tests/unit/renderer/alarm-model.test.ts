import { describe, expect, it } from 'vitest';
import { holdsWindow, lateText, leftUnclear } from '../../../renderer/payment/alarm-model.ts';
import { meaningOf } from '../../../renderer/payment/meaning.ts';
import { paymentStateNames } from '../../../shared/payment.ts';
import { approved, samplePayment } from '../../support/renderer-harness/sample-desk.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what stays in sight', () => {
  it('names the sum, the reference and the terminal of a late approval, and leaves out what is not known', () => {
    const late = {
      paymentId: 'p',
      chargedMinor: 4_200,
      reversedMinor: 0,
      currency: 'EUR',
      reference: 'R-1001',
      terminalName: 'Päätelaite I',
      manualEntriesMinor: 0,
    };
    expect(plain(lateText({ ...late, kind: 'sale' }, false))).toBe('Korttia veloitettiin sittenkin: 42,00 € · R-1001 · Päätelaite I');
    expect(plain(lateText({ ...late, kind: 'sale' }, true))).toBe('Korttia veloitettiin sittenkin: 42,00 € · Päätelaite I');
    expect(plain(lateText({ ...{ ...late, reference: '', terminalName: null }, kind: 'refund' }, false))).toBe(
      'Rahat palautettiin sittenkin: 42,00 €',
    );
    expect(plain(lateText({ ...late, kind: 'sale', manualEntriesMinor: 4_200 }, true))).toBe(
      'Korttia veloitettiin sittenkin: 42,00 € · Päätelaite I · kirjattu myös käsin 42,00 €',
    );
  });

  it('cannot be opened while a payment has the window', () => {
    const holding = paymentStateNames.filter((state) => holdsWindow({ state, released: false }));
    expect(holding).toEqual(['created', 'sent', 'cancelling', 'checking']);
    expect(paymentStateNames.filter((state) => holdsWindow({ state, released: true }))).toEqual([]);
    expect(holdsWindow(null)).toBe(false);
  });

  it('are the unclear payments that the desk left, not the one in the window', () => {
    const payments = [samplePayment({ id: 'a' }), samplePayment({ id: 'b' }), approved({ id: 'c' })];
    expect(leftUnclear(payments, 'a').map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a payment that was found paid afterwards', () => {
  it('is one that the desk had left, or that somebody had settled otherwise', () => {
    expect(meaningOf(approved())).toBe('money-in');
    expect(meaningOf(approved({ released: true }))).toBe('late');
    expect(meaningOf(approved(), true)).toBe('late');
    expect(meaningOf(samplePayment({ state: 'checking', released: true }))).toBe('unclear');
    const settlement = { charged: false, by: 'x', reason: 'x', evidence: '', at: '' };
    expect(meaningOf(approved({ state: 'settled-by-person', settlement, proof: 'lookup' }))).toBe('late');
    expect(meaningOf(approved({ state: 'settled-by-person', settlement, proof: 'person', chargedMinor: 0 }))).toBe('record-not');
  });
});
