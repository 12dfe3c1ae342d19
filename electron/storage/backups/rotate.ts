import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPartialOf, NO_ID, readBackupName, readEarlierName } from './backup-names.ts';

export const KEPT_BACKUPS = 7;
/** A backup that claims to be newer than this was made while the clock was wrong, and must not push the true ones out. */
const AHEAD_MS = 24 * 3_600_000;

type Own = { readonly path: string; readonly at: string };

/** This journal's backups in these folders, newest first. What cannot be listed now is left for later. */
export function listBackups(places: Places, now: string): readonly Own[] {
  const found = places.folders.flatMap((folder) =>
    namesIn(folder).flatMap((name) => {
      const at = madeAt(places, folder, name);
      return at === null ? [] : [{ path: join(folder, name), at }];
    }),
  );
  const latest = new Date(Date.parse(now) + AHEAD_MS).toISOString();
  const rank = ({ at }: Own): string => (at > latest ? '' : at);
  return found.sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}

export type Places = {
  /** The journal's key (backup-names.ts). */
  readonly journal: string;
  readonly folders: readonly string[];
  /** The journal's own folder, where earlier versions left their copies. */
  readonly beside: string;
  /** The program's own folder for backups: no other desk writes there, so what was made before the journal had an id is its own. */
  readonly own: string;
};

function madeAt({ journal, beside, own }: Places, folder: string, name: string): string | null {
  const read = readBackupName(name);
  const isOurs = read?.journal === journal || (read?.journal === NO_ID && folder === own);
  if (read !== null) return isOurs ? read.at : null;
  return folder === beside ? readEarlierName(name) : null;
}

/**
 * Deletes all but the newest seven backups of this journal, wherever they were made: each may hold card data that was erased since.
 * Only files with a name that this program gave are ever deleted, and never through a link.
 * @param made the newest one, which stays whatever the clock says
 * @returns how many were deleted
 */
export function deleteOldBackups(places: Places, made: string, now: string): number {
  const others = listBackups(places, now).filter(({ path }) => path !== made);
  const old = others.slice(KEPT_BACKUPS - 1).map(({ path }) => path);
  return old.filter(remove).length;
}

/** Removes what a run that was killed has begun. Called before one is begun. */
export function deleteUnfinished({ journal, folders }: Places): void {
  for (const folder of folders) {
    for (const name of namesIn(folder)) if (isPartialOf(journal, name)) remove(join(folder, name));
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(path: string): boolean {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}
