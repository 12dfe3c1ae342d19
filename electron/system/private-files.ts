import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';

/** Modes come from here and never from the umask: what this program keeps is its account's alone. Windows has its own rights. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;

// Windows knows no such flag; there a link needs an administrator.
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
export const WRITE = constants.O_WRONLY | constants.O_CREAT;
/** Only where nothing has the name yet. */
export const WRITE_NEW = WRITE | constants.O_EXCL;

/** A link, a folder, a device, or somebody else's file where one of our own should be. */
export class ForeignFile extends Error {
  override readonly name = 'ForeignFile';
  constructor(path: string, what: string) {
    super(`${path} is ${what}, so it is not written`);
  }
}

function refuseForeign(path: string, stats: Stats): void {
  if (stats.isSymbolicLink()) throw new ForeignFile(path, 'a link');
  if (!stats.isFile()) throw new ForeignFile(path, 'no file');
  if (!isOurs(stats)) throw new ForeignFile(path, "another account's file");
}

const isOurs = ({ uid }: Stats): boolean => process.geteuid === undefined || uid === process.geteuid();

/** @returns what lies there, looked at without following a link; null: nothing does. */
const look = (path: string): Stats | null => lstatSync(path, { throwIfNoEntry: false }) ?? null;

/** @throws ForeignFile where something lies there that is no file of this account's own. */
export function checkOwn(path: string): void {
  const found = look(path);
  if (found !== null) refuseForeign(path, found);
}

/** @throws ForeignFile where a link lies there, wherever it leads. */
export function refuseLink(path: string): void {
  if (look(path)?.isSymbolicLink() === true) throw new ForeignFile(path, 'a link');
}

/** The size of a file of our own, in bytes; null where there is none, or something else. */
export function ownSize(path: string): number | null {
  const found = look(path);
  return found?.isFile() === true && isOurs(found) ? found.size : null;
}

/**
 * Opens a file of our own, and makes it private where it was not.
 * @throws ForeignFile, before anything in it is changed: never open with O_TRUNC here.
 */
export function openOwn(path: string, flags: number): number {
  checkOwn(path);
  const file = openSync(path, flags | NO_FOLLOW, PRIVATE_FILE);
  try {
    const stats = fstatSync(file);
    refuseForeign(path, stats);
    if ((stats.mode & OTHERS) !== 0) fchmodSync(file, PRIVATE_FILE);
    return file;
  } catch (cause) {
    closeSync(file);
    throw cause;
  }
}

/** Makes a file that is there private, and creates nothing. Somebody else's is left as it is. */
export function makePrivate(path: string): void {
  const found = look(path);
  if (found?.isFile() === true && isOurs(found) && (found.mode & OTHERS) !== 0) chmodSync(path, PRIVATE_FILE);
}

/** Creates the folder where it is missing. A link to a folder is somebody's choice of a disk, and is followed. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
  const found = look(path);
  if (found?.isDirectory() === true && isOurs(found) && (found.mode & OTHERS) !== 0) chmodSync(path, PRIVATE_FOLDER);
}

/** Replaces what one of our own files holds; what it held before is not longer than a moment. @throws ForeignFile with nothing changed. */
export function writeOwn(path: string, text: string): void {
  const file = openOwn(path, WRITE);
  try {
    ftruncateSync(file);
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/**
 * A file that is begun beside its later name. What a kill left of an earlier one is taken away; a link, or somebody else's, is not.
 * @throws ForeignFile, or the file system's own error
 */
export function beginOwn(path: string): number {
  checkOwn(path);
  rmSync(path, { force: true });
  return openSync(path, WRITE_NEW | NO_FOLLOW, PRIVATE_FILE);
}
