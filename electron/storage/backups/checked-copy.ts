import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { beginOwn } from '../../system/private-files.ts';
import { freeBytes, RESERVE_BYTES, SALE_FLOOR_BYTES } from '../reserve-file.ts';
import { Database, openImmutable, type SqliteDatabase, schemaVersion } from '../sqlite.ts';
import { BackupFailure, Stopped } from './backup-failure.ts';
import { digestOf, type IsStopped } from './digest.ts';

/** Eight megabytes: between two steps it is asked whether the program is closing. */
const PAGES_A_STEP = 2_000;

export type Counts = { readonly version: number; readonly payments: number; readonly rows: number };

export function countIn(database: SqliteDatabase): Counts {
  const count = (table: string): number => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return { version: schemaVersion(database), payments: count('payments'), rows: count('payment_events') };
}

/**
 * Copies a journal with SQLite's backup API, opens the copy and checks it: every page, the schema's number, and that it has as many payments
 * and rows as the journal. The copy is on the disk when this settles.
 *
 * The journal is read inside one transaction, so the copy shows one moment, and whoever writes meanwhile does not wait.
 *
 * @param database a connection without an open transaction
 * @param partial must be on the disk of the program: SQLite's locks are not trusted on a network share
 * @param isToBeCompacted whether parts of erased rows may be left in unused places; the copy has none then
 * @throws BackupFailure, Stopped or the system's own error; nothing of the copy is left then
 */
export async function makeCheckedCopy(
  database: SqliteDatabase,
  partial: string,
  { isStopped, isToBeCompacted }: { readonly isStopped: IsStopped; readonly isToBeCompacted: boolean },
): Promise<Counts & { readonly digest: string }> {
  checkRoom(database, partial);
  // The file is created first: SQLite writes into an existing one, but would create its own with the umask's mode.
  closeSync(beginOwn(partial));
  try {
    const counts = await copy(database, partial, isStopped);
    if (isToBeCompacted) compact(partial);
    checkCopy(partial, counts);
    sync(partial);
    return { ...counts, digest: digestOf(partial, isStopped) };
  } catch (cause) {
    rmSync(partial, { force: true });
    throw cause;
  }
}

/** The copy must leave room for the sales that go on meanwhile. */
function checkRoom(database: SqliteDatabase, partial: string): void {
  const size = Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }));
  if (freeBytes(dirname(partial)) < size + SALE_FLOOR_BYTES + RESERVE_BYTES)
    throw new BackupFailure('disk-full', `The journal has ${size} bytes, and the disk has no room for a copy`);
}

async function copy(database: SqliteDatabase, partial: string, isStopped: IsStopped): Promise<Counts> {
  database.exec('BEGIN');
  try {
    const counts = countIn(database);
    await database.backup(partial, {
      progress() {
        if (isStopped()) throw new Stopped();
        return PAGES_A_STEP;
      },
    });
    return counts;
  } finally {
    database.exec('COMMIT');
  }
}

function compact(partial: string): void {
  const file = new Database(partial, { fileMustExist: true });
  try {
    file.pragma('journal_mode = DELETE');
    file.exec('VACUUM');
  } finally {
    file.close();
  }
}

function checkCopy(path: string, expected: Counts): void {
  try {
    const opened = openImmutable(path);
    try {
      const found = opened.pragma('integrity_check(1)', { simple: true });
      const counts = countIn(opened);
      if (found !== 'ok' || JSON.stringify(counts) !== JSON.stringify(expected))
        throw new Error(`integrity_check ${String(found)}, ${JSON.stringify(counts)} instead of ${JSON.stringify(expected)}`);
    } finally {
      opened.close();
    }
  } catch (cause) {
    // A fault in the copy does not mean that the journal is damaged.
    throw new BackupFailure('not-whole', 'The backup is not whole', cause);
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
