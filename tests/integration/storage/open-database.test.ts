import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { latestVersion, migrations } from '../../../electron/storage/migrations.ts';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import {
  digest,
  filesBeside,
  killedJournal,
  must,
  newFolder,
  newPath,
  openJournal,
  openWell,
  rowOf,
  sale,
  writeSomePayments,
} from './journal-on-disk.ts';

describe('a journal that opens', () => {
  it('is begun in a folder that is created', async () => {
    const path = join(newFolder(), 'ProgramData', 'Willba', 'payments.db');
    const { database, backup, logMissing } = await openWell(path);
    expect(database.pragma('user_version', { simple: true })).toBe(LATEST);
    expect({ backup, logMissing }).toEqual({ backup: null, logMissing: false });
  });

  it('keeps everything over a close and over a kill', async () => {
    const facts = sale({ id: 'p' });
    const path = await killedJournal(({ journal }) => must(journal.create(facts, 'attempt-1', rowOf('started', { name: 'created' }))));
    const { database, logMissing } = await openWell(path);
    expect(createPaymentJournal(database).byId('p')?.facts).toEqual(facts);
    expect(logMissing).toBe(false);
    database.close();
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it('goes on where a kill left an empty file in its first moment', async () => {
    const path = newPath();
    writeFileSync(path, '');
    await openWell(path);
  });

  it('refuses an SQLite that is too old, before it touches a file', async () => {
    const path = newPath();
    expect(await openDatabase(path, { minimumSqlite: '3.999.0' })).toMatchObject({
      ok: false,
      error: { kind: 'old-sqlite', needed: '3.999.0' },
    });
    expect(filesBeside(path)).toEqual([]);
  });
});

const LATEST = latestVersion(migrations);

describe('a journal of a newer version', () => {
  it('is refused and stays as it was, to the byte', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const raw = new Database(path);
    raw.pragma(`user_version = ${LATEST + 1}`);
    raw.close();
    const before = digest(path);
    expect(await openDatabase(path)).toEqual({ ok: false, error: { kind: 'newer-schema', found: LATEST + 1, known: LATEST } });
    expect(digest(path)).toBe(before);
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it('also when its version still stands in the log of a killed program', async () => {
    const path = await killedJournal(({ database }) => database.pragma(`user_version = ${LATEST + 7}`));
    const before = [digest(path), digest(`${path}-wal`)];
    expect(await openDatabase(path)).toEqual({ ok: false, error: { kind: 'newer-schema', found: LATEST + 7, known: LATEST } });
    expect([digest(path), digest(`${path}-wal`)]).toEqual(before);
  });
});

describe('a journal whose log was taken away', () => {
  it('opens with what had been folded in, and says that something may be missing', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const running = await openJournal(path);
    must(running.journal.create(sale({ id: 'lost' }), 'attempt-lost', rowOf('started', { name: 'created' })));
    const copy = newPath();
    for (const ending of ['', '-shm']) copyFileSync(path + ending, copy + ending);
    const { database, logMissing } = await openWell(copy);
    const journal = createPaymentJournal(database);
    expect(logMissing).toBe(true);
    expect(journal.byId('p-approved')?.state.name).toBe('approved');
    expect(journal.byId('lost')).toBeNull();
  });
});
