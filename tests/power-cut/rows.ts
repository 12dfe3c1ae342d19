import type { PaymentFacts } from '../../electron/payments/core/facts.ts';
import type { Approval } from '../../electron/payments/core/outcome.ts';
import type { JournalRow } from '../../electron/payments/ports.ts';

const at = '2026-11-02T09:30:00.000Z';

/** Approved at the end of its rows, so that the next payment may have the terminal. */
export function saleFacts(id: string): PaymentFacts {
  return {
    id,
    orderId: `order-${id}`,
    kind: 'sale',
    requestId: null,
    originalId: null,
    amountMinor: 1250,
    currency: 'EUR',
    terminalId: '71000001',
    terminalName: 'Päätelaite I',
    pointOfSale: 'Vastaanotto',
    reference: 'R-1001',
    operator: null,
    environment: 'test',
  };
}

const approval: Approval = {
  chargedMinor: 1250,
  tipMinor: 0,
  surchargeMinor: 0,
  stan: '000042',
  card: { brand: 'VISA', last4: '1234' },
};

const rows: readonly JournalRow[] = [
  { at, event: { type: 'started' }, state: { name: 'created' }, evidence: null },
  { at, event: { type: 'cleared' }, state: { name: 'sent', written: false }, evidence: null },
  { at, event: { type: 'request-written' }, state: { name: 'sent', written: true }, evidence: null },
  // Its card data lies in a table of its own, and is there with the row or not at all.
  {
    at,
    event: { type: 'answered', outcome: { kind: 'approved', approval } },
    state: { name: 'approved', proof: 'answer', ...approval },
    evidence: null,
  },
];

export function rowOf(number: number): JournalRow {
  const row = rows[number];
  if (row === undefined) throw new Error(`there is no row ${number}`);
  return row;
}
