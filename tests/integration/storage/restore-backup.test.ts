import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { PaymentJournal } from '../../../electron/payments/ports.ts';
import { backUp } from '../../../electron/storage/backups/back-up.ts';
import { backupName, journalKey } from '../../../electron/storage/backups/backup-names.ts';
import { digestOf } from '../../../electron/storage/backups/digest.ts';
import { createDeskTable } from '../../../electron/storage/desk-table.ts';
import { ensureJournalId } from '../../../electron/storage/journal-id.ts';
import { holdJournal } from '../../../electron/storage/journal-lock.ts';
import { latestVersion, migrations } from '../../../electron/storage/migrations.ts';
import { journalPath, openStorage, type Storage } from '../../../electron/storage/open-storage.ts';
import { openOutboxRows } from '../../../electron/storage/outbox-rows.ts';
import { type Accepted, restoreBackup } from '../../../electron/storage/restore/restore-backup.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { fillJournal } from '../../support/large-journal.ts';
import { approvedState, must, newFolder, openWell, rowOf, sale } from './journal-on-disk.ts';

const NOW = new Date('2026-11-28T04:00:00.000Z');
const open: Storage[] = [];
afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
});

async function start(folder: string): Promise<Storage> {
  const storage = await openStorage(folder, silentLog, { laterMs: 0 });
  await storage.check.done;
  open.push(storage);
  return storage;
}
async function stop(storage: Storage): Promise<void> {
  open.splice(open.indexOf(storage), 1);
  await storage.close();
}

function begin(journal: PaymentJournal, id: string): void {
  must(journal.create(sale({ id, orderId: `o-${id}`, terminalId: `t-${id}` }), `attempt-${id}`, rowOf('started', { name: 'created' })));
}
function send(journal: PaymentJournal, id: string): void {
  must(journal.append(id, rowOf('cleared', { name: 'sent', written: true })));
}
function end(journal: PaymentJournal, id: string, state: PaymentState = approvedState): void {
  must(journal.append(id, rowOf('given-up', state)));
}
function pay(journal: PaymentJournal, id: string): void {
  begin(journal, id);
  send(journal, id);
  end(journal, id);
}

async function backUpNow(storage: Storage, now = NOW.toISOString()): Promise<string> {
  const report = await storage.upkeep.backUp({ folder: null, isOwnEnough: true, now });
  if (report.kind !== 'backed-up') throw new Error(JSON.stringify(report));
  return report.made.file;
}

/** A desk with two payments in its backup, and `more` since. */
async function desk(more: (journal: PaymentJournal) => void = () => undefined): Promise<{ folder: string; file: string }> {
  const folder = newFolder();
  const storage = await start(folder);
  pay(storage.journal, 'a');
  begin(storage.journal, 'b');
  const file = await backUpNow(storage);
  more(storage.journal);
  await stop(storage);
  return { folder, file };
}

const restore = (folder: string, file: string, accepted: Accepted = null) => restoreBackup(folder, file, accepted, NOW);

/** Every file below a folder with its content, without the lock, which any look takes. */
function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    names.filter((name) => !/payments\.lock|open-by\.txt/.test(name)).map((name) => [name, digestOf(join(folder, name))]),
  );
}

/** A file with the name that the program would give it. */
function named(path: string, journal: string, version = latestVersion(migrations)): string {
  const target = join(newFolder(), backupName({ journal, at: NOW.toISOString(), version, digest: digestOf(path) }));
  copyFileSync(path, target);
  return target;
}

