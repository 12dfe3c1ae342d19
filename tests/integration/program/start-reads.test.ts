import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { journalPath } from '../../../electron/storage/open-storage.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';
import { fillJournal, type LargeJournal } from '../../support/large-journal.ts';
import { composeForTest } from './program.ts';

const folders: string[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** It is 12.00 of 23 November in Helsinki, and 500 payments are of today. */
const TODAY = { today: 500, from: '2026-11-23T04:00:00.000Z', to: '2026-11-23T09:55:00.000Z' } as const satisfies Partial<LargeJournal>;

async function folderWith(payments: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-large-'));
  folders.push(folder);
  const opened = await openDatabase(journalPath(folder));
  if (!opened.ok) throw new Error(opened.error.kind);
  fillJournal(opened.value.database, { payments, ...TODAY });
  opened.value.database.close();
  return folder;
}

/** Every question that is asked from here on, with how many rows came back. */
function listen() {
  const rows = new Map<string, number>();
  const pragmas: string[] = [];
  const { prepare, pragma } = Database.prototype;
  vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: SqliteDatabase, source, options) {
    pragmas.push(source);
    return pragma.call(this, source, options);
  });
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: SqliteDatabase, sql: string) {
    const statement = prepare.call(this, sql);
    const count = (more: number): void => void rows.set(sql, (rows.get(sql) ?? 0) + more);
    const { all, get } = statement;
    Object.assign(statement, {
      all(...args: unknown[]) {
        const found: unknown[] = Reflect.apply(all, statement, args);
        count(found.length);
        return found;
      },
      get(...args: unknown[]) {
        const found: unknown = Reflect.apply(get, statement, args);
        count(found === undefined ? 0 : 1);
        return found;
      },
    });
    return statement;
  });
  return { rows, pragmas };
}

/** A start, up to the first whole snapshot for the window. */
async function startOnce(folder: string) {
  const heard = listen();
  const program = composeForTest(folder, 'http://127.0.0.1:9', undefined, { clock: createFakeClock() });
  const snapshot = await program.execute('snapshot', null);
  await program.close();
  vi.restoreAllMocks();
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  const total = [...heard.rows.values()].reduce((sum, each) => sum + each, 0);
  return { ...heard, total, today: snapshot.value.today };
}

describe('a start', () => {
  it('reads as many rows of a hundred thousand payments as of five hundred and ten, each by an index', async () => {
    const large = await folderWith(100_000);
    const few = await startOnce(await folderWith(510));
    const many = await startOnce(large);
    expect(many.today).toMatchObject({ count: few.today.count, more: 300 });
    expect(many.today.count).toBeGreaterThan(300);
    expect(many.total).toBe(few.total);
    expect(many.pragmas.filter((each) => /quick_check|integrity_check/.test(each))).toEqual([]);

    const database = new Database(journalPath(large), { readonly: true });
    const plans = [...many.rows.keys()].flatMap((sql) => planOf(database, sql).map((step) => `${step} ← ${sql}`));
    database.close();
    expect(plans.length).toBeGreaterThan(10);
    expect(plans.filter(walksThroughPayments)).toEqual([]);
  });

  it('such a walk would be seen', async () => {
    const database = new Database(journalPath(await folderWith(510)), { readonly: true });
    const walks = (sql: string): boolean => planOf(database, sql).some(walksThroughPayments);
    expect(walks('SELECT * FROM payments WHERE amount_minor = 1')).toBe(true);
    expect(walks('SELECT * FROM payment_events WHERE at > 1')).toBe(true);
    expect(walks('SELECT id FROM payments ORDER BY started_at')).toBe(true);
    expect(walks(`SELECT * FROM payments WHERE state_name = 'unresolved'`)).toBe(false);
    database.close();
  });
});

describe('the large journal', () => {
  it('is one that the program reads: payments, rows, every kind and state of a day', async () => {
    const folder = await folderWith(3_000);
    const opened = await openDatabase(journalPath(folder));
    if (!opened.ok) throw new Error(opened.error.kind);
    const journal = createPaymentJournal(opened.value.database);
    const payments = journal.startedSince('');
    expect(payments).toHaveLength(3_000);
    for (const { facts, state } of payments) expect(journal.rows(facts.id).at(-1)?.state).toEqual(state);
    expect(new Set(payments.map(({ facts }) => facts.kind)).size).toBe(4);
    expect(new Set(payments.map(({ state }) => state.name)).size).toBe(6);
    opened.value.database.close();
  });
});

function planOf(database: SqliteDatabase, sql: string): string[] {
  const unbound = sql.replace(/[@:]\w+/g, 'NULL').replace(/\?/g, 'NULL');
  const asked = /^\s*(?:SELECT|WITH)/i.test(sql) ? unbound : null;
  return asked === null ? [] : (database.prepare(`EXPLAIN QUERY PLAN ${asked}`).all() as { detail: string }[]).map(({ detail }) => detail);
}

/** The partial indexes hold only what waits for somebody. */
const WAITING = /USING (?:COVERING )?INDEX payments_(?:open|unresolved|unsigned)\b/;
const walksThroughPayments = (step: string): boolean => /^SCAN (?:payments|payment_events)\b/.test(step) && !WAITING.test(step);
