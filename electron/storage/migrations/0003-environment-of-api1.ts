import type { SqliteDatabase } from '../sqlite.ts';

/**
 * `api1.cloudconnect.nets.eu` moves real money, but earlier versions took it for a test environment. Rows do not name the log-in they were
 * sent with, so the one stored in the journal decides for all of them. Facts never change otherwise: the rule against it is removed for
 * this one statement and then restored unchanged.
 */
export const migration0003 = {
  version: 3,
  name: 'the environment of payments that were sent to api1',
  appliesTo: wasSentToApi1,
  sql: `
    DROP TRIGGER payments_facts_never_change;
    UPDATE payments SET environment = 'production' WHERE environment = 'test';
    CREATE TRIGGER payments_facts_never_change
      BEFORE UPDATE OF number, id, order_id, attempt, kind, request_id, original_id, amount_minor, currency, terminal_id,
        terminal_name, point_of_sale, reference, operator, environment, started_at ON payments
      BEGIN SELECT RAISE (ABORT, 'payments: facts never change'); END;
  `,
  readsAlike: true,
} as const;

function wasSentToApi1(database: SqliteDatabase): boolean {
  const kept = database.prepare(`SELECT json_extract(value, '$.baseUrl') FROM desk WHERE key = 'login'`).pluck().get();
  const hostname = typeof kept === 'string' ? URL.parse(kept)?.hostname : undefined;
  return hostname?.replace(/\.$/, '') === 'api1.cloudconnect.nets.eu';
}
