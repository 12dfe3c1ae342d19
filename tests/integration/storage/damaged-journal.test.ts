import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { digest, filesBeside, killedJournal, must, newPath, openWell, rowOf, sale, writeSomePayments } from './journal-on-disk.ts';

const now = () => new Date('2026-11-23T10:00:00.000Z');
const ASIDE = 'payments.db.damaged-2026-11-23T10-00-00.000Z';

describe('a damaged journal', () => {
  it.each([
    ['garbage', (path: string) => writeFileSync(path, Buffer.alloc(20_000, 'not a database '))],
    ['a torn last page', (path: string) => truncateSync(path, readFileSync(path).length - 3000)],
    ['half of it gone', (path: string) => truncateSync(path, 8192)],
    ['a page overwritten that a start reads', (path: string) => overwrite(path, 4096, 4096)],
  ])('%s is put aside whole, and nothing takes its place', async (_, damage) => {
    const path = newPath();
    await writeSomePayments(path);
    damage(path);
    const before = digest(path);
    const aside = join(dirname(path), ASIDE);
    expect(await openDatabase(path, { now })).toMatchObject({ ok: false, error: { kind: 'damaged', putAside: aside } });
    expect(digest(aside)).toBe(before);
    expect(existsSync(path)).toBe(false);
  });

  it('takes its log with it, and both stay as they were', async () => {
    const path = await killedJournal(({ journal }) => must(journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' }))));
    overwrite(path, 0, 4096);
    rmSync(`${path}-shm`);
    overwrite(`${path}-wal`, 4096, 500);
    const before = [digest(path), digest(`${path}-wal`)];
    const aside = join(dirname(path), ASIDE);
    expect(await openDatabase(path, { now })).toMatchObject({ ok: false, error: { kind: 'damaged', putAside: aside } });
    expect([digest(aside), digest(`${aside}-wal`)]).toEqual(before);
    expect(filesBeside(path).filter((name) => !name.startsWith(ASIDE))).toEqual([]);
  });

  it('never takes the place of an earlier one', async () => {
    const path = newPath();
    writeFileSync(path, 'first'.repeat(200));
    await openDatabase(path, { now });
    writeFileSync(path, 'second'.repeat(200));
    await openDatabase(path, { now });
    expect(filesBeside(path)).toEqual([ASIDE, `${ASIDE}-2`]);
  });

  it('is waited for over restarts, until a person decides', async () => {
    const path = newPath();
    writeFileSync(path, 'garbage'.repeat(200));
    await openDatabase(path, { now });
    for (const _ of [1, 2]) {
      expect(await openDatabase(path)).toMatchObject({ ok: false, error: { kind: 'damaged', putAside: join(dirname(path), ASIDE) } });
      expect(filesBeside(path)).toEqual([ASIDE]);
    }
    const begun = await openWell(path, { beginAnew: true });
    begun.database.close();
    // From now on there is a working journal, and the old one is support's.
    await openWell(path);
    expect(filesBeside(path)).toContain(ASIDE);
  });

  it('is over when support has put a backup in its place', async () => {
    const path = newPath();
    const backup = newPath();
    await writeSomePayments(backup);
    writeFileSync(path, 'garbage'.repeat(200));
    await openDatabase(path, { now });
    copyFileSync(backup, path);
    const { database } = await openWell(path);
    expect(createPaymentJournal(database).byId('p-approved')).not.toBeNull();
  });

  it.each([
    ['gone', (path: string) => rmSync(path)],
    ['empty', (path: string) => truncateSync(path, 0)],
  ])('a log whose database is %s is not deleted, as SQLite would', async (_, lose) => {
    const path = await killedJournal(({ journal }) => must(journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' }))));
    lose(path);
    const before = digest(`${path}-wal`);
    const aside = join(dirname(path), ASIDE);
    expect(await openDatabase(path, { now })).toMatchObject({ ok: false, error: { kind: 'damaged', putAside: aside } });
    expect(digest(`${aside}-wal`)).toBe(before);
    expect(await openDatabase(path)).toMatchObject({ ok: false, error: { kind: 'damaged', putAside: aside } });
  });
});

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(path, bytes);
}