describe('a restored backup', () => {
  it('takes the journal’s place, and the journal that was there is kept', async () => {
    const { folder, file } = await desk();
    const before = digestOf(journalPath(folder));
    const restored = restore(folder, file);
    expect(restored).toMatchObject({ ok: true, value: { payments: 2, loss: { payments: [], isIncomplete: false } } });
    if (!restored.ok) return;
    expect(digestOf(restored.value.replaced ?? '')).toBe(before);
    const { journal, missingPayments } = await start(folder);
    expect(journal.byId('a')?.state).toEqual(approvedState);
    expect(missingPayments.current()).toBeNull();
  });

  it('on a new PC, where there is no journal yet', async () => {
    const { file } = await desk();
    const folder = newFolder();
    expect(restore(folder, file)).toMatchObject({ ok: true, value: { payments: 2, replaced: null } });
    const { journal, missingPayments } = await start(folder);
    expect(journal.byId('a')?.state.name).toBe('approved');
    // The journal knows that it had a note: what came after the backup is not here.
    expect(missingPayments.current()).toMatchObject({ from: expect.any(String) });
  });

  it('looks up a payment of which nothing had left this PC, because it may have been sent since', async () => {
    const { folder, file } = await desk();
    must({ ok: restore(folder, file).ok });
    const { journal } = await start(folder);
    expect(journal.byId('b')?.state).toEqual({ name: 'sent', written: false });
    expect(journal.unproven().map(({ facts }) => facts.id)).toEqual(['b']);
  });

  it('never lets a sequence go back, nor sends again what Willba accepted meanwhile', async () => {
    const folder = newFolder();
    const first = await start(folder);
    first.outboxes.willba.serve(true);
    pay(first.journal, 'a');
    const early = told(folder, 1);
    const file = await backUpNow(first);
    pay(first.journal, 'c');
    const later = told(folder, 99);
    expect(early).toHaveLength(1);
    await stop(first);
    // Somebody had set the clock ahead: the sequence is far above what it says now.
    const far = new Database(journalPath(folder));
    far.exec(`UPDATE sqlite_sequence SET seq = 900000000 WHERE name = 'outbox'`);
    far.close();
    must({ ok: restore(folder, file, 1).ok });
    const again = await start(folder);
    pay(again.journal, 'd');
    const news = told(folder, 99);
    expect(news.every(({ sequence }) => sequence > 900_000_000)).toBe(true);
    const sent = new Set([...early, ...later].map(({ id }) => id));
    expect(news.filter(({ id }) => sent.has(id))).toEqual([]);
    expect(news).toHaveLength(3);
  });

  it('is another desk to the property’s Strapi, and the same journal to its backups', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const before = first.installation();
    pay(first.journal, 'a');
    const file = await backUpNow(first);
    await stop(first);
    must({ ok: restore(folder, file).ok });
    const again = await start(folder);
    expect(again.installation()).not.toBe(before);
    expect(basename(await backUpNow(again)).slice(0, 24)).toBe(basename(file).slice(0, 24));
  });

  it('of an older form is migrated', async () => {
    const path = join(newFolder(), 'payments.db');
    const { database } = await openWell(path, { migrations: migrations.slice(0, 8) });
    database.close();
    const folder = newFolder();
    expect(restore(folder, named(path, journalKey(null), 8))).toMatchObject({ ok: true, value: { payments: 0 } });
    expect((await openWell(journalPath(folder))).backup).toBeNull();
  });

  it('of a hundred thousand payments is the journal to the last row', async () => {
    const folder = newFolder();
    const path = journalPath(folder);
    const { database } = await openWell(path);
    fillJournal(database, { payments: 100_000, today: 500, from: '2026-11-27T06:00:00.000Z', to: '2026-11-27T18:00:00.000Z' });
    const id = ensureJournalId(createDeskTable(database), silentLog);
    database.close();
    const made = await backUp({
      ...{ path, journal: journalKey(id), chosen: newFolder(), earlier: [], isOwnEnough: false, isToBeCompacted: false },
      now: NOW.toISOString(),
    });
    expect(made).toMatchObject({ payments: 100_000, trouble: null });
    const restored = restore(folder, made.file);
    expect(restored).toMatchObject({ ok: true, value: { payments: 100_000, loss: { payments: [] } } });
    const [now, before] = [path, restored.ok ? (restored.value.replaced ?? '') : ''].map((each) => new Database(each, { readonly: true }));
    const all = (each: typeof now): unknown =>
      each?.prepare('SELECT count(*), sum(amount_minor), max(number), group_concat(state_name) FROM payments').get();
    expect(all(now)).toEqual(all(before));
    const rows = (each: typeof now): unknown =>
      each?.prepare('SELECT count(*), sum(length(event)), sum(length(state)) FROM payment_events').get();
    expect(rows(now)).toEqual(rows(before));
    now?.close();
    before?.close();
  }, 600_000);
});

