import { chmodSync, copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackupName } from '../../../electron/storage/backups/backup-names.ts';
import { makeCheckedCopy } from '../../../electron/storage/backups/checked-copy.ts';
import { never } from '../../../electron/storage/backups/digest.ts';
import { latestVersion, type Migration, migrations } from '../../../electron/storage/migrations.ts';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { troubleOf } from '../../../electron/storage/storage-failure.ts';
import {
  digest,
  filesBeside,
  must,
  newPath,
  openJournal,
  openWell,
  rowOf,
  sale,
  withoutRoot,
  writeSomePayments,
} from './journal-on-disk.ts';

const LATEST = latestVersion(migrations);
const next = LATEST + 1;
const second: Migration = { version: next, name: 'notes', sql: 'CREATE TABLE notes (a INTEGER) STRICT; INSERT INTO notes VALUES (1)' };
const broken: Migration = { version: next, name: 'broken', sql: 'CREATE TABLE notes (a INTEGER) STRICT; SELECT nothing FROM nowhere' };
const orphaning: Migration = {
  version: next,
  name: 'orphaning',
  sql: `PRAGMA defer_foreign_keys = ON; INSERT INTO payment_events (payment_id, seq, at, event, state)
    VALUES ('nobody', 1, '2026-11-23T10:00:00.000Z', '{}', '{}')`,
};
const now = () => new Date('2026-11-23T10:00:00.000Z');

describe('a migration', () => {
  it('of an existing journal leaves a whole copy from before', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const { database, backup } = await openWell(path, { migrations: [...migrations, second], now });
    expect(database.pragma('user_version', { simple: true })).toBe(next);
    expect(createPaymentJournal(database).byId('p-approved')?.state.name).toBe('approved');
    database.close();
    expect(filesBeside(path)).toEqual(['backups', 'payments.db']);
    expect(readdirSync(join(dirname(path), 'backups'))).toEqual([basename(backup ?? '')]);
    expect(readBackupName(backup ?? '')).toMatchObject({ version: LATEST, at: '2026-11-23T10:00:00Z' });

    // The copy is a journal: it opens under the program of before, with everything in it.
    const restored = newPath();
    copyFileSync(backup ?? '', restored);
    const old = await openWell(restored);
    expect(createPaymentJournal(old.database).byId('p-open')?.state.name).toBe('created');
  });

  it('copies what a killed program left in its log', async () => {
    const running = await openJournal();
    must(running.journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    const path = newPath();
    for (const ending of ['', '-wal', '-shm']) copyFileSync(running.path + ending, path + ending);
    const { backup } = await openWell(path, { migrations: [...migrations, second], now });
    const copy = new Database(backup ?? '', { readonly: true });
    expect(copy.prepare('SELECT id FROM payments').pluck().all()).toEqual(['p']);
    copy.close();
  });

  it('of a new journal needs no copy', async () => {
    const path = newPath();
    const { backup, database } = await openWell(path, { migrations: [...migrations, second] });
    expect(backup).toBeNull();
    database.close();
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it.each([broken, orphaning])('that fails leaves the form before: $name', async (migration) => {
    const path = newPath();
    await writeSomePayments(path);
    expect(await openDatabase(path, { migrations: [...migrations, migration], now })).toMatchObject({
      ok: false,
      error: { kind: 'unreadable' },
    });
    const { database } = await openWell(path);
    expect(database.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'notes'`).pluck().get()).toBe(0);
    expect(createPaymentJournal(database).byId('p-open')?.state.name).toBe('created');
  });

  it('does not begin when the copy cannot be written', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const before = digest(path);
    chmodSync(path, 0o666);
    chmodSync(dirname(path), 0o555);
    const opened = await withoutRoot(() => openDatabase(path, { migrations: [...migrations, second] }));
    expect(opened).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(digest(path)).toBe(before);
  });

  it('a copy that is not whole is no copy, and says nothing against the journal', async () => {
    const { path, database } = await openJournal();
    const writingGarbage = new Proxy(database, {
      get(target, key) {
        if (key === 'backup') return async (name: string) => writeFileSync(name, 'garbage'.repeat(1000));
        const member: unknown = Reflect.get(target, key);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    const options = { isStopped: never, isToBeCompacted: false };
    const failing = await makeCheckedCopy(writingGarbage, `${path}.partial`, options).catch((cause: unknown) => cause);
    expect(failing).toMatchObject({ message: 'The backup is not whole' });
    expect(troubleOf(failing)).toBe('unreadable');
    expect(filesBeside(path)).toEqual(['payments.db', 'payments.db-shm', 'payments.db-wal']);
  });

  it('has its number by its place', async () => {
    const opened = await openDatabase(newPath(), { migrations: [...migrations, { ...second, version: next + 1 }] });
    expect(opened).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });
});
