import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

/** SQLite's number for `synchronous`: 1 (NORMAL) loses the last commits in a power cut, 2 (FULL) does not. */
const FULL = 2;

export type Durability = {
  readonly journalMode: string;
  readonly synchronous: number;
  readonly foreignKeys: boolean;
  readonly recursiveTriggers: boolean;
  readonly fullfsync: boolean;
  readonly checkpointFullfsync: boolean;
  readonly secureDelete: boolean;
};

/** These settings belong to the connection and not to the file: each connection that may write sets all of them. */
export function makeDurable(database: SqliteDatabase): void {
  // Set explicitly, because better-sqlite3 lowers it to NORMAL as soon as it sees a WAL database.
  database.pragma('synchronous = FULL');
  database.pragma('journal_mode = WAL');
  database.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would delete rows without running the DELETE triggers.
  database.pragma('recursive_triggers = ON');
  // macOS: an ordinary fsync leaves the data in the drive's cache. No effect on other systems.
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
  // Erased and overwritten data is filled with zeroes, so that it does not remain in the file.
  database.pragma('secure_delete = ON');
}

export function readDurability(database: SqliteDatabase): Durability {
  const setting = (name: string): unknown => database.pragma(name, { simple: true });
  return {
    journalMode: String(setting('journal_mode')),
    synchronous: Number(setting('synchronous')),
    foreignKeys: setting('foreign_keys') === 1,
    recursiveTriggers: setting('recursive_triggers') === 1,
    fullfsync: setting('fullfsync') === 1,
    checkpointFullfsync: setting('checkpoint_fullfsync') === 1,
    secureDelete: setting('secure_delete') === 1,
  };
}

/**
 * Writes first and then checks the settings: they may change with the first write, and a read-only file opens without an error. It writes
 * the schema number that is already there.
 * @throws if the file cannot be written, or would lose a write in a power cut.
 */
export function proveDurable(database: SqliteDatabase): void {
  const version = schemaVersion(database);
  database.transaction(() => database.pragma(`user_version = ${version}`)).immediate();
  const now = readDurability(database);
  const kept =
    now.journalMode === 'wal' &&
    now.synchronous === FULL &&
    now.foreignKeys &&
    now.recursiveTriggers &&
    now.fullfsync &&
    now.checkpointFullfsync &&
    now.secureDelete;
  if (!kept) throw new Error(`The journal's connection is not durable after a write: ${JSON.stringify(now)}`);
}
