import { migration0001 } from './migrations/0001-journal.ts';
import { migration0002 } from './migrations/0002-voids-and-signatures.ts';
import { migration0003 } from './migrations/0003-environment-of-api1.ts';
import { migration0004 } from './migrations/0004-reference-key.ts';
import { migration0005 } from './migrations/0005-refused-signatures.ts';
import { migration0006 } from './migrations/0006-approvals-of-nothing.ts';
import { migration0007 } from './migrations/0007-what-answers-tell.ts';
import { migration0008 } from './migrations/0008-card-data-apart.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** Where this says no, only the number rises. */
  readonly appliesTo?: (database: SqliteDatabase) => boolean;
  /** What SQL alone cannot do, after it and in the same transaction. */
  readonly run?: (database: SqliteDatabase) => void;
  /**
   * The whole file is written anew before, so that nothing lies in it but what can be read. Not in the same transaction, which SQLite
   * does not allow: a kill in between leaves the same journal, and the next start does it again.
   */
  readonly compactFirst?: true;
  /** The form before can be read as it is. */
  readonly readsAlike?: true;
};

/**
 * Every form the journal has had, in order. What is stored as JSON belongs to the form too: a new member or a new name in a
 * stored state or event is a migration, else an older program would open the file and find payments it cannot read.
 */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
];

export function latestVersion(list: readonly Migration[]): number {
  for (const [index, { version }] of list.entries()) {
    if (version !== index + 1) throw new Error(`Migration ${version} stands in place ${index + 1}`);
  }
  return list.length;
}

/** The oldest form that can be read without being brought up to date. */
export function oldestReadable(list: readonly Migration[]): number {
  const changing = list.findLast(({ readsAlike }) => readsAlike !== true);
  return changing?.version ?? 0;
}

/**
 * Brings the file up to the latest form, each step whole or not at all: a kill in between leaves the form before, with
 * its own number.
 */
export function migrate(database: SqliteDatabase, list: readonly Migration[]): void {
  const from = schemaVersion(database);
  for (const { version, sql, run, appliesTo, compactFirst } of list.slice(from)) {
    if (compactFirst === true && from > 0) database.exec('VACUUM');
    database
      .transaction(() => {
        if (appliesTo?.(database) !== false) {
          database.exec(sql);
          run?.(database);
        }
        database.pragma(`user_version = ${version}`);
      })
      .immediate();
  }
}