describe('an older backup', () => {
  it('is refused while it would lose newer payments: each is listed, and their exact number must be named', async () => {
    const { folder, file } = await desk((journal) => {
      pay(journal, 'c');
      send(journal, 'b');
      end(journal, 'b');
    });
    const before = contentOf(folder);
    for (const accepted of [null, 0, 1, 3, 'unknown'] as const) {
      expect(restore(folder, file, accepted)).toMatchObject({
        ok: false,
        error: {
          kind: 'would-lose',
          loss: {
            isIncomplete: false,
            payments: [
              { orderId: 'o-b', state: 'approved', amountMinor: 1250, currency: 'EUR', kind: 'sale', isKnown: true },
              { orderId: 'o-c', state: 'approved', isKnown: false },
            ],
          },
        },
      });
    }
    expect(contentOf(folder)).toEqual(before);
    expect(restore(folder, file, 2)).toMatchObject({ ok: true });
    const { journal, missingPayments } = await start(folder);
    expect([journal.byId('c'), journal.byId('b')?.state.name]).toEqual([null, 'sent']);
    // And the desk is told until a named person has read it.
    expect(missingPayments.current()).not.toBeNull();
  });

  it('is compared with what a killed program left in its log', async () => {
    const { folder, file } = await desk();
    const { database } = await openWell(journalPath(folder));
    database.pragma('wal_autocheckpoint = 0');
    const killed = newFolder();
    const { createPaymentJournal } = await import('../../../electron/storage/payment-journal.ts');
    pay(createPaymentJournal(database), 'in-the-log');
    for (const ending of ['', '-wal', '-shm']) copyFileSync(journalPath(folder) + ending, journalPath(killed) + ending);
    expect(restore(killed, file)).toMatchObject({ error: { kind: 'would-lose', loss: { payments: [{ orderId: 'o-in-the-log' }] } } });
    expect(restore(killed, file, 1)).toMatchObject({ ok: true });
    expect(readdirSync(killed).filter((name) => /^payments\.db-(?:wal|shm)$/.test(name))).toEqual([]);
  });

  it.each(['damaged', 'damaged in an index', 'put aside', 'gone'])(
    'where the journal is %s, only somebody who accepts the unknown may go on',
    async (what) => {
      const { folder, file } = await desk((journal) => pay(journal, 'c'));
      const path = journalPath(folder);
      if (what === 'damaged in an index') damageIndex(path);
      else if (what !== 'gone') damage(path);
      if (what === 'put aside') renameSync(path, `${path}.damaged-2026-11-28T03-00-00.000Z`);
      if (what === 'gone') rmSync(path);
      const before = contentOf(folder);
      for (const accepted of [null, 0, 1] as const)
        expect(restore(folder, file, accepted)).toMatchObject({ error: { kind: 'would-lose', loss: { isIncomplete: true } } });
      expect(contentOf(folder)).toEqual(before);
      expect(restore(folder, file, 'unknown')).toMatchObject({ ok: true });
      expect((await start(folder)).missingPayments.current()).not.toBeNull();
    },
  );

  it('after a restoring that was cut off, no journal is begun, and it can be done again', async () => {
    const { folder, file } = await desk((journal) => pay(journal, 'c'));
    renameSync(journalPath(folder), `${journalPath(folder)}.replaced-2026-11-28T03-00-00.000Z`);
    copyFileSync(file, `${journalPath(folder)}.restoring`);
    const storage = await start(folder).catch(() => null);
    expect(storage?.problem()).toBe('journal-damaged');
    if (storage !== null) await stop(storage);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
    expect(restore(folder, file)).toMatchObject({ error: { kind: 'would-lose', loss: { payments: [{ orderId: 'o-c' }] } } });
    expect(restore(folder, file, 1)).toMatchObject({ ok: true, value: { payments: 2 } });
  });
});

