import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BackUpOrder, backUp, ownBackupFolder } from '../../../electron/storage/backups/back-up.ts';
import { readBackupName } from '../../../electron/storage/backups/backup-names.ts';
import { makeCheckedCopy } from '../../../electron/storage/backups/checked-copy.ts';
import { digestOf, never } from '../../../electron/storage/backups/digest.ts';
import { carryBackup, checkFolder } from '../../../electron/storage/backups/place-backup.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { upkeepInWorker } from '../../../electron/storage/upkeep-in-worker.ts';
import { fillJournal } from '../../support/large-journal.ts';
import { must, newFolder, newPath, openJournal, openWell, rowOf, sale, withoutRoot, writeSomePayments } from './journal-on-disk.ts';

const JOURNAL = '0123456789ab';
const OTHER = 'ba9876543210';
const day = (number: number): string => new Date(Date.UTC(2026, 10, number, 3, 4, 5)).toISOString();

async function journalWithPayments(): Promise<string> {
  const path = join(newFolder(), 'payments.db');
  await writeSomePayments(path);
  return path;
}

const order = (path: string, more: Partial<BackUpOrder> = {}): BackUpOrder => ({
  ...{ path, journal: JOURNAL, chosen: null, earlier: [], isOwnEnough: true, isToBeCompacted: false, now: day(1) },
  ...more,
});

function troubleWith(run: () => void): unknown {
  try {
    return run();
  } catch (cause) {
    return cause;
  }
}

const named = (folder: string): string[] => readdirSync(folder).sort();
const foreign = `willba-pos-${OTHER}-20200101T000000Z-v12-${'0'.repeat(32)}.db`;

describe('a backup', () => {
  it('is a whole journal, named by when and what it is', async () => {
    const path = await journalWithPayments();
    const { file, payments, rows, trouble } = await backUp(order(path));
    expect({ payments, rows, trouble }).toEqual({ payments: 2, rows: 4, trouble: null });
    expect(dirname(file)).toBe(ownBackupFolder(path));
    expect(readBackupName(file)).toMatchObject({ journal: JOURNAL, at: '2026-11-01T03:04:05Z', digest: digestOf(file) });
    expect(named(dirname(file))).toEqual([basename(file)]);
    const copy = new Database(file, { readonly: true });
    expect(copy.prepare('SELECT id FROM payments ORDER BY number').pluck().all()).toEqual(['p-approved', 'p-open']);
    copy.close();
  });

  it('shows one moment, and the desk writes on meanwhile', async () => {
    const path = join(newFolder(), 'payments.db');
    const { database, journal } = await openJournal(path);
    fillJournal(database, { payments: 20_000, today: 10, from: day(1), to: day(2) });
    const running = upkeepInWorker({ kind: 'back-up', ...order(path) });
    let written = 0;
    let isOver = false;
    void running.report.then(() => {
      isOver = true;
    });
    while (!isOver) {
      must(
        journal.create(
          sale({ id: `s-${written}`, orderId: `s-${written}`, terminalId: `t-${written}` }),
          `s-${written}`,
          rowOf('started', { name: 'created' }),
        ),
      );
      written += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const report = await running.report;
    if (report.kind !== 'backed-up') throw new Error(JSON.stringify(report));
    expect(written).toBeGreaterThan(0);
    const copy = new Database(report.made.file, { readonly: true });
    const count = (table: string): unknown => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count('payments'), count('payment_events')]).toEqual([report.made.payments, report.made.rows]);
    expect(Number(count('payments'))).toBeLessThanOrEqual(20_000 + written);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
  });

  it('lies in the folder that was chosen, read back to the byte, and not in the own one', async () => {
    const [path, chosen] = [await journalWithPayments(), newFolder()];
    const { file, trouble } = await backUp(order(path, { chosen }));
    expect([dirname(file), trouble]).toEqual([chosen, null]);
    expect(digestOf(file)).toBe(readBackupName(file)?.digest);
    expect([named(chosen), named(ownBackupFolder(path))]).toEqual([[basename(file)], []]);
  });

  it('of a killed run is removed, and nothing else is', async () => {
    const path = await journalWithPayments();
    const own = ownBackupFolder(path);
    mkdirSync(own);
    const left = [`willba-pos-${JOURNAL}-20261031T030405Z.partial`, `willba-pos-${JOURNAL}-20261031T030405Z.partial-journal`];
    const kept = [`willba-pos-${OTHER}-20261031T030405Z.partial`, 'notes.partial', `willba-pos-${JOURNAL}-20261031T030405Z.partial.txt`];
    for (const name of [...left, ...kept]) writeFileSync(join(own, name), 'x');
    const { file } = await backUp(order(path));
    expect(named(own)).toEqual([basename(file), ...kept].sort());
  });
});

