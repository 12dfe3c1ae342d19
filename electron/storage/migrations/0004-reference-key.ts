import { referenceKey } from '../../../shared/reference.ts';
import type { SqliteDatabase } from '../sqlite.ts';

/**
 * References are compared as people read them: `r-1001` equals `R 1001`. SQLite has no such comparison, so the common key has a column of
 * its own. What is read from a payment does not change.
 */
export const migration0004 = {
  version: 4,
  name: 'reference key',
  sql: `
    ALTER TABLE payments ADD COLUMN reference_key TEXT NOT NULL DEFAULT '';
    DROP INDEX payments_by_reference;
    CREATE INDEX payments_by_reference_key ON payments (reference_key) WHERE reference_key <> '';
  `,
  readsAlike: true,
  run(database: SqliteDatabase): void {
    database.function('reference_key_of', { deterministic: true }, (reference) => referenceKey(String(reference)));
    database.exec(`
      UPDATE payments SET reference_key = reference_key_of(reference);
      DROP TRIGGER payments_facts_never_change;
      CREATE TRIGGER payments_facts_never_change
        BEFORE UPDATE OF number, id, order_id, attempt, kind, request_id, original_id, amount_minor, currency, terminal_id,
          terminal_name, point_of_sale, reference, reference_key, operator, environment, started_at ON payments
        BEGIN SELECT RAISE (ABORT, 'payments: facts never change'); END;
    `);
  },
} as const;
