import type { PaymentData, PaymentEvent } from './payment-event.ts';

export function samplePayment(changes: Partial<PaymentData> = {}): PaymentData {
  return {
    id: 'payment-1',
    orderId: 'WP-0001',
    requestId: null,
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
    stan: '000042',
    card: { brand: 'VISA', last4: '1234' },
    reason: null,
    proof: 'answer',
    settlement: null,
    environment: 'test',
    startedAt: '2026-11-23T10:00:00.000Z',
    endedAt: '2026-11-23T10:00:09.120Z',
    ...changes,
  };
}

export function sampleEvent(sequence: number, changes: Partial<PaymentData> = {}): PaymentEvent {
  return { type: 'payment.updated', timestamp: '2026-11-23T10:00:09.120Z', sequence, data: samplePayment(changes) };
}
