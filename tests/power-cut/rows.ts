import type { PaymentFacts } from '../../electron/payments/core/facts.ts';
import type { JournalRow } from '../../electron/payments/ports.ts';

const at = '2026-11-02T09:30:00.000Z';

/** Released at the end of its rows, so that the next payment may have the terminal. */
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

const rows: readonly JournalRow[] = [
  { at, event: { type: 'started' }, state: { name: 'created' }, evidence: null },
  { at, event: { type: 'cleared' }, state: { name: 'sent', written: false }, evidence: null },
  { at, event: { type: 'request-written' }, state: { name: 'sent', written: true }, evidence: null },
  { at, event: { type: 'released' }, state: { name: 'sent', written: true }, evidence: null },
];

export function rowOf(number: number): JournalRow {
  const row = rows[number];
  if (row === undefined) throw new Error(`there is no row ${number}`);
  return row;
}
