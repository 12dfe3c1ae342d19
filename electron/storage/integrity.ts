import { statSync } from 'node:fs';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';
import { DamagedContent } from './storage-failure.ts';

/**
 * Reads every page. Writes nothing. Takes half a second for a hundred thousand payments.
 * @throws DamagedContent when pages, rows and rules do not fit together; SQLite's own error when it cannot read on.
 */
export function checkWhole(database: SqliteDatabase): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DamagedContent(`quick_check: ${String(found)}`);
}

/**
 * SQLite takes the missing end of a last page for zeroes.
 * @param closedFile the database's path. It must have no log, so that its pages are all in this one file.
 */
export function checkSize(database: SqliteDatabase, closedFile: string): void {
  const expected = Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }));
  const { size } = statSync(closedFile);
  if (size < expected) throw new DamagedContent(`The file has ${size} bytes instead of ${expected}`);
}

/**
 * Reads what a start cannot do without: the schema, the newest rows, the payments that wait, and what the desk keeps. Each by a key,
 * so that it takes the same time in a journal of any size.
 * @throws SQLite's own error where one of these pages is damaged.
 */
export function checkWhatStartReads(database: SqliteDatabase): void {
  // Asks for the schema, also where there are no tables yet.
  database.pragma('page_count');
  if (schemaVersion(database) === 0) return;
  for (const sql of READ_AT_START) database.prepare(sql).all();
}

/** In the words of the indexes (migrations/0001-journal.ts), and of every form that the journal has had. */
const READ_AT_START = [
  'SELECT * FROM payments WHERE number = (SELECT max(number) FROM payments)',
  'SELECT * FROM payment_events WHERE number = (SELECT max(number) FROM payment_events)',
  `SELECT * FROM payments WHERE state_name IN ('created', 'sent', 'cancelling', 'checking')`,
  `SELECT * FROM payments WHERE state_name = 'unresolved'`,
  'SELECT key, length(value) FROM desk',
] as const;
