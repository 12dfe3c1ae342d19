import { statSync } from 'node:fs';
import { failed, ok, type Result } from '../../shared/result.ts';
import { checkSize, checkWhole } from './integrity.ts';
import { findPutAside, isFirstPageUnfinished, isLogAlone, isUnbegun, surveyFiles } from './journal-files.ts';
import { latestVersion, type Migration, migrations, oldestReadable } from './migrations.ts';
import { Database, openImmutable, type SqliteDatabase, schemaVersion } from './sqlite.ts';
import { DamagedContent, type OpenFailure, troubleOf } from './storage-failure.ts';

export type ReadOnlyDatabase = {
  readonly database: SqliteDatabase;
  /** Ask after reading: false means that a program has begun to write meanwhile and the data may be inconsistent. Read again. */
  stayedTheSame(): boolean;
};

export type ReadOnlyFailure =
  | OpenFailure
  /** There has never been a journal here, so there are no payments. */
  | { readonly kind: 'absent' }
  /** Written by an older version of this program and not migrated since: the program must be started once. */
  | { readonly kind: 'older-schema'; readonly found: number; readonly known: number };

/**
 * Opens a journal read-only, also while the program runs. Creates no file, takes no write lock, moves nothing.
 *
 * While the program runs, and after a kill, there is a -wal file, and SQLite coordinates readers and the writer. A journal that was closed
 * has none. An ordinary reader would create one and leave it, owned by the account that exported. So a closed journal is read as
 * unchanging, and afterwards it is checked that it did not change.
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
    // The program has just started: what looked wrong was its unfinished first write.
    return stayedTheSame() ? failed(problem) : openReadOnly(path, list);
  } catch (cause) {
    return failed(readFailure(cause));
  }
}

/** Why the journal cannot be read, apart from damage that shows only while reading. */
function readProblem(database: SqliteDatabase, closedFile: string | null, list: readonly Migration[]): ReadOnlyFailure | null {
  const known = latestVersion(list);
  try {
    const found = schemaVersion(database);
    if (found > known) return { kind: 'newer-schema', found, known };
    if (closedFile !== null) checkSize(database, closedFile);
    checkWhole(database);
    // The program was killed between creating the file and its tables: nothing was ever sold.
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

/**
 * A value that changes when somebody writes: a writer first creates the -wal file, and changes the database file when it merges the log.
 */
function fingerprint(path: string): string {
  const { size, mtimeNs, ino } = statSync(path, { bigint: true });
  return JSON.stringify([size, mtimeNs, ino].map(String).concat(String(surveyFiles(path).wal)));
}
