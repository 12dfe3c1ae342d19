import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import { toExportedPayment } from '../../../electron/payments/rules/exported-payment.ts';
import { type ExportedPayment, exportedPaymentSchema } from '../../../shared/payment.ts';
import { approvedState, sale } from './journal-on-disk.ts';

const facts = sale({ id: 'p', orderId: 'o', requestId: 'link-1', terminalId: '71000001', environment: 'production' });
const settlement = { charged: true, by: 'Maija V.', reason: 'Kuitti nähty', evidence: '4711 / 1234', at: '2026-11-23T10:05:00.000Z' };
const { name: _, proof: __, ...approval } = approvedState;

const exported = (state: PaymentState, more: Partial<JournalledPayment> = {}): ExportedPayment =>
  toExportedPayment({ facts, state, startedAt: '2026-11-23T10:00:00.000Z', endedAt: null, releasedAt: null, ...more });

describe('one exported payment', () => {
  it('has the members of interfaces.md, in their order', () => {
    expect(JSON.stringify(exported(approvedState, { endedAt: '2026-11-23T10:00:09.120Z' }))).toBe(
      JSON.stringify({
        id: 'p',
        orderId: 'o',
        requestId: 'link-1',
        originalId: null,
        kind: 'sale',
        state: 'approved',
        moneyMoved: 'yes',
        released: false,
        amountMinor: 1250,
        chargedMinor: 1250,
        tipMinor: 0,
        surchargeMinor: 0,
        currency: 'EUR',
        terminalId: '71000001',
        terminalName: 'Päätelaite I',
        pointOfSale: 'Vastaanotto',
        reference: 'R-1001',
        operator: 'Maija V.',
        stan: '000123',
        card: { brand: 'VISA', last4: '1234' },
        reason: null,
        proof: 'answer',
        settlement: null,
        environment: 'production',
        startedAt: '2026-11-23T10:00:00.000Z',
        endedAt: '2026-11-23T10:00:09.120Z',
      }),
    );
  });

  it.each<[PaymentState, ExportedPayment['moneyMoved'], number, string | null, ExportedPayment['proof']]>([
    [{ name: 'created' }, 'no', 0, null, null],
    [{ name: 'sent', written: false }, 'unknown', 0, null, null],
    [{ name: 'sent', written: true }, 'unknown', 0, null, null],
    [{ name: 'cancelling', written: true, by: 'desk', delivery: 'delivered' }, 'unknown', 0, null, null],
    [{ name: 'checking', cause: 'answer-lost', lookupsDone: 1, hint: null }, 'unknown', 0, 'answer-lost', null],
    [{ name: 'checking', cause: 'unreadable', lookupsDone: 1, hint: null }, 'unknown', 0, 'unreadable', null],
    [approvedState, 'yes', 1250, null, 'answer'],
    [{ ...approvedState, proof: 'lookup', chargedMinor: 1400, tipMinor: 150 }, 'yes', 1400, null, 'lookup'],
    [{ name: 'declined', hostCode: '51' }, 'no', 0, 'host-51', 'answer'],
    [{ name: 'declined', hostCode: null }, 'no', 0, null, 'answer'],
    [{ name: 'cancelled', by: 'desk' }, 'no', 0, 'by-desk', 'answer'],
    [{ name: 'cancelled', by: 'guest' }, 'no', 0, 'by-guest', 'answer'],
    [{ name: 'timed-out' }, 'no', 0, 'timeout', 'answer'],
    [{ name: 'refused', reason: 'busy' }, 'no', 0, 'busy', 'answer'],
    [{ name: 'refused', reason: 'inactive' }, 'no', 0, 'inactive', null],
    [{ name: 'refused', reason: 'not-connected' }, 'no', 0, 'not-connected', 'answer'],
    [{ name: 'refused', reason: 'unknown-terminal' }, 'no', 0, 'unknown-terminal', 'answer'],
    [{ name: 'refused', reason: 'not-authorised' }, 'no', 0, 'not-authorised', null],
    [{ name: 'refused', reason: 'not-sent' }, 'no', 0, 'not-sent', null],
    [{ name: 'unresolved', cause: 'overwritten', hint: null }, 'unknown', 0, 'overwritten', null],
    [{ name: 'unresolved', cause: 'answer-lost', hint: null }, 'unknown', 0, 'answer-lost', null],
    [{ name: 'settled-by-person', settlement, approval: null }, 'yes', 1250, null, 'person'],
    [{ name: 'settled-by-person', settlement: { ...settlement, charged: false }, approval: null }, 'no', 0, null, 'person'],
    // The proof came after the person had spoken: the money is gone, and the person's word stays beside it.
    [{ name: 'settled-by-person', settlement: { ...settlement, charged: false }, approval }, 'yes', 1250, null, 'lookup'],
  ])('%j', (state, moneyMoved, chargedMinor, reason, proof) => {
    const payment = exported(state);
    expect(payment).toMatchObject({ state: state.name, moneyMoved, chargedMinor, reason, proof });
    expect(payment.settlement).toEqual(state.name === 'settled-by-person' ? state.settlement : null);
    expect(exportedPaymentSchema.parse(payment)).toEqual(payment);
  });

  it('says that it was released', () => {
    expect(exported({ name: 'sent', written: true }, { releasedAt: '2026-11-23T10:03:00.000Z' }).released).toBe(true);
  });
});
