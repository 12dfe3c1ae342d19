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

/** File modes are set here and do not depend on the umask: this program's files belong to its account only. Windows has its own rights. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;

// Windows has no such flag; there only an administrator can make a link.
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
export const WRITE = constants.O_WRONLY | constants.O_CREAT;
/** Fails if the name exists. */
export const WRITE_NEW = WRITE | constants.O_EXCL;

/** A link, a folder, a device or another account's file where our own file should be. */
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

/** @returns what is at the path, without following a link; null if there is nothing. */
const look = (path: string): Stats | null => lstatSync(path, { throwIfNoEntry: false }) ?? null;

/** @throws ForeignFile if something is there that is not a file of this account. */
export function checkOwn(path: string): void {
  const found = look(path);
  if (found !== null) refuseForeign(path, found);
}

/** @throws ForeignFile if a link is there, wherever it leads. */
export function refuseLink(path: string): void {
  if (look(path)?.isSymbolicLink() === true) throw new ForeignFile(path, 'a link');
}

/** The size of our own file in bytes; null if there is none, or something else. */
export function ownSize(path: string): number | null {
  const found = look(path);
  return found?.isFile() === true && isOurs(found) ? found.size : null;
}

/**
 * Opens our own file and makes it private if it was not.
 * @throws ForeignFile before anything in it is changed. For this reason, never pass O_TRUNC.
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

/** Makes an existing file private and creates nothing. Another account's file is left as it is. */
export function makePrivate(path: string): void {
  const found = look(path);
  if (found?.isFile() === true && isOurs(found) && (found.mode & OTHERS) !== 0) chmodSync(path, PRIVATE_FILE);
}

/** Creates the folder if it is missing. A link to a folder is followed: somebody chose that disk. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
  const found = look(path);
  if (found?.isDirectory() === true && isOurs(found) && (found.mode & OTHERS) !== 0) chmodSync(path, PRIVATE_FOLDER);
}

/** Replaces the content of our own file. @throws ForeignFile with nothing changed. */
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
 * Begins a file under a temporary name. A file that a killed run left there is removed; a link or another account's file is not.
 * @throws ForeignFile, or the file system's own error
 */
export function beginOwn(path: string): number {
  checkOwn(path);
  rmSync(path, { force: true });
  return openSync(path, WRITE_NEW | NO_FOLLOW, PRIVATE_FILE);
}
