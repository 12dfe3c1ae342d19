import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PAGE_BYTES = 4096;
export const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

/** The files that together are one database, by size in bytes; null where there is none. */
export type JournalFiles = {
  readonly database: number | null;
  readonly wal: number | null;
  readonly shm: number | null;
  readonly rollback: number | null;
};

export function surveyFiles(path: string): JournalFiles {
  const sizeOf = (name: string): number | null => statSync(name, { throwIfNoEntry: false })?.size ?? null;
  return { database: sizeOf(path), wal: sizeOf(`${path}-wal`), shm: sizeOf(`${path}-shm`), rollback: sizeOf(`${path}-journal`) };
}

/** No database, or one that nothing was ever written to: the first start, or a kill in its first moment. */
export const isUnbegun = (files: JournalFiles): boolean => (files.database ?? 0) === 0;

/** Killed while the very first page was written: SQLite takes it back at the next start. Our tables need more pages than one. */
export const isFirstPageUnfinished = (files: JournalFiles): boolean => (files.rollback ?? 0) > 0 && (files.database ?? 0) <= PAGE_BYTES;

/**
 * Payments stand in the log, and the database they belong to is gone or empty. SQLite would delete the log without a
 * word, so it must not be opened.
 */
export const isLogAlone = (files: JournalFiles): boolean => isUnbegun(files) && (files.wal ?? 0) > 0;

/** A last run that did not close leaves both files. The index without the log means that somebody took the log away. */
export const isLogMissing = (files: JournalFiles): boolean => !isUnbegun(files) && files.wal === null && files.shm !== null;

/** Somebody emptied the log, or the program was killed between creating it and its first write. */
export const isLogEmpty = (files: JournalFiles): boolean => !isUnbegun(files) && files.wal === 0 && files.shm !== null;

/** The last run did not close: it left its log, or the log's index, or an unfinished first page. */
export const endedUncleanly = (files: JournalFiles): boolean => files.wal !== null || files.shm !== null || (files.rollback ?? 0) > 0;

/**
 * Renames the whole database out of the way, so that support can read it as it was found.
 * The database goes first: a kill in between then leaves a log alone, which the next start recognises; the other way
 * round it would leave a database that looks whole and has forgotten its last payments.
 * @returns the new name; the side files keep their endings, so that the set still opens as one database.
 */
export function putAside(path: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(':', '-');
  let target = `${path}.damaged-${stamp}`;
  for (let again = 2; isTaken(target); again += 1) target = `${path}.damaged-${stamp}-${again}`;
  for (const ending of ['', ...SIDE_FILES]) {
    if (existsSync(path + ending)) renameSync(path + ending, target + ending);
  }
  return target;
}

const isTaken = (name: string): boolean => ['', ...SIDE_FILES].some((ending) => existsSync(name + ending));

/** @returns the latest database that was put aside here and still lies there, or null. */
export function findPutAside(path: string): string | null {
  const folder = dirname(path);
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.damaged-`));
  const latest = names
    .map((name) => name.replace(/-(?:wal|shm|journal)$/, ''))
    .sort()
    .at(-1);
  return latest === undefined ? null : join(folder, latest);
}
