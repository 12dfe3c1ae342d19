import type { z } from 'zod';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { WriteFailure } from '../payments/ports.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { writeFailure } from './storage-failure.ts';

/** What the desk chose and last knew, one row for each key. It does not affect money. Each key belongs to one file of this folder. */
export interface DeskTable {
  /** For a subject with its own table; null if the journal could not be opened. */
  readonly database: SqliteDatabase | null;
  /**
   * Null if nothing is stored or it cannot be parsed: an unreadable choice counts as none.
   * @throws SQLite's own error when the file cannot be read.
   */
  read<T>(key: string, schema: z.ZodType<T>): T | null;
  write(key: string, value: unknown): Result<null, WriteFailure>;
  remove(key: string): Result<null, WriteFailure>;
  /**
   * The payment ids in keys with this prefix, oldest payment first; without ids that are not in the journal.
   * @throws SQLite's own error when the file cannot be read.
   */
  paymentsUnder(prefix: string): readonly string[];
}

/**
 * Room for five thousand terminals with long names. An earlier version stored lists of any length, and reading one blocked every start
 * after it.
 */
const LONGEST_VALUE = 2_000_000;

export function createDeskTable(database: SqliteDatabase): DeskTable {
  const select = database.prepare<[string, number], unknown>('SELECT value FROM desk WHERE key = ? AND length(value) <= ?').pluck();
  const upsert = database.prepare('INSERT INTO desk (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const remove = database.prepare('DELETE FROM desk WHERE key = ?');
  const selectPayments = database
    .prepare<{ prefix: string; last: string }, string>(
      `SELECT id FROM desk JOIN payments ON id = substr(key, length(@prefix) + 1) WHERE key > @prefix AND key < @last ORDER BY number`,
    )
    .pluck();

  function done(run: () => unknown): Result<null, WriteFailure> {
    try {
      run();
      return ok(null);
    } catch (cause) {
      return failed(writeFailure(cause));
    }
  }

  return {
    database,
    read(key, schema) {
      const value = select.get(key, LONGEST_VALUE);
      return typeof value === 'string' ? (schema.safeParse(JSON.parse(value)).data ?? null) : null;
    },
    write: (key, value) => done(() => upsert.run(key, JSON.stringify(value))),
    remove: (key) => done(() => remove.run(key)),
    paymentsUnder: (prefix) => selectPayments.all({ prefix, last: `${prefix}\u{10ffff}` }),
  };
}

/** Used when the journal could not be opened: it is empty and accepts nothing. */
export function closedDeskTable(cause: unknown): DeskTable {
  const refusal = () => failed({ kind: 'unavailable' as const, cause });
  return { database: null, read: () => null, write: refusal, remove: refusal, paymentsUnder: () => [] };
}
