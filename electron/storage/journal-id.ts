import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';
import type { SqliteDatabase } from './sqlite.ts';

const KEY = 'journal-id';

/** The id of a journal that is read beside the program, or before it is opened; null if it was never backed up. Works with every schema. */
export function readJournalId(database: SqliteDatabase): string | null {
  const stored = database.prepare('SELECT value FROM desk WHERE key = ?').pluck().get(KEY);
  return typeof stored === 'string' ? (z.uuid().safeParse(JSON.parse(stored)).data ?? null) : null;
}

/**
 * The id by which backups know their journal. It is made for the first backup and goes with each copy, so a journal that was restored keeps
 * it. The id by which other desks know this one is another (installation.ts): that one changes with a restore.
 * @returns null if it could not be stored: then no backup can be made
 */
export function ensureJournalId(table: DeskTable, log: Log): string | null {
  try {
    const kept = table.read(KEY, z.uuid());
    if (kept !== null) return kept;
  } catch (cause) {
    log.error("the journal's id cannot be read", cause);
    return null;
  }
  const made = randomUUID();
  const stored = table.write(KEY, made);
  if (!stored.ok) log.error("the journal's id could not be stored", stored.error.cause);
  return stored.ok ? made : null;
}
