import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { migrations } from '../../../electron/storage/migrations.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { approvedState, must, newPath, openWell, rowOf, sale } from './journal-on-disk.ts';

const EARLIER = migrations.slice(0, 2);
let path: string;
beforeEach(() => {
  path = newPath();
});

/** A journal of the program before, in its own form, whose payments were last sent to this address. Null: before log-ins were kept. */
async function writeEarlierJournal(baseUrl: string | null): Promise<void> {
  const { database } = await openWell(path, { migrations: EARLIER });
  const state = JSON.stringify(approvedState);
  const at = '2026-11-23T10:00:00.000Z';
  const payment = database.prepare(`INSERT INTO payments
    (id, order_id, attempt, kind, amount_minor, currency, terminal_id, reference, environment, started_at, state_name, state, ended_at)
    VALUES (?, ?, ?, 'sale', 1250, 'EUR', '71000001', '', ?, '${at}', 'approved', ?, '${at}')`);
  const event = database.prepare(
    `INSERT INTO payment_events (payment_id, seq, at, event, state) VALUES (?, 1, '${at}', '{"type":"given-up"}', ?)`,
  );
  for (const environment of ['test', 'production', 'training']) {
    payment.run(environment, environment, environment, environment, state);
    event.run(environment, state);
  }
  const login = database.prepare(`INSERT INTO desk (key, value) VALUES ('login', ?)`);
  if (baseUrl !== null) login.run(JSON.stringify({ baseUrl, username: 'hotel' }));
  database.close();
}

const environments = (database: SqliteDatabase): unknown =>
  Object.fromEntries(
    database
      .prepare<[], { id: string; environment: string }>('SELECT id, environment FROM payments')
      .all()
      .map((row) => [row.id, row.environment]),
  );

const asWritten = { test: 'test', production: 'production', training: 'training' };
const corrected = { ...asWritten, test: 'production' };

const cases = [
  ['https://api1.cloudconnect.nets.eu', corrected],
  ['https://API1.CloudConnect.Nets.EU', corrected],
  ['https://api1.cloudconnect.nets.eu.', corrected],
  ['HTTPS://Api1.cloudconnect.nets.eu.:443', corrected],
  ['https://api1.cloudconnect.nets.eu:8443/v1/..', corrected],
  ['https://api1%2Ecloudconnect.nets.eu', corrected],
  ['https://connectcloud-test.aws.nets.eu', asWritten],
  ['https://connectcloud.aws.nets.eu', asWritten],
  ['https://api1.cloudconnect.nets.eu.example', asWritten],
  ['https://connectcloud-test.aws.nets.eu/api1.cloudconnect.nets.eu', asWritten],
  ['http://127.0.0.1:3000', asWritten],
  ['not an address', asWritten],
  [null, asWritten],
] as const;

describe('payments that were sent to api1 moved real money', () => {
  it.each(cases)('kept log-in %s', async (baseUrl, expected) => {
    await writeEarlierJournal(baseUrl);
    const { database } = await openWell(path);
    expect(environments(database)).toEqual(expected);
    database.close();
    // Once: what is paid in a test from here on stays what it is.
    const again = await openWell(path);
    expect(environments(again.database)).toEqual(expected);
  });

  it.each(cases)('an export before the first start says so as well: %s', async (baseUrl, expected) => {
    await writeEarlierJournal(baseUrl);
    const file = `${path}.jsonl`;
    expect(exportPayments(path, file)).toEqual({ ok: true, value: { payments: 3 } });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const exported = lines.map((line) => JSON.parse(line) as { id: string; environment: string });
    expect(Object.fromEntries(exported.map(({ id, environment }) => [id, environment]))).toEqual(expected);
  });

  it('a test that is paid after the correction stays a test', async () => {
    await writeEarlierJournal('https://api1.cloudconnect.nets.eu');
    const { database } = await openWell(path);
    must(createPaymentJournal(database).create(sale({ id: 'later', environment: 'test' }), 'later', rowOf('started', { name: 'created' })));
    database.close();
    const file = `${path}.jsonl`;
    exportPayments(path, file);
    expect(readFileSync(file, 'utf8')).toMatch(/"id":"later".*"environment":"test"/);
    const again = await openWell(path);
    expect(environments(again.database)).toEqual({ ...corrected, later: 'test' });
  });

  it('the rules of the tables are afterwards what they were, to the letter', async () => {
    await writeEarlierJournal('https://api1.cloudconnect.nets.eu');
    const before = await openWell(path, { migrations: EARLIER });
    const rules = (database: SqliteDatabase) =>
      database.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`).all();
    const written = rules(before.database);
    const events = before.database.prepare('SELECT * FROM payment_events').all();
    before.database.close();
    const { database } = await openWell(path, { migrations: migrations.slice(0, 3) });
    expect(rules(database)).toEqual(written);
    expect(database.prepare('SELECT * FROM payment_events').all()).toEqual(events);
    expect(() => database.exec(`UPDATE payments SET environment = 'test'`)).toThrow('facts never change');
    expect(() => database.exec('UPDATE payments SET amount_minor = 1')).toThrow('facts never change');
    expect(() => database.exec('DELETE FROM payments')).toThrow('never deleted');
  });
});
