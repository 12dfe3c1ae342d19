import { closeSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../../shared/result.ts';
import { makePrivate, makePrivateFolder, openOwn, WRITE } from '../system/private-files.ts';
import { journalKey } from './backups/backup-names.ts';
import { forgetCheckFirst, mustCheckFirst } from './check-first.ts';
import { makeDurable, proveDurable } from './durability.ts';
import { checkSize, checkWhatStartReads, checkWhole } from './integrity.ts';
import {
  endedUncleanly,
  findPutAside,
  isLogAlone,
  isLogEmpty,
  isLogMissing,
  isUnbegun,
  putAside,
  SIDE_FILES,
  surveyFiles,
} from './journal-files.ts';
import { readJournalId } from './journal-id.ts';
import { latestVersion, type Migration, migrate, migrations } from './migrations.ts';
import { Database, isOlderVersion, linkedSqliteVersion, MINIMUM_SQLITE, type SqliteDatabase, schemaVersion } from './sqlite.ts';
import { DamagedContent, type OpenFailure, troubleOf } from './storage-failure.ts';

/** How long a write waits for a foreign lock. The window waits with it, and what could not be written is tried again. */
const BUSY_MS = 200;

export type OpenOptions = {
  /**
   * A person has been told that the earlier payments lie in a file put aside, and wants to sell on without them.
   * Nothing else may set this: see {@link openDatabase}.
   */
  readonly beginAnew?: boolean;
  readonly migrations?: readonly Migration[];
  readonly minimumSqlite?: string;
  readonly now?: () => Date;
};

/**
 * What is still to be done before it is known that every page of the journal is whole. `first`: the last run did not close, so it is
 * checked before anything new is sold. `later`: it was closed well, and is checked when the start is over. `nothing`: it was
 * begun just now, or has just been read through.
 */
export type CheckDue = 'first' | 'later' | 'nothing';

export type OpenedDatabase = {
  readonly database: SqliteDatabase;
  readonly checkDue: CheckDue;
  /** Where the copy from before a migration lies; null when none was due. */
  readonly backup: string | null;
  /** The last run did not close, and its log was taken away since: its last payments may be missing. Worth a word in the log and to support. */
  readonly logMissing: boolean;
  /** The same, or a kill in a start's first moment: the log lies there and is empty. */
  readonly logEmpty: boolean;
};

/**
 * Opens the journal for the one writer, or says why it cannot be used; the folder is created when missing.
 *
 * A damaged journal is renamed as a whole and **no new one is begun in its place**, neither in this run nor after a
 * restart: an open payment in it may be charging a guest's card, and an empty journal would let the desk charge that guest
 * again with nothing on the screen to warn of it. Selling goes on when support has put a backup in its place, or has moved the
 * file that was put aside out of the folder, or when a person decided so with `beginAnew`.
 *
 * What is read here takes the same time in a journal of any size. Every page is read here in two cases only: the last run saw
 * damage and left a note (check-first.ts), or a migration is due, which would carry damage on. Otherwise `checkDue` says when
 * that is to be done beside the program (whole-check.ts). Whatever finds damage there leaves the note, so that the next start
 * puts the file aside here, before anything is written to it.
 *
 * Asynchronous only because SQLite's backup is.
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Result<OpenedDatabase, OpenFailure>> {
  const list = options.migrations ?? migrations;
  const now = options.now ?? (() => new Date());
  const needed = options.minimumSqlite ?? MINIMUM_SQLITE;

  let database: SqliteDatabase | null = null;
  try {
    const linked = linkedSqliteVersion();
    if (isOlderVersion(linked, needed)) return failed({ kind: 'old-sqlite', found: linked, needed });

    makePrivateFolder(dirname(path));
    const files = surveyFiles(path);
    if (isLogAlone(files)) throw new DamagedContent('The log lies there without its database');
    const earlier = isUnbegun(files) && options.beginAnew !== true ? findPutAside(path) : null;
    if (earlier !== null) {
      return failed({
        kind: 'damaged',
        putAside: earlier,
        cause: new DamagedContent('The journal was put aside as damaged and waits for a decision'),
      });
    }

    // The log and its index get the mode of the database.
    if (files.database === null) closeSync(openOwn(path, WRITE));
    for (const ending of ['', ...SIDE_FILES]) makePrivate(path + ending);
    // Whoever closes last folds the log into the file, so one that turns out newer or damaged would not stay as it was. A reader folds nothing.
    const hasLog = (files.wal ?? 0) > 0;
    database = new Database(path, { readonly: hasLog, timeout: BUSY_MS });
    const checkNow = mustCheckFirst(path);
    const checked = checkFile(database, hasLog ? null : path, latestVersion(list), checkNow);
    const newer = checked.newer;
    if (newer !== null || hasLog) database.close();
    if (newer !== null) return failed(newer);
    if (hasLog) database = new Database(path, { timeout: BUSY_MS });

    makeDurable(database);
    const backup = await backUpIfOlder(database, path, latestVersion(list), now());
    migrate(database, list);
    proveDurable(database);
    if (checkNow) forgetCheckFirst(path);
    const checkDue = checked.isWhole ? 'nothing' : endedUncleanly(files) ? 'first' : 'later';
    return ok({ database, checkDue, backup, logMissing: isLogMissing(files), logEmpty: isLogEmpty(files) });
  } catch (cause) {
    database?.close();
    return failed(failureOf(path, cause, now()));
  }
}

/**
 * Writes nothing. A migration comes only after the whole file was read.
 * @throws when the file is not whole.
 */
function checkFile(
  database: SqliteDatabase,
  closedFile: string | null,
  known: number,
  checkNow: boolean,
): { readonly newer: OpenFailure | null; readonly isWhole: boolean } {
  const found = schemaVersion(database);
  if (found > known) return { newer: { kind: 'newer-schema', found, known }, isWhole: false };
  if (closedFile !== null) checkSize(database, closedFile);
  checkWhatStartReads(database);
  const isWhole = checkNow || found < known;
  if (isWhole) checkWhole(database);
  return { newer: null, isWhole };
}

async function backUpIfOlder(database: SqliteDatabase, path: string, latest: number, now: Date): Promise<string | null> {
  const from = schemaVersion(database);
  if (from === 0 || from === latest) return null;
  // Loaded only now: an ordinary start does not pay for it.
  const { backUpBeforeMigration } = await import('./backups/back-up.ts');
  return backUpBeforeMigration(database, path, journalKey(readJournalId(database)), now.toISOString());
}

function failureOf(path: string, cause: unknown, now: Date): OpenFailure {
  const trouble = troubleOf(cause);
  if (trouble !== 'damaged') return { kind: trouble, cause };
  try {
    const aside = putAside(path, now);
    // Only now: a kill in between costs the file that comes in its place one more check.
    forgetCheckFirst(path);
    return { kind: 'damaged', putAside: aside, cause };
  } catch (renaming) {
    // Still damaged, and still whole where it was.
    return { kind: 'damaged', putAside: null, cause: new AggregateError([cause, renaming], 'Damaged, and could not be put aside') };
  }
}
