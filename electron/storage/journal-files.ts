import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PAGE_BYTES = 4096;
export const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

/** The sizes in bytes of the files that form one database; null if a file does not exist. */
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

/** No database, or one that was never written to: the first start, or a kill at its very beginning. */
export const isUnbegun = (files: JournalFiles): boolean => (files.database ?? 0) === 0;

/** The program was killed while it wrote the first page: SQLite undoes that at the next start. Our tables need more than one page. */
export const isFirstPageUnfinished = (files: JournalFiles): boolean => (files.rollback ?? 0) > 0 && (files.database ?? 0) <= PAGE_BYTES;

/** The log holds payments, but its database is gone or empty. SQLite would delete the log silently, so it must not be opened. */
export const isLogAlone = (files: JournalFiles): boolean => isUnbegun(files) && (files.wal ?? 0) > 0;

/** After an unclean end both side files exist. An index without its log means that somebody removed the log. */
export const isLogMissing = (files: JournalFiles): boolean => !isUnbegun(files) && files.wal === null && files.shm !== null;

/** Somebody emptied the log, or the program was killed before its first write into it. */
export const isLogEmpty = (files: JournalFiles): boolean => !isUnbegun(files) && files.wal === 0 && files.shm !== null;

/** The last run did not close: its log, the log's index or an unfinished first page is left. */
export const endedUncleanly = (files: JournalFiles): boolean => files.wal !== null || files.shm !== null || (files.rollback ?? 0) > 0;

/** `replaced`: a backup was restored in its place (restore/restore-backup.ts). */
type WhyAside = 'damaged' | 'replaced';

/**
 * Renames the whole database, so that support can read it as it was found. The database is renamed first: after a kill in between, a log is
 * left alone, which the next start recognises. In the other order a database would be left that looks whole and has lost its last payments.
 * @returns the new name; the side files keep their endings, so that they still open as one database.
 */
export function putAside(path: string, now: Date, why: WhyAside = 'damaged'): string {
  const stamp = now.toISOString().replaceAll(':', '-');
  let target = `${path}.${why}-${stamp}`;
  for (let again = 2; isTaken(target); again += 1) target = `${path}.${why}-${stamp}-${again}`;
  for (const ending of ['', ...SIDE_FILES]) {
    if (existsSync(path + ending)) renameSync(path + ending, target + ending);
  }
  return target;
}

const isTaken = (name: string): boolean => ['', ...SIDE_FILES].some((ending) => existsSync(name + ending));

/**
 * @returns the latest database that was put aside here and still exists, or null. A replaced one counts: if its successor is not there, the
 * restoring was cut off.
 */
export function findPutAside(path: string): string | null {
  const folder = dirname(path);
  if (!existsSync(folder)) return null;
  const stampOf = (name: string): string => name.replace(/^.*\.(?:damaged|replaced)-/, '');
  const latest = readdirSync(folder)
    .filter((name) => ['damaged', 'replaced'].some((why) => name.startsWith(`${basename(path)}.${why}-`)))
    .map((name) => name.replace(/-(?:wal|shm|journal)$/, ''))
    .sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
    .at(-1);
  return latest === undefined ? null : join(folder, latest);
}
