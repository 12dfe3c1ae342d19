import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettingsStore } from '../../../electron/settings/settings-store.ts';
import { backUp } from '../../../electron/storage/backups/back-up.ts';
import { makeCheckedCopy } from '../../../electron/storage/backups/checked-copy.ts';
import { never } from '../../../electron/storage/backups/digest.ts';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { holdJournal } from '../../../electron/storage/journal-lock.ts';
import { noteHolder } from '../../../electron/storage/lock-holder.ts';
import { openStorage, type Storage } from '../../../electron/storage/open-storage.ts';
import { createReserve } from '../../../electron/storage/reserve-file.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { must, newFolder, openWell, rowOf, sale } from './journal-on-disk.ts';

const plenty = () => 100 * 1024 * 1024;
const open: Storage[] = [];
let umask = 0;
beforeEach(() => {
  umask = process.umask(0);
});
afterEach(async () => {
  process.umask(umask);
  for (const storage of open.splice(0)) await storage.close();
});

async function start(folder: string): Promise<Storage> {
  const storage = await openStorage(folder, silentLog);
  open.push(storage);
  return storage;
}

/** Everything below a folder that somebody else could read. */
function openToOthers(folder: string): string[] {
  const all = [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))];
  return all.filter((path) => (lstatSync(path).mode & 0o077) !== 0);
}

/** A file of somebody else's that a link leads to. */
function stranger(): string {
  const path = join(newFolder(), 'stranger.txt');
  writeFileSync(path, 'not ours');
  return path;
}
const untouched = (path: string): boolean => readFileSync(path, 'utf8') === 'not ours';
const asRoot = process.geteuid?.() === 0;

