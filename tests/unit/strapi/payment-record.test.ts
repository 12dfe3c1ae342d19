import { describe, expect, it } from 'vitest';
import type { SharedPayment } from '../../../electron/payments/rules/shared-payment.ts';
import { readPaymentRecords, storedKey, toRecord } from '../../../electron/strapi/payment-record.ts';

const payment: SharedPayment = {
  ...{ paymentId: 'p', originalId: null, kind: 'sale', state: 'approved', moneyMoved: 'yes', amountMinor: 1250, chargedMinor: 1250 },
  ...{
    currency: 'EUR',
    terminalId: '71000001',
    terminalName: 'Päätelaite I',
    desk: 'Baari',
    reference: 'R–1001',
    environment: 'production',
  },
  ...{ startedAt: '2026-11-23T09:59:00.000Z', changedAt: '2026-11-23T09:59:09.000Z' },
};
const { reference: _compared, ...shown } = payment;

describe('a record of a payment', () => {
  it('reads as it was written, its reference as people read it', () => {
    expect(readPaymentRecords([toRecord(payment, { installation: 'there', desk: null })], 'here')).toEqual([
      { ...shown, referenceKey: 'r1001' },
    ]);
  });

  it('names the desk that writes it, which the terminal may not belong to', () => {
    expect(toRecord(payment, { installation: 'there', desk: 'Sauna' })).toMatchObject({ desk: 'Sauna' });
  });

  it('of this installation is not read', () => {
    expect(readPaymentRecords([toRecord(payment, { installation: 'here', desk: null })], 'here')).toEqual([]);
  });

  it('reads the same from a Strapi 4', () => {
    expect(readPaymentRecords([{ id: 7, attributes: toRecord(payment, { installation: 'there', desk: null }) }], 'here')).toHaveLength(1);
  });

  it('is found by a key that fits into a field of Strapi, and compared by all of it', () => {
    const long = `${'\u{fdfa}'.repeat(80)}`;
    expect([...storedKey(long)].length).toBe(200);
    const [read] = readPaymentRecords([toRecord({ ...payment, reference: long }, { installation: 'there', desk: null })], 'here');
    expect(read?.referenceKey.length).toBeGreaterThan(200);
  });

  it.each([
    ['null', null],
    ['a number', 1],
    ['a text', 'x'],
    ['an array', []],
    ['nothing', {}],
  ])('is not %s', (_what, record) => {
    expect(readPaymentRecords([record], 'here')).toEqual([]);
  });

  it('holds times that can be compared, however Strapi writes them', () => {
    const record = { ...toRecord(payment, { installation: 'there', desk: null }), startedAt: '2026-11-23T11:59:00+02:00' };
    expect(readPaymentRecords([record], 'here')).toMatchObject([{ startedAt: '2026-11-23T09:59:00.000Z' }]);
  });
});
