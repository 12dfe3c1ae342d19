import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { checkOwn } from '../system/private-files.ts';

/** In the program's own folders only an earlier export may be overwritten; no file of the program has this ending. */
const LIST = /\.jsonl$/i;

/**
 * A mistyped path must not overwrite payments, settings or secrets, or write through a link to another place.
 * @param own the program's folders
 * @throws the reason if it is not allowed
 */
export function checkExportTarget(databasePath: string, targetFile: string, own: readonly string[]): void {
  const target = resolve(targetFile);
  if (isTheJournal(databasePath, target)) throw new Error('The target is the journal itself');
  checkOwn(target);
  const place = realPath(dirname(target));
  const inside = [dirname(databasePath), ...own].some((folder) => isWithin(place, realPath(folder)));
  if (inside && !LIST.test(basename(target)))
    throw new Error('The target is among the files of this program; name it ….jsonl, or choose another folder');
}

function isTheJournal(databasePath: string, target: string): boolean {
  const file = lstatSync(target, { throwIfNoEntry: false });
  return ['', '-wal', '-shm', '-journal'].some((ending) => {
    const name = resolve(databasePath) + ending;
    const its = statSync(name, { throwIfNoEntry: false });
    return name === target || (file !== undefined && its !== undefined && file.dev === its.dev && file.ino === its.ino);
  });
}

/** Works for a folder that does not exist yet too. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}

/** Windows and macOS ignore case in paths. */
const fold = (path: string): string => (process.platform === 'linux' ? path : path.toLowerCase());
const isWithin = (path: string, folder: string): boolean => fold(path) === fold(folder) || fold(path).startsWith(fold(folder) + sep);
