import { statSync } from 'node:fs';
import { failed, ok, type Result } from '../../shared/result.ts';
import { checkSize, checkWhole } from './integrity.ts';
import { findPutAside, isFirstPageUnfinished, isLogAlone, isUnbegun, surveyFiles } from './journal-files.ts';
import { latestVersion, type Migration, migrations, oldestReadable } from './migrations.ts';
import { Database, openImmutable, type SqliteDatabase, schemaVersion } from './sqlite.ts';
import { DamagedContent, type OpenFailure, troubleOf } from './storage-failure.ts';

export type ReadOnlyDatabase = {
  readonly database: SqliteDatabase;
  /** Asked after reading: false means that somebody began to write meanwhile, and what was read may be torn. Read again. */
  stayedTheSame(): boolean;
};

export type ReadOnlyFailure =
  | OpenFailure
  /** No journal was ever begun here: there are no payments. */
  | { readonly kind: 'absent' }
  /** Written by an older version of this program and not brought up to date since: start the program once. */
  | { readonly kind: 'older-schema'; readonly found: number; readonly known: number };

/**
 * Opens a journal to read it, also while the program runs. Creates no file, takes no write lock, moves nothing aside.
 *
 * While the program runs (or after it was killed) there is a -wal file, and SQLite's readers and the writer know of each
 * other. A journal that was closed well has none, and an ordinary reader would create it and leave it there, owned by
 * whoever exported: that one is read as unchanging, and checked afterwards for having stayed so.
 */
export function openReadOnly(path: string, list: readonly Migration[] = migrations): Result<ReadOnlyDatabase, ReadOnlyFailure> {
  try {
    const files = surveyFiles(path);
    if (isLogAlone(files))
      return failed({ kind: 'damaged', putAside: null, cause: new DamagedContent('The log lies there without its database') });
    if (isUnbegun(files)) {
      const putAside = findPutAside(path);
      if (putAside === null) return failed({ kind: 'absent' });
      return failed({ kind: 'damaged', putAside, cause: new DamagedContent('The journal was put aside as damaged') });
    }
    if (isFirstPageUnfinished(files)) return failed({ kind: 'absent' });
    const closedWell = files.wal === null && (files.rollback ?? 0) === 0;
    const before = fingerprint(path);
    const stayedTheSame = (): boolean => !closedWell || fingerprint(path) === before;
    const database = closedWell ? openImmutable(path) : new Database(path, { readonly: true });
    const problem = readProblem(database, closedWell ? path : null, list);
    if (problem === null) return ok({ database, stayedTheSame });
    database.close();
    // The program started in this very moment: what looked wrong was half of its first write.
    return stayedTheSame() ? failed(problem) : openReadOnly(path, list);
  } catch (cause) {
    return failed(readFailure(cause));
  }
}

/** What speaks against reading on, apart from damage that only shows while reading. */
function readProblem(database: SqliteDatabase, closedFile: string | null, list: readonly Migration[]): ReadOnlyFailure | null {
  const known = latestVersion(list);
  try {
    const found = schemaVersion(database);
    if (found > known) return { kind: 'newer-schema', found, known };
    if (closedFile !== null) checkSize(database, closedFile);
    checkWhole(database);
    // Killed between creating the file and its first form: nothing was ever sold.
    if (found === 0) return { kind: 'absent' };
    return found < oldestReadable(list) ? { kind: 'older-schema', found, known } : null;
  } catch (cause) {
    return readFailure(cause);
  }
}

export function readFailure(cause: unknown): OpenFailure {
  const trouble = troubleOf(cause);
  return trouble === 'damaged' ? { kind: trouble, putAside: null, cause } : { kind: trouble, cause };
}

/** A writer leaves a trace in at least one of them: it creates the -wal first, and changes the file when it folds it in. */
function fingerprint(path: string): string {
  const { size, mtimeNs, ino } = statSync(path, { bigint: true });
  return JSON.stringify([size, mtimeNs, ino].map(String).concat(String(surveyFiles(path).wal)));
}