describe.runIf(process.platform !== 'win32')('what this program keeps', () => {
  it('is its account’s alone, whatever the umask', async () => {
    const folder = join(newFolder(), 'data');
    const path = join(folder, 'payments.db');
    const storage = await start(folder);
    must(storage.journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
    expect(await createReserve(join(folder, 'reserve.bin'), 1000, plenty).restore()).toBe(true);
    expect(exportPayments(path, join(folder, 'list.jsonl'))).toMatchObject({ ok: true });
    const made = await backUp({
      ...{ path, journal: '0123456789ab', chosen: null, earlier: [], isOwnEnough: true, isToBeCompacted: false },
      now: '2026-11-23T10:00:00.000Z',
    });
    expect(openToOthers(dirname(made.file))).toEqual([]);
    openSettingsStore(folder).write({} as never);
    expect(readdirSync(folder).length).toBeGreaterThan(8);
    expect(openToOthers(folder)).toEqual([]);
  });

  it('is made so where an earlier version left it open', async () => {
    const folder = join(newFolder(), 'data');
    await (await openStorage(folder, silentLog)).close();
    await createReserve(join(folder, 'reserve.bin'), 1000, plenty).restore();
    openSettingsStore(folder).write({} as never);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    chmodSync(folder, 0o755);
    await start(folder);
    openSettingsStore(folder);
    await createReserve(join(folder, 'reserve.bin'), 1000, plenty).restore();
    expect(openToOthers(folder)).toEqual([]);
  });

  it('is never written through a link', async () => {
    const folder = newFolder();
    const victims = ['reserve.bin', 'reserve.bin.partial', 'open-by.txt', 'payments.lock', 'copy.db.partial'].map((name) => {
      const victim = stranger();
      symlinkSync(victim, join(folder, name));
      return { name, victim };
    });
    expect(() => noteHolder(folder)).toThrow(/a link/);
    expect(await createReserve(join(folder, 'reserve.bin'), 8, plenty).restore()).toBe(false);
    expect(createReserve(join(folder, 'reserve.bin'), 8, plenty).free()).toBe(false);
    expect(holdJournal(folder)).toMatchObject({ ok: false, error: { kind: 'unusable' } });
    const { database } = await openWell(join(newFolder(), 'payments.db'));
    const copying = makeCheckedCopy(database, join(folder, 'copy.db.partial'), { isStopped: never, isToBeCompacted: false });
    await expect(copying).rejects.toThrow(/a link/);
    for (const { name, victim } of victims) {
      expect(untouched(victim), name).toBe(true);
      expect(lstatSync(join(folder, name)).isSymbolicLink(), name).toBe(true);
    }
  });

  it.runIf(asRoot)('is not begun over another account’s file', async () => {
    const folder = newFolder();
    for (const name of ['reserve.bin', 'open-by.txt', 'list.jsonl', `other.jsonl.${process.pid}.partial`]) {
      writeFileSync(join(folder, name), 'not ours');
      chownSync(join(folder, name), 65534, 65534);
    }
    expect(() => noteHolder(folder)).toThrow(/another account/);
    expect(await createReserve(join(folder, 'reserve.bin'), 1000, plenty).restore()).toBe(false);
    const none = join(newFolder(), 'payments.db');
    for (const name of ['list.jsonl', 'other.jsonl']) {
      expect(exportPayments(none, join(folder, name))).toMatchObject({ ok: false, error: { kind: 'target-unwritable' } });
    }
    for (const name of readdirSync(folder)) expect(untouched(join(folder, name)), name).toBe(true);
  });
});

describe('an export', () => {
  it('is refused through a link, and onto what is no file', () => {
    const folder = newFolder();
    const victim = stranger();
    symlinkSync(victim, join(folder, 'list.jsonl'));
    symlinkSync(victim, join(folder, `other.jsonl.${process.pid}.partial`));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.jsonl'));
    mkdirSync(join(folder, 'folder.jsonl'));
    const none = join(newFolder(), 'payments.db');
    for (const name of ['list.jsonl', 'other.jsonl', 'dangling.jsonl', 'folder.jsonl']) {
      expect(exportPayments(none, join(folder, name)), name).toMatchObject({ ok: false, error: { kind: 'target-unwritable' } });
    }
    expect(exportPayments(none, '/dev/null')).toMatchObject({ ok: false });
    expect(untouched(victim)).toBe(true);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('never takes the place of a file of the program’s own, whether it is there yet or not', async () => {
    const data = newFolder();
    const account = newFolder();
    const training = join(data, 'training');
    await (await openStorage(training, silentLog)).close();
    const own = ['payments.db', 'payments.db-wal', 'payments.db.last-row', 'payments.lock', 'reserve.bin', 'open-by.txt', 'settings.json'];
    const targets = [
      ...own.map((name) => join(data, name)),
      ...own.map((name) => join(training, name)),
      join(account, 'secrets.bin'),
      join(account, 'Local State'),
      join(data, 'logs', 'willba-pos.log'),
      join(training, '..', 'settings.json'),
    ];
    const before = readdirSync(data, { recursive: true }).length;
    for (const target of targets) {
      const refused = { ok: false, error: { kind: 'target-unwritable' } };
      expect(exportPayments(join(training, 'payments.db'), target, [data, account]), target).toMatchObject(refused);
    }
    // By another name of the folder.
    const alias = join(newFolder(), 'alias');
    symlinkSync(data, alias);
    expect(exportPayments(join(training, 'payments.db'), join(alias, 'settings.json'), [data, account])).toMatchObject({ ok: false });
    expect(readdirSync(data, { recursive: true })).toHaveLength(before);
  });

  it('may lie in the profile as a list, and be renewed there', () => {
    const data = newFolder();
    for (let again = 0; again < 2; again += 1) {
      expect(exportPayments(join(data, 'payments.db'), join(data, 'list.jsonl'), [data])).toMatchObject({ ok: true });
    }
  });
});

describe('a lock that a stranger holds', () => {
  const heldBy = (folder: string) => {
    const held = holdJournal(folder);
    if (held.ok) held.value.release();
    return held.ok ? 'nobody' : held.error.kind === 'held' ? held.error.by : held.error.kind;
  };

  /** Takes the file's lock as any program could, and notes no name. */
  function hold(folder: string): () => void {
    const other = new Database(join(folder, 'payments.lock'));
    other.exec('BEGIN EXCLUSIVE');
    return () => void other.close();
  }

  it('names no account that had it before: closed, killed, or with the same number as another process', async () => {
    const folder = newFolder();
    await (await openStorage(folder, silentLog)).close();
    let release = hold(folder);
    expect(heldBy(folder)).toBeNull();
    const gone = spawn(process.execPath, ['--version'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: 'ignore' });
    await new Promise((resolve) => gone.once('exit', resolve));
    const notes = [
      { account: 'maija', pid: gone.pid, started: '1' },
      ...(process.platform === 'linux' ? [{ account: 'maija', pid: process.pid, started: '1' }] : []),
    ];
    for (const note of [...notes.map((each) => JSON.stringify(each)), 'maija', '', '{"account":"maija"}']) {
      writeFileSync(join(folder, 'open-by.txt'), note);
      expect(heldBy(folder), note).toBeNull();
    }
    release();
    noteHolder(folder);
    release = hold(folder);
    expect(heldBy(folder)).not.toBeNull();
    release();
  });
});
