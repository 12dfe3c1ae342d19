import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { notePath, readNote } from '../../../electron/storage/last-row-note.ts';
import { lookForMissing } from '../../../electron/storage/missing-payments.ts';
import { openStorage, type Storage } from '../../../electron/storage/open-storage.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { must, newFolder, newPath, rowOf, sale } from './journal-on-disk.ts';

const open: Storage[] = [];
afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
});

async function start(path: string): Promise<Storage> {
  const storage = await openStorage(dirname(path), silentLog);
  open.push(storage);
  return storage;
}

/** A journal with one payment and its note, closed. @returns its path. */
async function closedJournal(): Promise<string> {
  const path = newPath();
  const storage = await openStorage(dirname(path), silentLog);
  must(storage.journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
  await storage.close();
  return path;
}

/** As a version of this program left it that kept no note. */
function fromBefore(path: string): void {
  rmSync(notePath(path));
  const database = new Database(path);
  database.exec(`DELETE FROM desk WHERE key = 'last-row-note'`);
  database.close();
}

function replaceBy(note: string, other: () => void): void {
  rmSync(note);
  other();
}

const told = async (path: string) => (await start(path)).missingPayments.current();

describe('the note of the last row', () => {
  it('is on the disk before a row is answered for, and names it', async () => {
    const path = newPath();
    const { journal } = await start(path);
    expect(readNote(notePath(path))).toMatchObject({ kind: 'read', note: { last: null, missing: null } });
    const facts = sale();
    must(journal.create(facts, 'attempt-1', rowOf('started', { name: 'created' })));
    must(journal.append(facts.id, rowOf('cleared', { name: 'sent', written: false })));
    expect(readNote(notePath(path))).toMatchObject({ kind: 'read', note: { last: { row: 2, paymentId: facts.id } } });
  });

  it('that lags behind by a row, as a kill between the two leaves it, is no alarm and catches up', async () => {
    const path = await closedJournal();
    const lagging = readFileSync(notePath(path));
    const storage = await openStorage(dirname(path), silentLog);
    must(storage.journal.create(sale(), 'attempt-2', rowOf('started', { name: 'created' })));
    await storage.close();
    writeFileSync(notePath(path), lagging);
    expect(lookForMissing(path)).toBeNull();
    expect(await told(path)).toBeNull();
    expect(readNote(notePath(path))).toMatchObject({ kind: 'read', note: { last: { row: 2 } } });
  });

  it('is no alarm where there never was one: the first start after the update', async () => {
    const path = await closedJournal();
    fromBefore(path);
    expect(lookForMissing(path)).toBeNull();
    expect(await told(path)).toBeNull();
    expect(readNote(notePath(path))).toMatchObject({ kind: 'read', note: { last: { row: 1 } } });
  });

  it('is not needed to see that the log of a killed program is gone', async () => {
    for (const lose of [(log: string) => rmSync(log), (log: string) => writeFileSync(log, '')]) {
      const path = await closedJournal();
      fromBefore(path);
      const raw = new Database(path);
      raw.pragma('user_version');
      const copy = newPath();
      for (const end of ['', '-wal', '-shm']) copyFileSync(path + end, copy + end);
      raw.close();
      lose(`${copy}-wal`);
      expect(await told(copy)).not.toBeNull();
    }
  });

  it.each([
    ['was taken away', (note: string) => rmSync(note)],
    ['was emptied', (note: string) => writeFileSync(note, '')],
    ['is garbage', (note: string) => writeFileSync(note, '\u0000{"version":1,"last":')],
    ['is of another form', (note: string) => writeFileSync(note, '{"version":1,"last":{"row":"1"},"missing":null}')],
    ['is a folder', (note: string) => replaceBy(note, () => mkdirSync(note))],
    ['is a link', (note: string) => replaceBy(note, () => symlinkSync('/dev/null', note))],
  ])('that %s after there was one is told, until somebody has read it, and is kept again from then on', async (_what, spoil) => {
    const path = await closedJournal();
    spoil(notePath(path));
    expect(lookForMissing(path)).not.toBeNull();
    const storage = await start(path);
    expect(storage.missingPayments.current()).not.toBeNull();
    expect(readNote(notePath(path))).toMatchObject({ kind: 'read', note: { last: { row: 1 } } });
    expect(storage.isHealthy()).toBe(true);
    expect(storage.missingPayments.read('Maija V.')).toBe(true);
    open.pop();
    await storage.close();
    expect(await told(path)).toBeNull();
  });

  it('never writes through a link', async () => {
    const path = newPath();
    const stranger = join(newFolder(), 'stranger.txt');
    writeFileSync(stranger, 'not ours');
    symlinkSync(stranger, notePath(path));
    const storage = await start(path);
    must(storage.journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
    expect(readFileSync(stranger, 'utf8')).toBe('not ours');
  });

  it('that was taken away while the program ran is written again with the next row', async () => {
    const path = newPath();
    const { journal } = await start(path);
    rmSync(notePath(path));
    must(journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
    expect(existsSync(notePath(path))).toBe(true);
  });

  it('that cannot be written stops no payment, and support is told', async () => {
    const path = newPath();
    const storage = await start(path);
    rmSync(notePath(path));
    mkdirSync(notePath(path));
    must(storage.journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
    expect(storage.isHealthy()).toBe(false);
  });

  it('keeps what was told while one loss follows another', async () => {
    const path = await closedJournal();
    const older = newPath();
    copyFileSync(path, older);
    const storage = await openStorage(dirname(path), silentLog);
    must(storage.journal.create(sale(), 'attempt-2', rowOf('started', { name: 'created' })));
    await storage.close();
    copyFileSync(older, path);
    const first = await openStorage(dirname(path), silentLog);
    const range = first.missingPayments.current();
    await first.close();
    rmSync(path);
    expect(await told(path)).toEqual({ from: null, to: range?.to });
  });
});
