import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, writeSync } from 'node:fs';
import { beginOwn } from '../../system/private-files.ts';
import { journalKey, readBackupName } from '../backups/backup-names.ts';
import { never, readInPieces } from '../backups/digest.ts';
import { readJournalId } from '../journal-id.ts';
import { latestVersion, migrations } from '../migrations.ts';
import { openImmutable, type SqliteDatabase, schemaVersion } from '../sqlite.ts';
import { Refused } from './refusal.ts';

const SQLITE_HEAD = 'SQLite format 3\0';

/**
 * Copies a backup beside the journal and checks the copy. Whatever happens to the file meanwhile, what was checked is what is used.
 * @param target the copy; removed by the caller if anything is refused
 * @throws Refused, or the system's own error
 */
export function takeBackup(file: string, target: string): void {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new Refused({ kind: 'no-file' });
  if (stats.isSymbolicLink()) throw new Refused({ kind: 'link' });
  if (!stats.isFile()) throw new Refused({ kind: 'no-file' });
  if (stats.size === 0) throw new Refused({ kind: 'empty' });
  const { digest, head } = copyOver(file, target);
  if (head !== SQLITE_HEAD) throw new Refused({ kind: 'not-sqlite' });
  const name = readBackupName(file);
  if (name !== null && !digest.startsWith(name.digest)) throw new Refused({ kind: 'damaged' });
  const journal = checkContent(target);
  if (name?.journal !== journal) throw new Refused({ kind: 'renamed' });
}

function copyOver(file: string, target: string): { readonly digest: string; readonly head: string } {
  const hash = createHash('sha256');
  let head: string | null = null;
  const copy = beginOwn(target);
  try {
    readInPieces(file, never, (piece) => {
      head ??= piece.toString('latin1', 0, SQLITE_HEAD.length);
      hash.update(piece);
      for (let at = 0; at < piece.length; ) at += writeSync(copy, piece, at);
    });
    fsyncSync(copy);
  } finally {
    closeSync(copy);
  }
  return { digest: hash.digest('hex'), head: head ?? '' };
}

/** @returns the key of the journal that was copied */
function checkContent(path: string): string {
  let database: SqliteDatabase | null = null;
  try {
    database = openImmutable(path);
    const found = schemaVersion(database);
    const known = latestVersion(migrations);
    if (found > known) throw new Refused({ kind: 'newer-schema', found, known });
    if (!isJournal(database)) throw new Refused({ kind: 'not-a-journal' });
    if (database.prepare(`SELECT 1 FROM payments WHERE environment = 'training' LIMIT 1`).get() !== undefined)
      throw new Refused({ kind: 'training' });
    if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Refused({ kind: 'damaged' });
    return journalKey(readJournalId(database));
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused({ kind: 'damaged', cause });
  } finally {
    database?.close();
  }
}

function isJournal(database: SqliteDatabase): boolean {
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  return schemaVersion(database) > 0 && ['payments', 'payment_events', 'desk'].every((name) => tables.includes(name));
}
