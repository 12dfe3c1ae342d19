import { copyFileSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCardEraser } from '../../../electron/storage/erase-card-data.ts';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { migration0008 } from '../../../electron/storage/migrations/0008-card-data-apart.ts';
import { type Migration, migrations } from '../../../electron/storage/migrations.ts';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { copyKeptDay, keptExport, keptRows, readRows } from '../../fixtures/recorded-day/kept-day.ts';
import { newPath, openWell } from './journal-on-disk.ts';

const before = migrations.slice(0, migration0008.version - 1);
const upTo8 = migrations.slice(0, migration0008.version);

function keptDay(): string {
  const path = newPath();
  copyKeptDay(path);
  return path;
}

/** Every group of four digits that the kept day has on a card or in a person's word. No sum or time of that day has one of them. */
const DIGITS = [
  ...new Set([...keptRows().matchAll(/"last4":"(\d{4})"| ····(\d{4})"/g)].map(([, card, word]) => card ?? word ?? '')),
].sort();
const bytesOf = (path: string): string => ['', '-wal'].map((ending) => readFileSync(path + ending, 'latin1')).join('');
const foundIn = (bytes: string): string[] => DIGITS.filter((digits) => bytes.includes(digits));

const schema = (database: SqliteDatabase): unknown[] =>
  database.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`).all();

describe('a journal whose rows still hold card data', () => {
  it('holds it apart afterwards, every piece of it, in whatever row and place it stood', async () => {
    expect(DIGITS.length).toBeGreaterThan(35);
    const { database } = await openWell(keptDay(), { migrations: upTo8 });
    const rows = database
      .prepare('SELECT event, state, evidence FROM payment_events UNION ALL SELECT state, NULL, NULL FROM payments')
      .all();
    expect(foundIn(JSON.stringify(rows))).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('brand');
    expect(foundIn(JSON.stringify(database.prepare('SELECT last4 FROM card_data').all()))).toEqual(DIGITS);
    const places = database.prepare('SELECT place, count(*) > 1 FROM card_data GROUP BY place ORDER BY place').raw().all();
    expect(places).toEqual(['event', 'event-word', 'evidence', 'state', 'state-word'].map((place) => [place, 1]));
    // Whose record a lookup brought: a stranger's, another payment's of this PC, its own.
    const named = database.prepare('SELECT DISTINCT order_id FROM card_data WHERE order_id IS NOT NULL').pluck().all();
    expect(named).toEqual(expect.arrayContaining(['ANOTHER-DESK', 'WP-A013', 'WP-A036']));
  });

  it('gets all its rules back, word for word', async () => {
    const path = keptDay();
    const old = await openWell(path, { migrations: before });
    const rules = schema(old.database);
    old.database.close();
    const { database } = await openWell(path, { migrations: upTo8 });
    expect(schema(database)).toEqual(expect.arrayContaining(rules));
    const added = schema(database).filter((rule) => !rules.some((known) => JSON.stringify(known) === JSON.stringify(rule)));
    expect(added.map((rule) => (rule as { name: string }).name)).toEqual([
      'card_data',
      'card_data_by_order',
      'card_data_never_changes',
      'payment_events_hold_no_card',
    ]);
    for (const change of [`UPDATE payment_events SET state = '{}'`, 'DELETE FROM payment_events', `UPDATE payments SET state = '{}'`]) {
      expect(() => database.exec(change)).toThrow(/never|must be the last event's/);
    }
    expect(database.pragma('foreign_key_check')).toEqual([]);
  });

  it('leaves no digit in its files once they are erased, not even what was written over long ago', async () => {
    const path = keptDay();
    const { database } = await openWell(path);
    expect(foundIn(bytesOf(path))).toEqual(DIGITS);
    const eraser = createCardEraser(database);
    const ids = database.prepare<[], string>('SELECT id FROM payments').pluck().all();
    for (const id of ids) expect(eraser.ofPayment(id)).toMatchObject({ ok: true, value: { isLogEmpty: true } });
    expect(foundIn(bytesOf(path))).toEqual([]);
    database.close();
    expect(foundIn(readFileSync(path, 'latin1'))).toEqual([]);
    expect(exportPayments(path, `${path}.jsonl`)).toEqual({ ok: true, value: { payments: ids.length } });
    const erased = keptExport()
      .replace(/"card":\{"brand":"(?:[^"\\]|\\.)*","last4":(?:null|"\d{4}")\}/g, '"card":null')
      .replace(/ ····\d{4}"/g, ' ····"');
    expect(readFileSync(`${path}.jsonl`, 'utf8')).toBe(erased);
  });

  it('leaves a copy from before, with the card data in it', async () => {
    const { backup } = await openWell(keptDay());
    const copy = new Database(backup ?? '', { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(7);
    copy.close();
    expect(foundIn(readFileSync(backup ?? '', 'latin1'))).toEqual(DIGITS);
  });
});

describe('a migration of card data that is cut off', () => {
  /** The files as a kill in this moment leaves them. */
  function copyFiles(path: string): string {
    const copy = newPath();
    for (const ending of ['', '-wal', '-shm']) copyFileSync(path + ending, copy + ending);
    return copy;
  }

  /** The migration step by step, stopped before each of its statements. */
  const statements = migration0008.sql.split(/;\n\n?(?= {4}(?:CREATE|INSERT|UPDATE|DROP|--))/);

  it.each(statements.map((_, done) => done))('after %i of its statements is done anew at the next start', async (done) => {
    const path = keptDay();
    const copies: string[] = [];
    const cutOff: Migration = {
      ...migration0008,
      sql: statements.slice(0, done).join(';\n'),
      // So little room that what is not committed goes to the log, where a kill leaves it.
      appliesTo(database) {
        database.pragma('cache_size = 5');
        return true;
      },
      run() {
        copies.push(copyFiles(path));
        throw new Error('killed');
      },
    };
    expect(await openDatabase(path, { migrations: [...before, cutOff] })).toMatchObject({ ok: false });
    for (const left of [path, ...copies]) {
      const { database } = await openWell(left);
      expect(readRows(createPaymentJournal(database))).toBe(keptRows());
      database.close();
      expect(exportPayments(left, `${left}.jsonl`)).toMatchObject({ ok: true });
      expect(readFileSync(`${left}.jsonl`, 'utf8')).toBe(keptExport());
    }
  });
});
