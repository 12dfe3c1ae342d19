import { migration0013 } from './migrations/0013-day-close.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

/**
 * Whether the session at the payment's terminal was closed since it began, or may have been: only a reconciliation that is proven to have
 * done nothing closed none. An older schema, which is read as it is, knows of none.
 */
export function createSessionReads(database: SqliteDatabase): (paymentId: string) => boolean {
  if (schemaVersion(database) < migration0013.version) return () => false;
  const select = database
    .prepare<[string], unknown>(`
      SELECT 1 FROM payments JOIN reconciliations ON reconciliations.terminal_id = payments.terminal_id
        LEFT JOIN reconciliation_answers ON reconciliation_number = reconciliations.number
      WHERE payments.id = ? AND after_payment >= payments.number AND outcome IS NOT 'not-done' LIMIT 1`)
    .pluck();
  return (paymentId) => select.get(paymentId) !== undefined;
}
