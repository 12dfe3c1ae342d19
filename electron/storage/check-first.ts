import { existsSync, rmSync } from 'node:fs';
import { keepName, replaceFile } from './replace-file.ts';

/**
 * A note beside the journal: the next start must check the whole file before using it. Only its existence matters; its text is for support.
 */
const checkFirstPath = (databasePath: string): string => `${databasePath}.check-first`;

export const mustCheckFirst = (databasePath: string): boolean => existsSync(checkFirstPath(databasePath));

/** The note is on the disk when this returns. @throws if it cannot be written. */
export function noteCheckFirst(databasePath: string, why: string): void {
  replaceFile(checkFirstPath(databasePath), (add) => add(`${new Date().toISOString()} ${why}\n`));
  keepName(databasePath);
}

/** Removes the note: the file was found whole, or was put aside under another name. */
export function forgetCheckFirst(databasePath: string): void {
  rmSync(checkFirstPath(databasePath), { force: true });
}
