import { statSync } from 'node:fs';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';
import { DamagedContent } from './storage-failure.ts';

/**
 * Reads every page and writes nothing. Takes half a second for a hundred thousand payments.
 * @throws DamagedContent if pages, rows and rules contradict each other; SQLite's own error when it cannot read on.
 */
export function checkWhole(database: SqliteDatabase): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DamagedContent(`quick_check: ${String(found)}`);
}

/**
 * Checks the file's length, because SQLite reads the missing end of a last page as zeroes.
 * @param closedFile the database's path. It must have no log, so that all its pages are in this file.
 */
export function checkSize(database: SqliteDatabase, closedFile: string): void {
  const expected = Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }));
  const { size } = statSync(closedFile);
  if (size < expected) throw new DamagedContent(`The file has ${size} bytes instead of ${expected}`);
}

/**
 * Reads what a start needs: the schema, the newest rows, the waiting payments, and the desk's own data. Each by a key, so that it takes the
 * same time in a journal of any size.
 * @throws SQLite's own error if one of these pages is damaged.
 */
export function checkWhatStartReads(database: SqliteDatabase): void {
  // Reads the schema even if there are no tables yet.
  database.pragma('page_count');
  if (schemaVersion(database) === 0) return;
  for (const sql of READ_AT_START) database.prepare(sql).all();
}

/** Worded like the indexes (migrations/0001-journal.ts), so that SQLite uses them; valid for every schema version. */
const READ_AT_START = [
  'SELECT * FROM payments WHERE number = (SELECT max(number) FROM payments)',
  'SELECT * FROM payment_events WHERE number = (SELECT max(number) FROM payment_events)',
  `SELECT * FROM payments WHERE state_name IN ('created', 'sent', 'cancelling', 'checking')`,
  `SELECT * FROM payments WHERE state_name = 'unresolved'`,
  'SELECT key, length(value) FROM desk',
] as const;
