import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { openImmutable, type SqliteDatabase, schemaVersion } from './sqlite.ts';
import { DamagedContent } from './storage-failure.ts';

/**
 * Copies the whole database through SQLite's own backup API, opens the copy and checks it. Only a copy that passed bears the name.
 * @param target must not exist.
 * @throws when the copy cannot be written or is not whole; nothing of it is left then.
 */
export async function backUp(database: SqliteDatabase, target: string): Promise<void> {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
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

function checkCopy(path: string, version: number): void {
  const copy = openImmutable(path);
  try {
    const found = copy.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new DamagedContent(`integrity_check of the backup: ${String(found)}`);
    if (schemaVersion(copy) !== version) throw new DamagedContent(`The backup has schema ${schemaVersion(copy)} instead of ${version}`);
  } finally {
    copy.close();
  }
}
