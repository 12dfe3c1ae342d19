import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

// Read once, when the native module is loaded at the first open. Without it `file:…?immutable=1` is not taken as an address, and a closed
// database could not be read without creating -wal and -shm files beside it (see open-read-only.ts).
process.env['SQLITE_USE_URI'] = '1';

export { Database };
export type SqliteDatabase = Database.Database;

/** Older versions could damage a WAL database when two connections wrote and checkpointed at the same moment. */
export const MINIMUM_SQLITE = '3.51.3';

/**
 * Opens a file that nobody writes: without a lock, and without -wal and -shm files. If a program may write, check afterwards that the file
 * did not change.
 */
export function openImmutable(path: string): SqliteDatabase {
  return new Database(`${pathToFileURL(path).href}?immutable=1`, { readonly: true });
}

/** @returns SQLite's extended result code (`SQLITE_FULL`), or null when the failure did not come from SQLite. */
export function sqliteCode(cause: unknown): string | null {
  return cause instanceof Database.SqliteError ? cause.code : null;
}

/** The version of the linked SQLite, from a database in memory, so that no file is touched. */
export function linkedSqliteVersion(): string {
  const memory = new Database(':memory:');
  try {
    return String(memory.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    memory.close();
  }
}

/** `3.9.0` is older than `3.51.3`: compared number by number. */
export function isOlderVersion(version: string, minimum: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of minimum.split('.').map(Number).entries()) {
    const found = parts[index] ?? 0;
    if (found !== wanted) return !(found > wanted);
  }
  return false;
}

/** The file's schema number; 0 in a file that was never written to. */
export function schemaVersion(database: SqliteDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}
