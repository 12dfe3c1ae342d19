import { migration0001 } from './migrations/0001-journal.ts';
import { migration0002 } from './migrations/0002-voids-and-signatures.ts';
import { migration0003 } from './migrations/0003-environment-of-api1.ts';
import { migration0004 } from './migrations/0004-reference-key.ts';
import { migration0005 } from './migrations/0005-refused-signatures.ts';
import { migration0006 } from './migrations/0006-approvals-of-nothing.ts';
import { migration0007 } from './migrations/0007-what-answers-tell.ts';
import { migration0008 } from './migrations/0008-card-data-apart.ts';
import { migration0009 } from './migrations/0009-outbox.ts';
import { migration0010 } from './migrations/0010-requests.ts';
import { migration0011 } from './migrations/0011-outbox-for-strapi.ts';
import { migration0012 } from './migrations/0012-receipts.ts';
import { migration0013 } from './migrations/0013-day-close.ts';
import { migration0014 } from './migrations/0014-find-by-card.ts';
import { migration0015 } from './migrations/0015-receipt-prints.ts';
import { migration0016 } from './migrations/0016-handovers.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** If this returns false, only the version number is raised. */
  readonly appliesTo?: (database: SqliteDatabase) => boolean;
  /** What SQL alone cannot do; runs after it, in the same transaction. */
  readonly run?: (database: SqliteDatabase) => void;
  /**
   * The whole file is rewritten before, so that no old data remains in unused parts. SQLite does not allow this in the same transaction.
   * After a kill in between, the journal is the same, and the next start does it again.
   */
  readonly compactFirst?: true;
  /** This version's program can read the previous schema as it is. */
  readonly readsAlike?: true;
};

/**
 * All schema versions, in order. The stored JSON is a part of the schema: a new member or name in a stored state or event needs a
 * migration. Otherwise an older program would open the file and find payments that it cannot read.
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
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
];

export function latestVersion(list: readonly Migration[]): number {
  for (const [index, { version }] of list.entries()) {
    if (version !== index + 1) throw new Error(`Migration ${version} is at position ${index + 1}`);
  }
  return list.length;
}

/** The oldest schema version that can be read without migrating. */
export function oldestReadable(list: readonly Migration[]): number {
  const changing = list.findLast(({ readsAlike }) => readsAlike !== true);
  return changing?.version ?? 0;
}

/**
 * Migrates the file to the latest version, each step completely or not at all: after a kill in between, the file has the previous schema
 * and its number.
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
