import { z } from 'zod';
import { type Receipt, receiptsIn } from '../payments/core/receipts.ts';
import type { JournalRow } from '../payments/ports.ts';
import { migration0012 } from './migrations/0012-receipts.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

const stored = z.object({ copy: z.enum(['customer', 'merchant', 'terminal']), text: z.string() });

/**
 * Reads a payment's receipts, but for those of a rejection that a lookup overruled: they say the opposite of what happened. An older schema,
 * which is read as it is, has none.
 */
export function createReceiptReads(database: SqliteDatabase): (paymentId: string) => readonly Receipt[] {
  if (schemaVersion(database) < migration0012.version) return () => [];
  const select = database.prepare<[string], unknown>(`
    SELECT copy, text FROM receipts
      JOIN payment_events ON payment_events.number = event_number
      JOIN payments ON payments.id = payment_id
    WHERE payment_id = ? AND NOT (state_name = 'approved' AND event ->> '$.outcome.kind' IS 'rejected')
    ORDER BY seq, copy`);
  return (paymentId) => select.all(paymentId).map((row) => stored.parse(row));
}

/** The receipts that a row brings for its payment. Which payment that is, is read only if there are any. */
export function createReceiptTaker(database: SqliteDatabase): (paymentId: string, row: JournalRow) => readonly Receipt[] {
  const selectOrderId = database.prepare<[string], string>('SELECT order_id FROM payments WHERE id = ?').pluck();
  return (paymentId, row) => {
    const orderId = row.evidence?.receipts === undefined ? undefined : selectOrderId.get(paymentId);
    return orderId === undefined ? [] : receiptsIn(row, { orderId });
  };
}
