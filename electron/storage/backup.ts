import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { beginOwn } from '../system/private-files.ts';
import { openImmutable, type SqliteDatabase, schemaVersion } from './sqlite.ts';

/**
 * Copies the whole database with SQLite's backup API, opens the copy and checks it. Only a copy that passed gets the name `target`.
 * @param target must not exist.
 * @throws if the copy cannot be written or is not whole; nothing of it is left then.
 */
export async function backUp(database: SqliteDatabase, target: string): Promise<void> {
  const partial = `${target}.partial`;
  // The file is created first: SQLite writes into an existing one, but would create its own with the umask's mode.
  closeSync(beginOwn(partial));
  try {
    await database.backup(partial);
    checkCopy(partial, schemaVersion(database));
    const file = openSync(partial, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, target);
  } catch (cause) {
    rmSync(partial, { force: true });
    throw cause;
  }
}

/** A fault in the copy does not mean that the journal is damaged. */
function checkCopy(path: string, version: number): void {
  try {
    const copy = openImmutable(path);
    try {
      const found = [copy.pragma('integrity_check(1)', { simple: true }), schemaVersion(copy)];
      if (found[0] !== 'ok' || found[1] !== version) throw new Error(`integrity_check ${String(found[0])}, schema ${String(found[1])}`);
    } finally {
      copy.close();
    }
  } catch (cause) {
    throw new Error('The backup is not whole', { cause });
  }
}