describe('a copy that is not what it should be', () => {
  it('has fewer payments than the journal: it gets no name', async () => {
    const [path, poorer] = [await journalWithPayments(), newPath()];
    (await openWell(poorer)).database.close();
    const { database } = await openWell(path);
    const losing = new Proxy(database, {
      get(target, key) {
        if (key === 'backup') return async (name: string) => copyFileSync(poorer, name);
        const member: unknown = Reflect.get(target, key);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    const options = { isStopped: never, isToBeCompacted: false };
    await expect(makeCheckedCopy(losing, `${path}.partial`, options)).rejects.toMatchObject({ why: 'not-whole' });
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it('is another one when it is read back from its folder: it gets no name there', async () => {
    const [path, chosen] = [await journalWithPayments(), newFolder()];
    const target = join(chosen, `willba-pos-${JOURNAL}-20261101T030405Z-v14-${'0'.repeat(32)}.db`);
    const failing = troubleWith(() => carryBackup(path, target, 'f'.repeat(32)));
    expect(failing).toMatchObject({ why: 'not-whole' });
    expect(named(chosen)).toEqual([]);
  });
});

describe('seven backups are kept', () => {
  it('the newest ones, wherever they lie, of this journal alone', async () => {
    const [path, first, second] = [await journalWithPayments(), newFolder(), newFolder()];
    writeFileSync(`${path}.backup-v7-2025-11-23T10-00-00.000Z`, 'from before a migration of an earlier version');
    writeFileSync(`${path}.backup-v7-mine`, 'somebody else’s');
    const nameless = `willba-pos-${'0'.repeat(12)}-20251124T000000Z-v12-${'0'.repeat(32)}.db`;
    mkdirSync(ownBackupFolder(path));
    for (const folder of [first, ownBackupFolder(path)]) writeFileSync(join(folder, nameless), 'from before the journal had an id');
    for (const folder of [first, second]) writeFileSync(join(folder, foreign), 'of another desk');
    const made: string[] = [];
    for (const number of [1, 2, 3]) made.push((await backUp(order(path, { now: day(number), chosen: first }))).file);
    for (const number of [4, 5, 6, 7]) made.push((await backUp(order(path, { now: day(number), chosen: second, earlier: [first] }))).file);
    expect(made.every(existsSync)).toBe(true);
    expect(existsSync(`${path}.backup-v7-2025-11-23T10-00-00.000Z`)).toBe(false);
    expect([named(ownBackupFolder(path)), named(first).includes(nameless)]).toEqual([[], true]);
    made.push((await backUp(order(path, { now: day(8), chosen: second, earlier: [first] }))).file);
    expect(made.map(existsSync)).toEqual([false, true, true, true, true, true, true, true]);
    expect([named(first).includes(foreign), named(second).includes(foreign)]).toEqual([true, true]);
    expect(existsSync(`${path}.backup-v7-mine`)).toBe(true);
  });

  it('never through a link, and never what is no file', async () => {
    const path = await journalWithPayments();
    const own = ownBackupFolder(path);
    mkdirSync(own);
    const victim = join(newFolder(), 'victim.db');
    writeFileSync(victim, 'not ours');
    const link = join(own, `willba-pos-${JOURNAL}-20200101T000000Z-v12-${'0'.repeat(32)}.db`);
    const folder = join(own, `willba-pos-${JOURNAL}-20200102T000000Z-v12-${'0'.repeat(32)}.db`);
    symlinkSync(victim, link);
    mkdirSync(folder);
    for (let number = 1; number <= 9; number += 1) await backUp(order(path, { now: day(number) }));
    expect([existsSync(link), existsSync(folder), readFileSync(victim, 'utf8')]).toEqual([true, true, 'not ours']);
  });

  it('a clock that was far ahead pushes no true one out, and the one just made stays under a clock that was set back', async () => {
    const path = await journalWithPayments();
    const future: string[] = [];
    for (let number = 1; number <= 7; number += 1)
      future.push((await backUp(order(path, { now: `2099-01-0${number}T00:00:00.000Z` }))).file);
    const { file } = await backUp(order(path, { now: day(1) }));
    expect(existsSync(file)).toBe(true);
    for (let number = 2; number <= 7; number += 1) await backUp(order(path, { now: day(number) }));
    expect(existsSync(file)).toBe(true);
    expect(future.filter(existsSync)).toEqual([]);
  });
});

describe('a folder that was chosen and cannot be used', () => {
  it('is never made: a network share that is away would become a folder of this PC', async () => {
    const path = await journalWithPayments();
    const chosen = join(newFolder(), 'share');
    await expect(backUp(order(path, { chosen, isOwnEnough: false }))).rejects.toMatchObject({ why: 'folder-gone' });
    const { file, trouble } = await backUp(order(path, { chosen }));
    expect([dirname(file), trouble?.why, existsSync(chosen)]).toEqual([ownBackupFolder(path), 'folder-gone', false]);
    expect(digestOf(file)).toBe(readBackupName(file)?.digest);
  });

  it('is told as unwritable, also where a link has the name of what is begun', async () => {
    const [path, chosen] = [await journalWithPayments(), newFolder()];
    const victim = join(newFolder(), 'victim.db');
    writeFileSync(victim, 'not ours');
    symlinkSync(victim, join(chosen, `willba-pos-${JOURNAL}-20261101T030405Z.partial`));
    await expect(backUp(order(path, { chosen, isOwnEnough: false }))).rejects.toMatchObject({ why: 'folder-unwritable' });
    expect(readFileSync(victim, 'utf8')).toBe('not ours');
    const closed = newFolder();
    chmodSync(closed, 0o555);
    const refused = await withoutRoot(async () => troubleWith(() => checkFolder(closed, 'trial')));
    expect(refused).toMatchObject({ why: 'folder-unwritable' });
    expect(named(ownBackupFolder(path)).filter((name) => name.endsWith('.db'))).toEqual([]);
  });

  it('deletes no older backup when none was made', async () => {
    const path = await journalWithPayments();
    const made: string[] = [];
    for (let number = 1; number <= 7; number += 1) made.push((await backUp(order(path, { now: day(number) }))).file);
    truncateSync(path, 4096 * 3);
    await expect(backUp(order(path, { now: day(8) }))).rejects.toThrow();
    expect(made.every(existsSync)).toBe(true);
    expect(named(ownBackupFolder(path))).toHaveLength(7);
  });
});

describe('the thread of a backup', () => {
  it('is stopped between two steps, and leaves nothing', async () => {
    const path = join(newFolder(), 'payments.db');
    const { database } = await openWell(path);
    fillJournal(database, { payments: 20_000, today: 10, from: day(1), to: day(2) });
    const running = upkeepInWorker({ kind: 'back-up', ...order(path) });
    const stopping = running.stop();
    expect(await running.report).toEqual({ kind: 'stopped' });
    await stopping;
    expect(existsSync(ownBackupFolder(path)) ? named(ownBackupFolder(path)) : []).toEqual([]);
    database.close();
    expect(readdirSync(dirname(path)).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
  });

  it('says in one line what failed', async () => {
    const report = await upkeepInWorker({ kind: 'back-up', ...order(join(newFolder(), 'no.db')) }).report;
    expect(report).toMatchObject({ kind: 'failed', why: 'failed' });
  });
});
