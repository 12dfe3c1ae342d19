import type { PaymentEvent } from '../../../electron/payments/core/events.ts';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { ReceiptTexts } from '../../../electron/payments/core/outcome.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { openStorage } from '../../../electron/storage/open-storage.ts';
import { silentLog } from '../../../electron/support/log.ts';

const AT = '2026-11-23T07:42:07.000Z';
const approval = {
  chargedMinor: 12_850,
  tipMinor: 0,
  surchargeMinor: 0,
  stan: '000123',
  card: { brand: 'VISA', last4: '1234' },
} as const;

/**
 * Puts one paid sale of a day long ago into a new journal of the program: the same one in every run, so that what is printed of it can be
 * compared with a picture.
 */
export async function keepPaidSale(folder: string, receipts: ReceiptTexts): Promise<string> {
  const storage = await openStorage(folder, silentLog);
  const facts: PaymentFacts = {
    ...{ id: 'kept-sale', orderId: '01M8G-7MKJ6-QS9K1', kind: 'sale', requestId: null, originalId: null, amountMinor: 12_850 },
    ...{ currency: 'EUR', terminalId: '71000001', terminalName: 'Päätelaite I', pointOfSale: 'Vastaanotto' },
    ...{ reference: 'R-2044 · Mäkinen', operator: 'Maija V.', environment: 'test' },
  };
  const add = (event: PaymentEvent, state: PaymentState, texts: ReceiptTexts | null = null): void => {
    const evidence = {
      ...{ status: 200, elapsedMs: 9_120, bodySha256: '0'.repeat(64), bodyBytes: 800, record: null, failureText: null, transport: null },
      ...(texts === null ? {} : { receipts: texts }),
    };
    const row = { at: AT, event, state, evidence: texts === null ? null : evidence };
    const written = event.type === 'started' ? storage.journal.create(facts, 'kept-sale-form', row) : storage.journal.append(facts.id, row);
    if (!written.ok) throw new Error(`the payment was not written: ${written.error.kind}`);
  };
  add({ type: 'started' }, { name: 'created' });
  add({ type: 'cleared' }, { name: 'sent', written: false });
  add({ type: 'request-written' }, { name: 'sent', written: true });
  add({ type: 'answered', outcome: { kind: 'approved', approval } }, { name: 'approved', proof: 'answer', ...approval }, receipts);
  await storage.close();
  return facts.id;
}
