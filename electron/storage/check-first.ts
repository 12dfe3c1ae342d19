import { existsSync, rmSync } from 'node:fs';
import { keepName, replaceFile } from './replace-file.ts';

/**
 * A note beside the journal: the next start checks the whole file before it uses it. Only that it lies there counts; what it says is
 * for support.
 */
const checkFirstPath = (databasePath: string): string => `${databasePath}.check-first`;

export const mustCheckFirst = (databasePath: string): boolean => existsSync(checkFirstPath(databasePath));

/** On the disk, name and all, when this returns. @throws where it cannot be written. */
export function noteCheckFirst(databasePath: string, why: string): void {
  replaceFile(checkFirstPath(databasePath), (add) => add(`${new Date().toISOString()} ${why}\n`));
  keepName(databasePath);
}

/** The file was found whole, or it lies aside under another name by now. */
export function forgetCheckFirst(databasePath: string): void {
  rmSync(checkFirstPath(databasePath), { force: true });
}
