import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { removeFile } from '../backups/place-backup.ts';
import { isUnbegun, putAside, SIDE_FILES, surveyFiles } from '../journal-files.ts';
import { holdJournal } from '../journal-lock.ts';
import { keepName } from '../replace-file.ts';
import { Database, openImmutable } from '../sqlite.ts';
import { prepareRestored } from './prepare-restored.ts';
import { checkSameJournal, findLoss, openPresent, type Present } from './present-journal.ts';
import { type Loss, Refused, type RestoreRefusal } from './refusal.ts';
import { takeBackup } from './take-backup.ts';
import { removeUnfinished, restoringPath } from './unfinished.ts';

export type Restored = {
  readonly payments: number;
  readonly loss: Loss;
  /** Where the journal lies that was here before; null if there was none. */
  readonly replaced: string | null;
};

/** What a person has accepted to lose: that many payments, or nobody knows how many. */
export type Accepted = number | 'unknown' | null;

/**
 * Puts a backup in the place of the journal. A support step, while the program does not run.
 *
 * An older journal never takes the place of newer payments before somebody was shown each of them, and has named their number. The journal
 * that was here is moved aside whole and never deleted. Until its last step nothing is changed; after a kill in that step the next start
 * finds the journal that was moved aside and begins none in its place, and the restoring can be done again.
 *
 * @param folder the journal's folder
 * @param file a backup, under the name that the program gave it
 */
export function restoreBackup(folder: string, file: string, accepted: Accepted, now: Date): Result<Restored, RestoreRefusal> {
  const held = holdJournal(folder);
  if (!held.ok) {
    const { error } = held;
    return failed(error.kind === 'held' ? { kind: 'running', by: error.by } : { kind: 'failed', cause: error.cause });
  }
  const path = join(folder, 'payments.db');
  const copy = restoringPath(path);
  try {
    removeFile(copy);
    takeBackup(file, copy);
    return ok(replace(path, copy, file, accepted, now));
  } catch (cause) {
    return failed(cause instanceof Refused ? cause.refusal : { kind: 'failed', cause });
  } finally {
    removeUnfinished(path);
    held.value.release();
  }
}

function replace(path: string, copy: string, file: string, accepted: Accepted, now: Date): Restored {
  const present = openPresent(path);
  let loss: Loss;
  try {
    loss = compare(copy, present, path, accepted);
    prepareRestored(copy, { ...{ file, present, loss, path }, now: now.toISOString() });
  } finally {
    present.database?.close();
  }
  sync(copy);
  const payments = countPayments(copy);
  fold(path, present);
  const replaced = hasFiles(path) ? putAside(path, now, 'replaced') : null;
  renameSync(copy, path);
  keepName(path);
  // It is an index over the journal that is gone, and is made anew.
  for (const ending of ['', ...SIDE_FILES]) rmSync(`${join(path, '..', 'search.db')}${ending}`, { force: true });
  return { payments, loss, replaced };
}

function compare(copy: string, present: Present, path: string, accepted: Accepted): Loss {
  const backup = openImmutable(copy);
  try {
    checkSameJournal(backup, present);
    const loss = findLoss(backup, present, path);
    const { isIncomplete, payments } = loss;
    const named = isIncomplete ? accepted === 'unknown' : accepted === payments.length || (accepted === null && payments.length === 0);
    if (!named) throw new Refused({ kind: 'would-lose', loss });
    return loss;
  } finally {
    backup.close();
  }
}

/** The log of a whole journal is written into its file first, so that one file is moved and not three. A damaged one stays as it was found. */
function fold(path: string, { isWhole }: Present): void {
  if (!isWhole || isUnbegun(surveyFiles(path))) return;
  const database = new Database(path, { fileMustExist: true });
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

const hasFiles = (path: string): boolean => Object.values(surveyFiles(path)).some((size) => size !== null);

function countPayments(copy: string): number {
  const database = openImmutable(copy);
  try {
    return Number(database.prepare('SELECT count(*) FROM payments').pluck().get());
  } finally {
    database.close();
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
