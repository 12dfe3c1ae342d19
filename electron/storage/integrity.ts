import { statSync } from 'node:fs';
import type { SqliteDatabase } from './sqlite.ts';
import { DamagedContent } from './storage-failure.ts';

/**
 * Reads every page. Writes nothing.
 * @param closedFile the database's path when it has no log, so that its pages are all in this one file.
 * @throws DamagedContent when pages, rows and rules do not fit together; SQLite's own error when it cannot read on.
 */
export function checkWhole(database: SqliteDatabase, closedFile: string | null): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DamagedContent(`quick_check: ${String(found)}`);
  if (closedFile === null) return;
  // SQLite takes the missing end of a last page for zeroes.
  const expected = Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }));
  const { size } = statSync(closedFile);
  if (size < expected) throw new DamagedContent(`The file has ${size} bytes instead of ${expected}`);
}
