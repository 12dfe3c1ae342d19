import { rmSync } from 'node:fs';
import { SIDE_FILES } from '../journal-files.ts';

/** The copy of a backup that is being made fit to take the journal's place. */
export const restoringPath = (databasePath: string): string => `${databasePath}.restoring`;

/** Removes what a restoring has begun. Only under the journal's lock, so that none is running. */
export function removeUnfinished(databasePath: string): void {
  for (const ending of ['', ...SIDE_FILES]) rmSync(restoringPath(databasePath) + ending, { force: true });
}
