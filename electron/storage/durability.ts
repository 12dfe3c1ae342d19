import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

/** `synchronous` as SQLite counts it: 1 NORMAL loses the last commits in a power cut, 2 FULL does not. */
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

/** Settings live in the connection, not in the file: each connection that may write sets them all. */
export function makeDurable(database: SqliteDatabase): void {
  // Said out loud, because better-sqlite3 is built to lower it to NORMAL as soon as it sees a WAL database.
  database.pragma('synchronous = FULL');
  database.pragma('journal_mode = WAL');
  database.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE removes rows behind the DELETE triggers' back.
  database.pragma('recursive_triggers = ON');
  // macOS: an ordinary fsync leaves the data in the drive's own cache. No effect elsewhere.
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
  // What is erased, and what is written over, is overwritten with zeroes and does not lie on in the file.
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
 * Writes for real, and only then looks at the settings: they have been seen to change with the first write, and a
 * read-only file opens without complaint. What is written is the schema number that stands there anyway.
 * @throws when the file takes no write, or would not keep one through a power cut.
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
