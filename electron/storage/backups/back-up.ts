import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePrivateFolder } from '../../system/private-files.ts';
import { Database, type SqliteDatabase } from '../sqlite.ts';
import { BackupFailure, Stopped, whyOf } from './backup-failure.ts';
import { backupName, partialName } from './backup-names.ts';
import { type Counts, makeCheckedCopy } from './checked-copy.ts';
import { type IsStopped, never } from './digest.ts';
import { carryBackup, checkFolder, nameBackup } from './place-backup.ts';
import { deleteOldBackups, deleteUnfinished, type Places } from './rotate.ts';

/** The folder of the backups that nobody chose another one for, and of those from before a migration. */
export const ownBackupFolder = (databasePath: string): string => join(dirname(databasePath), 'backups');

export type BackUpOrder = {
  readonly path: string;
  /** The journal's key (backup-names.ts). */
  readonly journal: string;
  /** Where support wants it; null for the program's own folder. */
  readonly chosen: string | null;
  /** Folders that were chosen before: backups there grow old by the same rule. */
  readonly earlier: readonly string[];
  /** If the chosen folder cannot be used, a backup in the program's own folder is better than none. */
  readonly isOwnEnough: boolean;
  readonly isToBeCompacted: boolean;
  readonly now: string;
};

export type MadeBackup = Counts & {
  readonly file: string;
  readonly deleted: number;
  /** Why it is not in the chosen folder; null if it is. */
  readonly trouble: BackupFailure | null;
};

/**
 * Backs up a journal that others may be writing to. Only a copy that was opened and checked gets a name.
 * @throws BackupFailure, Stopped, or the system's own error; no backup was made then, and none was deleted
 */
export async function backUp(order: BackUpOrder, isStopped: IsStopped = never): Promise<MadeBackup> {
  const own = ownBackupFolder(order.path);
  makePrivateFolder(own);
  const places = placesOf(order);
  deleteUnfinished(places);
  const partial = partialName(order.journal, order.now);
  const trouble = order.chosen === null ? null : troubleWith(order.chosen, partial);
  if (trouble !== null && !order.isOwnEnough) throw trouble;
  const copied = await copyJournal(order, join(own, partial), isStopped);
  const target = order.chosen === null || trouble !== null ? own : order.chosen;
  const placed = place(join(own, partial), target, { ...order, ...copied }, isStopped);
  const deleted = deleteOldBackups(places, placed.file, order.now);
  const { version, payments, rows } = copied;
  return { version, payments, rows, file: placed.file, deleted, trouble: placed.trouble ?? trouble };
}

/** The journal is closed again before anything goes over a network, which may hang. */
async function copyJournal({ path, isToBeCompacted }: BackUpOrder, partial: string, isStopped: IsStopped) {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return await makeCheckedCopy(database, partial, { isStopped, isToBeCompacted });
  } finally {
    database.close();
  }
}

const placesOf = ({ path, journal, chosen, earlier }: Pick<BackUpOrder, 'path' | 'journal' | 'chosen' | 'earlier'>): Places => {
  const folders = [ownBackupFolder(path), dirname(path), ...(chosen === null ? [] : [chosen]), ...earlier];
  return { journal, folders: [...new Set(folders)], beside: dirname(path), own: ownBackupFolder(path) };
};

function troubleWith(folder: string, trial: string): BackupFailure | null {
  try {
    checkFolder(folder, trial);
    return null;
  } catch (cause) {
    if (cause instanceof BackupFailure) return cause;
    throw cause;
  }
}

type Copied = Pick<BackUpOrder, 'journal' | 'now' | 'isOwnEnough'> & Counts & { readonly digest: string };

/** Gives the checked copy its name, in the folder that was chosen or, if that fails and is allowed, where it lies. */
function place(checked: string, folder: string, copied: Copied, isStopped: IsStopped) {
  const name = backupName({ journal: copied.journal, at: copied.now, version: copied.version, digest: copied.digest });
  const here = join(dirname(checked), name);
  const trouble = folder === dirname(checked) ? null : carry(checked, join(folder, name), copied, isStopped);
  if (folder !== dirname(checked) && trouble === null) return { file: join(folder, name), trouble };
  nameBackup(checked, here);
  return { file: here, trouble };
}

/** @throws if it fails, and a backup in the program's own folder is not wanted */
function carry(checked: string, target: string, { digest, isOwnEnough }: Copied, isStopped: IsStopped): BackupFailure | null {
  try {
    carryBackup(checked, target, digest, isStopped);
    rmSync(checked);
    return null;
  } catch (cause) {
    if (cause instanceof Stopped || !isOwnEnough) {
      rmSync(checked, { force: true });
      throw cause;
    }
    return cause instanceof BackupFailure
      ? cause
      : new BackupFailure(whyOf(cause), 'The backup could not be written into its folder', cause);
  }
}

/**
 * The backup from before a migration, which the program's start waits for. It lies on this PC, because a start must not wait for a network,
 * and it grows old with the others.
 * @param database the journal's only connection
 */
export async function backUpBeforeMigration(database: SqliteDatabase, path: string, journal: string, now: string): Promise<string> {
  const own = ownBackupFolder(path);
  makePrivateFolder(own);
  const partial = join(own, partialName(journal, now));
  const { digest, version } = await makeCheckedCopy(database, partial, { isStopped: never, isToBeCompacted: false });
  const file = join(own, backupName({ journal, at: now, version, digest }));
  nameBackup(partial, file);
  return file;
}
