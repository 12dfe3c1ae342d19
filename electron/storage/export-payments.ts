import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { failed, ok, type Result } from '../../shared/result.ts';
import { toExportedPayment } from '../payments/describe.ts';
import { migration0003 } from './migrations/0003-environment-of-api1.ts';
import { openReadOnly, type ReadOnlyFailure, readFailure } from './open-read-only.ts';
import { PAYMENT_COLUMNS, readPayment } from './payment-row.ts';
import { replaceFile, UnwritableFile } from './replace-file.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

export type ExportFailure =
  | Exclude<ReadOnlyFailure, { readonly kind: 'absent' }>
  /** The target cannot be written, or is the journal itself. Nothing was changed. */
  | { readonly kind: 'target-unwritable'; readonly cause: unknown };

const BATCH_CHARACTERS = 256 * 1024;

/**
 * Writes every payment of the journal as JSON Lines, oldest first, also while the program runs: one look at one moment.
 * A temporary file is renamed when it is whole, so that the target is the old one or the new one. No journal: an empty file.
 * A payment that cannot be read fails the whole export: a list with a hole looks like a list.
 * @returns how many payments were written.
 */
export function exportPayments(databasePath: string, targetFile: string): Result<{ readonly payments: number }, ExportFailure> {
  if (isTheJournal(databasePath, targetFile))
    return failed({ kind: 'target-unwritable', cause: new Error('The target is the journal itself') });
  const opened = openReadOnly(databasePath);
  if (!opened.ok && opened.error.kind !== 'absent') return failed(opened.error);

  let payments = 0;
  try {
    replaceFile(targetFile, (add) => {
      if (!opened.ok) return;
      payments = addPayments(opened.value.database, add);
      if (!opened.value.stayedTheSame()) throw new Error('The program began to write in the journal meanwhile');
    });
    return ok({ payments });
  } catch (cause) {
    if (cause instanceof UnwritableFile) return failed({ kind: 'target-unwritable', cause: cause.cause });
    if (!opened.ok || opened.value.stayedTheSame()) return failed(readFailure(cause));
  } finally {
    if (opened.ok) opened.value.database.close();
  }
  // Now there is a writer, and readers and writers of SQLite know of each other.
  return exportPayments(databasePath, targetFile);
}

/** Row by row: a hundred thousand payments never stand in memory together. */
function addPayments(database: SqliteDatabase, add: (text: string) => void): number {
  // A journal that this program has not opened yet reads as its migration will leave it: real money is never told as a test's.
  const testWasReal = schemaVersion(database) < migration0003.version && migration0003.appliesTo(database);
  let payments = 0;
  let batch = '';
  for (const row of database.prepare<[], unknown>(`SELECT ${PAYMENT_COLUMNS} FROM payments ORDER BY number`).iterate()) {
    const payment = toExportedPayment(readPayment(row));
    const environment = testWasReal && payment.environment === 'test' ? 'production' : payment.environment;
    batch += `${JSON.stringify({ ...payment, environment })}\n`;
    payments += 1;
    if (batch.length < BATCH_CHARACTERS) continue;
    add(batch);
    batch = '';
  }
  add(batch);
  return payments;
}

/** A slip of the hand must not put a list where the payments are. */
function isTheJournal(databasePath: string, targetFile: string): boolean {
  const target = resolve(targetFile);
  const file = statSync(target, { throwIfNoEntry: false });
  return ['', '-wal', '-shm', '-journal'].some((ending) => {
    const name = resolve(databasePath) + ending;
    const its = statSync(name, { throwIfNoEntry: false });
    return name === target || (file !== undefined && its !== undefined && file.dev === its.dev && file.ino === its.ino);
  });
}
