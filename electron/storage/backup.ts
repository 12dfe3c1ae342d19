import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { beginOwn } from '../system/private-files.ts';
import { openImmutable, type SqliteDatabase, schemaVersion } from './sqlite.ts';

/**
 * Copies the whole database through SQLite's own backup API, opens the copy and checks it. Only a copy that passed bears the name.
 * @param target must not exist.
 * @throws when the copy cannot be written or is not whole; nothing of it is left then.
 */
export async function backUp(database: SqliteDatabase, target: string): Promise<void> {
  const partial = `${target}.partial`;
  // SQLite writes into what it finds, and gives a file of its own making whatever mode the umask leaves.
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

/** Whatever is wrong with the copy says nothing against the original, and is no damage of the journal. */
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
