import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkInWorker, type Found, type RunningCheck } from '../../../electron/storage/check-in-worker.ts';
import { latestVersion, migrations } from '../../../electron/storage/migrations.ts';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { openStorage, type Storage } from '../../../electron/storage/open-storage.ts';
import type { WholeCheckOptions } from '../../../electron/storage/whole-check.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { damageUnreadPage, filesNow, grownJournal, killedOver } from './damage.ts';
import { digest, filesBeside, must, newPath, openWell, rowOf, sale, writeSomePayments } from './journal-on-disk.ts';

const open: Storage[] = [];
afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
});

async function start(path: string, options: WholeCheckOptions = {}): Promise<Storage> {
  const storage = await openStorage(dirname(path), silentLog, options);
  open.push(storage);
  return storage;
}

let sold = 0;
function sell({ journal }: Storage) {
  sold += 1;
  return journal.create(
    sale({ id: `sold-${sold}`, orderId: `sold-${sold}` }),
    `attempt-sold-${sold}`,
    rowOf('started', { name: 'created' }),
  );
}

/** A check that ends when the test says so. */
function heldCheck() {
  const { promise: found, resolve } = Promise.withResolvers<Found>();
  let stops = 0;
  const stop = async (): Promise<void> => {
    stops += 1;
  };
  return { startCheck: (): RunningCheck => ({ found, stop }), end: resolve, stops: () => stops };
}

const never = (): RunningCheck => heldCheck().startCheck();
const failing = (): RunningCheck => ({
  found: Promise.resolve({ kind: 'not-checked', cause: new Error('no thread') }),
  stop: async () => undefined,
});
const REFUSED = { ok: false, error: { kind: 'unavailable' } };
const isPutAside = (path: string): boolean => filesBeside(path).some((name) => name.startsWith(`${basename(path)}.damaged-`));

