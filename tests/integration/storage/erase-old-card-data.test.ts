import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalRow, PaymentJournal } from '../../../electron/payments/ports.ts';
import { backUp } from '../../../electron/storage/backups/back-up.ts';
import { compactIfDue } from '../../../electron/storage/compact.ts';
import { createDeskTable } from '../../../electron/storage/desk-table.ts';
import { ERASED_KEY, eraseOldCardData } from '../../../electron/storage/erase-old-card-data.ts';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { openOutboxRows } from '../../../electron/storage/outbox-rows.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { upkeepInWorker } from '../../../electron/storage/upkeep-in-worker.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { blankRecord } from '../../support/fakes/fake-card-terminal.ts';
import { approvedState, must, openJournal, rowOf, sale } from './journal-on-disk.ts';

const BEFORE = '2024-11-28T00:00:00.000Z';
const NOW = '2026-11-28T00:00:00.000Z';
const OLD = '2024-11-27T23:59:59.999Z';
const NEW = '2024-11-28T00:00:00.000Z';
const RECENT = '2026-11-27T12:00:00.000Z';
const pause = (): void => undefined;
const goesOn = (): boolean => false;
const erase = (path: string, before = BEFORE) => eraseOldCardData({ path, before, now: NOW }, goesOn, pause);

/** Digits that nothing else in a file has. */
const digits = (number: number): string => String(70_000_000 + number * 7);

/** A payment with a card in each place, receipts, and an event that Willba has or has not accepted. */
function pay(journal: PaymentJournal, id: string, at: string, last4: string, state?: PaymentState): void {
  const card = { brand: `Kortti${last4}`, last4 };
  const approved = { ...approvedState, card } satisfies PaymentState;
  const { name: _name, proof: _proof, ...approval } = approved;
  must(
    journal.create(sale({ id, orderId: `o-${id}`, terminalId: `t-${id}` }), `attempt-${id}`, {
      ...rowOf('started', { name: 'created' }),
      at,
    }),
  );
  must(journal.append(id, { ...rowOf('cleared', { name: 'sent', written: true }), at }));
  const evidence: JournalRow['evidence'] = {
    ...{ status: 200, elapsedMs: 800, bodySha256: null, bodyBytes: 900, failureText: null, transport: null },
    record: { ...blankRecord, result: 0, orderId: `o-${id}`, card },
    receipts: { customer: `ASIAKAS\nKORTTI ****${last4}`, merchant: `MYYJÄ\nKORTTI ****${last4}`, terminal: null },
  };
  must(journal.append(id, { ...rowOf({ type: 'answered', outcome: { kind: 'approved', approval } }, state ?? approved), at, evidence }));
}

