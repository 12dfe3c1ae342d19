import { closeSync, constants, fsyncSync, lstatSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PRIVATE_FILE, WRITE_NEW } from '../../system/private-files.ts';
import { keepName } from '../replace-file.ts';
import { freeBytes } from '../reserve-file.ts';
import { BackupFailure, whyOf } from './backup-failure.ts';
import { digestOf, type IsStopped, never, readInPieces } from './digest.ts';

const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/**
 * The folder that support chose is never made here: where a network share is away, a folder of its name would be made on this PC's own disk,
 * and nobody would notice.
 * @throws BackupFailure if nothing can be written there now
 */
export function checkFolder(folder: string, trial: string): void {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isThere) throw new BackupFailure('folder-gone', 'The folder for the backups is not there');
  const path = join(folder, trial);
  try {
    removeFile(path);
    closeSync(openSync(path, WRITE_NEW | NO_FOLLOW, PRIVATE_FILE));
    rmSync(path);
  } catch (cause) {
    throw new BackupFailure('folder-unwritable', 'Nothing can be written into the folder for the backups', cause);
  }
}

/** Gives a checked copy its name. Both are in one folder. */
export function nameBackup(partial: string, target: string): void {
  renameSync(partial, target);
  keepFolder(target);
}

/**
 * Copies a checked copy to another disk, reads it back, and gives it its name only if it is the same to the byte.
 * @throws BackupFailure, Stopped or the system's own error; nothing of it is left there then, as far as it can be reached
 */
export function carryBackup(checked: string, target: string, digest: string, isStopped: IsStopped = never): void {
  const partial = join(dirname(target), `${partialOf(target)}`);
  try {
    if (freeBytes(dirname(target)) < statSync(checked).size)
      throw new BackupFailure('disk-full', 'The folder for the backups has no room for one');
    removeFile(partial);
    write(checked, partial, isStopped);
    if (digestOf(partial, isStopped) !== digest)
      throw new BackupFailure('not-whole', 'The backup is not the same when it is read back from its folder');
    nameBackup(partial, target);
  } catch (cause) {
    removeQuietly(partial);
    if (cause instanceof BackupFailure || whyOf(cause) === 'disk-full') throw cause;
    const isThere = statSync(dirname(target), { throwIfNoEntry: false })?.isDirectory() === true;
    throw isThere ? cause : new BackupFailure('folder-gone', 'The folder for the backups went away', cause);
  }
}

/** `willba-pos-…-v16-….db` is begun as `willba-pos-….partial`. */
const partialOf = (target: string): string => target.slice(dirname(target).length + 1).replace(/-v\d+-[0-9a-f]+\.db$/, '.partial');

function write(from: string, to: string, isStopped: IsStopped): void {
  const file = openSync(to, WRITE_NEW | NO_FOLLOW, PRIVATE_FILE);
  try {
    readInPieces(from, isStopped, (piece) => {
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
    });
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes a file of ours that a killed run left. What is no file, for example a link, stays, and the name counts as taken. */
export function removeFile(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) rmSync(path);
}

function removeQuietly(path: string): void {
  try {
    removeFile(path);
  } catch {
    // The folder is gone; the next backup there removes it.
  }
}

/** Some network shares cannot sync a folder. The file itself is synced. */
function keepFolder(path: string): void {
  try {
    keepName(path);
  } catch {
    // Its name may be lost in a power cut, and then the next day makes another.
  }
}