describe('what is no backup of this journal is refused, and nothing is changed', () => {
  it.each<[string, (file: string, folder: string) => Promise<string> | string, string]>([
    ['a missing file', (file) => `${file}.gone`, 'no-file'],
    ['a folder', () => newFolder(), 'no-file'],
    ['a link', (file) => linkTo(file), 'link'],
    ['an empty file', (file) => changed(file, (copy) => truncateSync(copy, 0)), 'empty'],
    ['a text', (file) => changed(file, (copy) => writeFileSync(copy, 'hello '.repeat(1_000))), 'not-sqlite'],
    ['a file that was cut short', (file) => changed(file, (copy) => truncateSync(copy, statSync(copy).size - 4_096)), 'damaged'],
    ['a file with more in it', (file) => changed(file, (copy) => writeFileSync(copy, 'x', { flag: 'a' })), 'damaged'],
    ['a file with another name', (file) => changed(file, (copy) => renameSync(copy, join(dirname(copy), 'copy.db')), 'copy.db'), 'renamed'],
    ['another journal under this one’s name', (file) => otherName(file), 'renamed'],
    ['a newer form', () => withForm(latestVersion(migrations) + 1), 'newer-schema'],
    ['another database', () => strangeDatabase(), 'not-a-journal'],
    ['exercises', () => exercises(), 'training'],
    ['another installation’s', async () => (await desk()).file, 'another-journal'],
  ])('%s', async (_what, make, kind) => {
    const { folder, file } = await desk();
    const given = await make(file, folder);
    const before = contentOf(folder);
    expect(restore(folder, given)).toMatchObject({ ok: false, error: { kind } });
    expect(contentOf(folder)).toEqual(before);
    expect((await start(folder)).journal.byId('a')?.state.name).toBe('approved');
  });

  it('any one flipped bit is found', async () => {
    const { folder, file } = await desk();
    const before = contentOf(folder);
    const { size } = statSync(file);
    const places = [0, 16, 18, 27, 99, size - 1, ...Array.from({ length: 30 }, () => Math.floor(Math.random() * size))];
    for (const place of places) {
      const bit = 1 << Math.floor(Math.random() * 8);
      const broken = changed(file, (copy) => flip(copy, place, bit));
      const restored = restore(folder, broken);
      expect(restored.ok, `byte ${place}, bit ${bit}`).toBe(false);
      if (!restored.ok) expect(['damaged', 'not-sqlite'], `byte ${place}, bit ${bit}`).toContain(restored.error.kind);
    }
    expect(contentOf(folder)).toEqual(before);
  });

  it('while the program runs', async () => {
    const { folder, file } = await desk();
    const held = holdJournal(folder);
    expect(restore(folder, file)).toMatchObject({ ok: false, error: { kind: 'running' } });
    if (held.ok) held.value.release();
    expect(restore(folder, file)).toMatchObject({ ok: true });
  });

  it('a newer journal is never replaced by an older program', async () => {
    const { folder, file } = await desk();
    const newer = new Database(journalPath(folder));
    newer.pragma(`user_version = ${latestVersion(migrations) + 1}`);
    newer.close();
    expect(restore(folder, file, 'unknown')).toMatchObject({ error: { kind: 'present-newer' } });
  });
});

/** What Willba is told now, and accepts: up to so many events. */
function told(folder: string, most: number): { readonly sequence: number; readonly id: string }[] {
  const rows = openOutboxRows(journalPath(folder), true, NOW);
  const events: { sequence: number; id: string }[] = [];
  for (const paymentId of rows.waiting('willba')) {
    while (events.length < most) {
      const next = rows.nextForWillba(paymentId, () => true);
      if (next === null || next === 'unreadable') break;
      events.push({ sequence: next.sequence, id: next.id });
      rows.accept(next.sequence, NOW.toISOString());
    }
  }
  rows.close();
  return events;
}

function changed(file: string, change: (copy: string) => void, name = basename(file)): string {
  const folder = newFolder();
  copyFileSync(file, join(folder, basename(file)));
  change(join(folder, basename(file)));
  return join(folder, name);
}

function linkTo(file: string): string {
  const link = join(newFolder(), basename(file));
  symlinkSync(file, link);
  return link;
}

function otherName(file: string): string {
  const copy = join(newFolder(), basename(file).replace(/^willba-pos-[0-9a-f]{12}/, 'willba-pos-0123456789ab'));
  copyFileSync(file, copy);
  return copy;
}

async function withForm(version: number): Promise<string> {
  const path = join(newFolder(), 'payments.db');
  const { database } = await openWell(path);
  database.pragma(`user_version = ${version}`);
  database.close();
  return named(path, journalKey(null), version);
}

function strangeDatabase(): string {
  const path = join(newFolder(), 'strange.db');
  const database = new Database(path);
  database.exec('CREATE TABLE notes (a); PRAGMA user_version = 3');
  database.close();
  return named(path, journalKey(null), 3);
}

async function exercises(): Promise<string> {
  const path = join(newFolder(), 'payments.db');
  const { database } = await openWell(path);
  const { createPaymentJournal } = await import('../../../electron/storage/payment-journal.ts');
  must(createPaymentJournal(database).create(sale({ environment: 'training' }), 'attempt-1', rowOf('started', { name: 'created' })));
  database.close();
  return named(path, journalKey(null));
}

function flip(path: string, place: number, bit: number): void {
  const byte = readFileSync(path)[place] ?? 0;
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([byte ^ bit]), 0, 1, place);
  closeSync(file);
}

/** Each payment can still be read. */
function damageIndex(path: string): void {
  const database = new Database(path);
  const page = database.prepare(`SELECT pageno FROM dbstat WHERE name = 'payments_by_start'`).pluck().get();
  database.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(100), 0, 100, Number(page) * 4_096 - 100);
  closeSync(file);
}

/** The last page of the file, which is no start's business. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const { size } = statSync(path);
  for (let at = 4_096 * 4; at < size; at += 4_096) writeSync(file, Buffer.alloc(600, 0xff), 0, 600, at);
  closeSync(file);
}