/** All bytes of every file in the journal's folder and below. */
function bytesBelow(path: string): string {
  const folder = dirname(path);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('');
}
const found = (path: string, numbers: readonly number[]): number[] => {
  const bytes = bytesBelow(path);
  return numbers.filter((number) => bytes.includes(digits(number)));
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

describe('erasing by age', () => {
  it('takes the cards, receipts and accepted events of old rows out of every byte of the folder, and nothing else', async () => {
    const { path, journal, database } = await openJournal();
    serveWillba(database);
    for (const number of upTo(60)) pay(journal, `old-${number}`, OLD, digits(number));
    for (const number of [60, 61]) pay(journal, `new-${number}`, number === 60 ? NEW : RECENT, digits(number));
    tellWillba(path, database, () => true);
    const rows = [...upTo(62)].map((number) => journal.rows(`${number < 60 ? 'old' : 'new'}-${number}`));
    expect(found(path, upTo(62))).toEqual(upTo(62));

    expect(erase(path)).toEqual({
      ...{ rows: 60, receipts: 120, events: 60 * 3, from: OLD, to: OLD },
      ...{ isLogEmpty: true, isClockDoubted: false },
    });
    expect(found(path, upTo(62))).toEqual([60, 61]);
    expect(journal.byId('old-3')?.state).toEqual({ ...approvedState, card: null });
    expect(journal.receipts('old-3')).toEqual([]);
    expect(journal.rows('old-3').map(({ at, event }) => [at, event.type])).toEqual(rows[3]?.map(({ at, event }) => [at, event.type]));
    expect(journal.rows('new-60')).toEqual(rows[60]);
    expect(journal.receipts('new-60')).toHaveLength(2);
    expect(exportPayments(path, `${path}.jsonl`)).toEqual({ ok: true, value: { payments: 62 } });
    const exported = readFileSync(`${path}.jsonl`, 'utf8');
    expect(exported.match(/"card":null/g)).toHaveLength(60);
    expect(exported.match(/"chargedMinor":1250/g)).toHaveLength(62);
    expect(erase(path)).toMatchObject({ rows: 0, receipts: 0, events: 0, from: null });
  });

  it('leaves what still waits: a payment without a verdict, and an event that Willba has not accepted', async () => {
    const { path, journal, database } = await openJournal();
    serveWillba(database);
    pay(journal, 'unclear', OLD, digits(1), { name: 'unresolved', cause: 'answer-lost', hint: null });
    pay(journal, 'waiting', OLD, digits(2));
    const isRefused = (body: string): boolean => body.includes('"state":"approved"');
    const bodies = tellWillba(path, database, (body) => !isRefused(body));
    expect(erase(path)).toMatchObject({ rows: 1, receipts: 2, events: 5 });
    expect(found(path, [1, 2])).toEqual([1, 2]);
    expect(journal.rows('unclear').at(-1)?.evidence?.record?.card).toMatchObject({ last4: digits(1) });
    // The same text at every try, also after its card was erased.
    expect(tellWillba(path, database, () => true)).toEqual(bodies.filter(isRefused));
    expect(erase(path)).toMatchObject({ rows: 0, events: 1 });
    expect(found(path, [1, 2])).toEqual([1]);
  });

  it('does not trust a clock that is years ahead of the newest payment', async () => {
    const { path, journal } = await openJournal();
    pay(journal, 'old', OLD, digits(1));
    const erased = eraseOldCardData({ path, before: '2097-11-28T00:00:00.000Z', now: '2099-11-28T00:00:00.000Z' }, goesOn, pause);
    expect(erased).toMatchObject({ isClockDoubted: true, rows: 0 });
    expect(found(path, [1])).toEqual([1]);
  });

  it('says that the log still holds them while somebody reads, and empties it the next time', async () => {
    const { path, journal } = await openJournal();
    pay(journal, 'old', OLD, digits(1));
    pay(journal, 'new', RECENT, digits(2));
    const reader = new Database(path, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM card_data').get();
    expect(erase(path)).toMatchObject({ rows: 1, isLogEmpty: false });
    reader.close();
    expect(erase(path)).toMatchObject({ rows: 0, isLogEmpty: true });
    expect(found(path, [1, 2])).toEqual([2]);
  });

  it('never keeps a sale waiting for more than one short transaction', async () => {
    const { path, journal, database } = await openJournal();
    for (const number of upTo(300)) pay(journal, `old-${number}`, OLD, digits(number));
    pay(journal, 'new', RECENT, digits(999));
    // A writer that does not wait at all gets its turn in every pause.
    database.pragma('busy_timeout = 0');
    let sold = 0;
    const sell = (): void => {
      must(
        journal.create(
          sale({ id: `s-${sold}`, orderId: `s-${sold}`, terminalId: `s-${sold}` }),
          `s-${sold}`,
          rowOf('started', { name: 'created' }),
        ),
      );
      sold += 1;
    };
    const erased = eraseOldCardData({ path, before: BEFORE, now: NOW }, goesOn, sell);
    expect(erased).toMatchObject({ rows: 300, receipts: 600, isLogEmpty: true });
    expect(sold).toBeGreaterThanOrEqual((300 * 3) / 50);
  });

  it('beside the desk in a thread, and stopped there it goes on the next time', async () => {
    const { path, journal } = await openJournal();
    for (const number of upTo(120)) pay(journal, `old-${number}`, OLD, digits(number));
    pay(journal, 'new', RECENT, digits(999));
    const running = upkeepInWorker({ kind: 'erase', path, before: BEFORE, now: NOW });
    await running.stop();
    expect((await running.report).kind).toMatch(/erased|stopped/);
    expect(await upkeepInWorker({ kind: 'erase', path, before: BEFORE, now: NOW }).report).toMatchObject({ kind: 'erased' });
    expect(found(path, upTo(120))).toEqual([]);
  });
});

describe('after the erasing', () => {
  it('nothing is left in unused places of a file written anew, nor in a backup', async () => {
    const { path, journal, database } = await openJournal();
    const kept: number[] = [];
    database.pragma('synchronous = OFF');
    for (const number of upTo(700)) {
      const waits = number % 37 === 5;
      if (waits || number >= 350) kept.push(number);
      pay(
        journal,
        `p-${number}`,
        number < 350 ? OLD : RECENT,
        digits(number),
        waits ? { name: 'unresolved', cause: 'answer-lost', hint: null } : undefined,
      );
    }
    erase(path);
    const table = createDeskTable(database);
    const made = await backUp({
      ...{ path, journal: '0123456789ab', chosen: null, earlier: [], isOwnEnough: true, now: NOW },
      isToBeCompacted: true,
    });
    const copy = new Database(made.file, { readonly: true });
    expect([copy.pragma('freelist_count', { simple: true }), Number(database.pragma('freelist_count', { simple: true })) > 0]).toEqual([
      0,
      true,
    ]);
    copy.close();
    const backup = readFileSync(made.file, 'latin1');
    expect(upTo(700).filter((number) => backup.includes(digits(number)))).toEqual(kept);
    compactIfDue(table, silentLog, new Date(NOW));
    database.pragma('wal_checkpoint(TRUNCATE)');
    expect(found(path, upTo(700))).toEqual(kept);
    expect(database.prepare('SELECT count(*) FROM desk WHERE key = ?').pluck().get(ERASED_KEY)).toBe(0);
  });

  it('the file is written anew at most once in thirty days, and only if something was erased', async () => {
    const { path, journal, database } = await openJournal();
    const table = createDeskTable(database);
    let times = 0;
    const count = (): void => {
      times += 1;
    };
    const counting = { ...table, database: new Proxy(database, { get: (it, key) => (key === 'exec' ? count : Reflect.get(it, key)) }) };
    const end = (at: string): void => compactIfDue(counting, silentLog, new Date(at));
    end(NOW);
    expect(times).toBe(0);
    pay(journal, 'old', OLD, digits(1));
    pay(journal, 'new', RECENT, digits(2));
    erase(path);
    end(NOW);
    expect(times).toBe(1);
    pay(journal, 'old-2', OLD, digits(3));
    pay(journal, 'new-2', RECENT, digits(4));
    erase(path);
    end('2026-12-20T00:00:00.000Z');
    expect(times).toBe(1);
    end('2026-12-29T00:00:00.000Z');
    expect(times).toBe(2);
  });
});

function serveWillba(database: SqliteDatabase): void {
  must(createDeskTable(database).write('outbox:willba', true));
}

/** As the sender does: the text of each waiting event is made and kept, and then accepted or not. */
function tellWillba(path: string, database: SqliteDatabase, accepts: (body: string) => boolean): string[] {
  const rows = openOutboxRows(path, true, new Date(NOW));
  const bodies: string[] = [];
  try {
    for (const paymentId of rows.waiting('willba')) {
      for (
        let next = rows.nextForWillba(paymentId, () => true);
        next !== null && next !== 'unreadable';
        next = rows.nextForWillba(paymentId, () => true)
      ) {
        bodies.push(next.body);
        if (!accepts(next.body)) break;
        rows.accept(next.sequence, NOW);
      }
    }
  } finally {
    rows.close();
  }
  database.pragma('wal_checkpoint(PASSIVE)');
  return bodies;
}
