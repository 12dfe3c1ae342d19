import { chmodSync, copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { latestVersion, migrations } from '../../../electron/storage/migrations.ts';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { openReadOnly } from '../../../electron/storage/open-read-only.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { filesBeside, newFolder, newPath, openJournal, withoutRoot, writeSomePayments } from './journal-on-disk.ts';

const NEWER = latestVersion(migrations) + 1;

const newTarget = (): string => join(newFolder(), 'payments.jsonl');

describe('what cannot be exported says so, and yesterday’s file stays', () => {
  const expectKept = (path: string, kind: string): void => {
    const target = newTarget();
    writeFileSync(target, 'of yesterday');
    expect(exportPayments(path, target)).toMatchObject({ ok: false, error: { kind } });
    expect(readFileSync(target, 'utf8')).toBe('of yesterday');
    expect(filesBeside(target)).toEqual(['payments.jsonl']);
  };

  it('a damaged journal, which is not moved', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const { length } = readFileSync(path);
    for (const cut of [3000, 5000]) {
      truncateSync(path, length - cut);
      expectKept(path, 'damaged');
    }
    writeFileSync(path, 'garbage'.repeat(500));
    expectKept(path, 'damaged');
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it('a journal that was put aside: its payments are not none', async () => {
    const path = newPath();
    writeFileSync(path, 'garbage'.repeat(500));
    await openDatabase(path);
    expectKept(path, 'damaged');
  });

  it('a log without its database', async () => {
    const running = await openJournal();
    const path = newPath();
    copyFileSync(`${running.path}-wal`, `${path}-wal`);
    expectKept(path, 'damaged');
    expect(existsSync(`${path}-wal`)).toBe(true);
  });

  it('a payment that cannot be read', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const raw = new Database(path);
    raw.exec('DROP TRIGGER payments_cache_says_what_the_last_event_says');
    raw.exec(`UPDATE payments SET state = '{"name":"approved"}', state_name = 'approved' WHERE id = 'p-open'`);
    raw.close();
    expectKept(path, 'damaged');
  });

  it('a newer journal, and an older one', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const raw = new Database(path);
    raw.pragma(`user_version = ${NEWER}`);
    raw.close();
    expectKept(path, 'newer-schema');
    const old = openReadOnly(
      path,
      Array.from({ length: NEWER + 1 }, (_, index) => ({ version: index + 1, name: '', sql: '' })),
    );
    expect(old).toMatchObject({ ok: false, error: { kind: 'older-schema', found: NEWER, known: NEWER + 1 } });
    // A form that only allows more to be written is read as it is: nobody has to start the program first.
    const alike = openReadOnly(
      path,
      Array.from({ length: NEWER + 1 }, (_, index) => ({
        version: index + 1,
        name: '',
        sql: '',
        ...(index === NEWER ? { readsAlike: true as const } : {}),
      })),
    );
    expect(alike.ok).toBe(true);
    if (alike.ok) alike.value.database.close();
  });

  it('a journal that may not be read', async () => {
    const path = newPath();
    await writeSomePayments(path);
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o000);
    await withoutRoot(() => expect(openReadOnly(path)).toMatchObject({ ok: false, error: { kind: 'unreadable' } }));
  });
});