/** The next start finds the damage before it uses the file, and puts it aside whole. */
async function expectPutAside(path: string): Promise<void> {
  const opened = await openDatabase(path);
  expect(opened).toMatchObject({ ok: false, error: { kind: 'damaged', putAside: expect.stringContaining('.damaged-') } });
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.check-first`)).toBe(false);
  // And waits for a person, however often it is started.
  expect(await openDatabase(path)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
}

describe('after a run that did not close', () => {
  it('begins no payment before the whole file was read, and then does', async () => {
    const path = killedOver(await grownJournal());
    const check = heldCheck();
    const storage = await start(path, check);
    let mayBegin = false;
    void storage.check.mayBegin.then(() => {
      mayBegin = true;
    });
    expect(sell(storage)).toMatchObject(REFUSED);
    await new Promise(setImmediate);
    expect(mayBegin).toBe(false);
    expect(storage.problem()).toBeNull();
    check.end({ kind: 'whole' });
    await storage.check.mayBegin;
    expect(sell(storage)).toEqual({ ok: true, value: null });
  });

  it('takes rows of payments that were open meanwhile', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const storage = await start(killedOver(path), { startCheck: never });
    expect(storage.journal.append('p-open', rowOf('restarted', { name: 'refused', reason: 'not-sent' }))).toEqual({
      ok: true,
      value: null,
    });
  });

  it('by a real thread: damage that no start reads stops the selling, and the file stays as it was found', async () => {
    const path = await grownJournal();
    damageUnreadPage(path);
    const left = killedOver(path);
    const before = digest(left);
    const storage = await start(left);
    await storage.check.done;
    expect(storage.problem()).toBe('journal-damaged');
    expect(storage.isHealthy()).toBe(false);
    expect(sell(storage)).toMatchObject(REFUSED);
    await storage.close();
    open.length = 0;
    expect(isPutAside(left)).toBe(false);
    expect(digest(left)).toBe(before);
    expect(existsSync(`${left}-wal`)).toBe(true);
    await expectPutAside(left);
  });

  it('checks again first where it was closed, or killed, before the check was over', async () => {
    const path = killedOver(await grownJournal());
    const first = await start(path, { startCheck: never });
    const killed = filesNow(path);
    await first.close();
    for (const next of [path, killed]) {
      const storage = await start(next, { startCheck: never });
      expect(sell(storage), next).toMatchObject(REFUSED);
    }
  });

  it.each([
    ['emptied', (path: string) => truncateSync(`${path}-wal`, 0)],
    ['taken away', (path: string) => rmSync(`${path}-wal`)],
  ])('is one also where the log was %s since', async (_how, change) => {
    const path = killedOver(await grownJournal());
    change(path);
    expect((await openWell(path)).checkDue).toBe('first');
  });

  it('checks on the main thread where no thread can be had, so that the till can sell', async () => {
    const whole = await start(killedOver(await grownJournal()), { startCheck: failing });
    await whole.check.mayBegin;
    expect(sell(whole)).toEqual({ ok: true, value: null });
    const path = await grownJournal();
    damageUnreadPage(path);
    const damaged = await start(killedOver(path), { startCheck: failing });
    await damaged.check.mayBegin;
    expect(damaged.problem()).toBe('journal-damaged');
    expect(sell(damaged)).toMatchObject(REFUSED);
  });

  it('tells a press that waited when the journal is closed meanwhile', async () => {
    const storage = await start(killedOver(await grownJournal()), { startCheck: never });
    await storage.close();
    await storage.check.mayBegin;
    expect(storage.problem()).toBe('journal-unreadable');
  });
});

describe('after a clean close', () => {
  it('sells at once, and checks later', async () => {
    const check = heldCheck();
    const storage = await start(await grownJournal(), { ...check, laterMs: 0 });
    await storage.check.mayBegin;
    expect(sell(storage)).toEqual({ ok: true, value: null });
    check.end({ kind: 'whole' });
    await storage.check.done;
    expect(sell(storage)).toEqual({ ok: true, value: null });
    expect(storage.isHealthy()).toBe(true);
  });

  it('damage that is found later stops the selling, and the next start puts the file aside', async () => {
    const path = await grownJournal();
    damageUnreadPage(path);
    const storage = await start(path, { laterMs: 0 });
    expect(sell(storage)).toEqual({ ok: true, value: null });
    await storage.check.done;
    expect(storage.problem()).toBe('journal-damaged');
    expect(sell(storage)).toMatchObject(REFUSED);
    const killed = filesNow(path);
    await storage.close();
    open.length = 0;
    await expectPutAside(path);
    await expectPutAside(killed);
  });

  it('damage that could not be noted is not forgotten: the log stays, so the next start checks before it sells', async () => {
    const path = await grownJournal();
    damageUnreadPage(path);
    mkdirSync(`${path}.check-first.${process.pid}.partial`);
    const storage = await start(path, { laterMs: 0 });
    await storage.check.done;
    expect(storage.problem()).toBe('journal-damaged');
    expect(existsSync(`${path}.check-first`)).toBe(false);
    const killed = filesNow(path);
    await storage.close();
    for (const next of [path, killed]) {
      const again = await start(next, { startCheck: never });
      expect(sell(again), next).toMatchObject(REFUSED);
    }
  });

  it('damage that somebody meets while looking at the checks counts as well', async () => {
    const path = await grownJournal();
    damageUnreadPage(path);
    const storage = await start(path);
    expect(storage.isHealthy()).toBe(false);
    expect(storage.problem()).toBe('journal-damaged');
    await storage.close();
    open.length = 0;
    await expectPutAside(path);
  });

  it('goes on selling where no thread can be had, and the next start reads the whole file first', async () => {
    const path = await grownJournal();
    const storage = await start(path, { startCheck: failing, laterMs: 0 });
    await storage.check.done;
    expect(storage.problem()).toBeNull();
    expect(sell(storage)).toEqual({ ok: true, value: null });
    await storage.close();
    const { database, checkDue } = await openWell(path);
    expect(checkDue).toBe('nothing');
    database.close();
    expect((await openWell(path)).checkDue).toBe('later');
  });

  it('a backup that support put in the place of a noted one is checked, and used', async () => {
    const path = await grownJournal();
    const backup = newPath();
    copyFileSync(path, backup);
    damageUnreadPage(path);
    const storage = await start(path, { laterMs: 0 });
    await storage.check.done;
    await storage.close();
    for (const ending of ['-wal', '-shm']) copyFileSync('/dev/null', path + ending);
    copyFileSync(backup, path);
    expect((await openWell(path)).checkDue).toBe('nothing');
    expect(existsSync(`${path}.check-first`)).toBe(false);
  });
});

describe('before a migration', () => {
  it('the whole file is read at the open: damage is put aside and never carried on', async () => {
    const path = await grownJournal();
    damageUnreadPage(path);
    const next = { version: latestVersion(migrations) + 1, name: 'next', sql: '-- nothing' };
    expect(await openDatabase(path, { migrations: [...migrations, next] })).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(isPutAside(path)).toBe(true);
    expect(await openWell(await grownJournal(), { migrations: [...migrations, next] })).toMatchObject({ checkDue: 'nothing' });
  });
});

describe('the thread', () => {
  it('is ended with the journal, which is then closed well', async () => {
    const path = killedOver(await grownJournal());
    const storage = await start(path);
    must({ ok: existsSync(`${path}-wal`) });
    await storage.check.done;
    await storage.close();
    expect(filesBeside(path).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
    const check = heldCheck();
    const again = await start(path, { ...check, laterMs: 0 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await again.close();
    expect(check.stops()).toBe(1);
    expect(filesBeside(path).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
  });

  it('that is stopped in the middle says nothing and leaves nothing open', async () => {
    const path = await grownJournal();
    const { database } = await openWell(path);
    const running = checkInWorker(path);
    await running.stop();
    database.close();
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it('is never cut off: an end while it loads SQLite would abort the whole program', async () => {
    const path = newPath();
    await checkInWorker(path, new URL('./slow-worker.ts', import.meta.url)).stop();
    expect(readFileSync(`${path}-ended`, 'utf8'), 'the thread knows that nobody waits any more').toBe('1');
  });

  it('that nobody wants any more is not begun', async () => {
    const path = await grownJournal();
    const running = checkInWorker(path);
    await running.stop();
    expect(await running.found).toMatchObject({ kind: 'not-checked', cause: { message: 'The thread ended with 0' } });
  });

  it.each([
    ['whose file is missing', new URL('./no-such-worker.ts', import.meta.url)],
    ['that dies', new URL('./dying-worker.ts', import.meta.url)],
  ])('%s leaves the file unchecked', async (_how, file) => {
    expect(await checkInWorker(await grownJournal(), file).found).toMatchObject({ kind: 'not-checked' });
  });

  it('that cannot read the file calls it unchecked, not damaged', async () => {
    expect(await checkInWorker(newPath()).found).toMatchObject({ kind: 'not-checked' });
  });
});
