import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { Stopped } from './backup-failure.ts';

const CHUNK = 1024 * 1024;
/** Half of a SHA-256: more than enough against accidents, and it fits into a name that a person can still handle. */
const DIGITS = 32;
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

export type IsStopped = () => boolean;
export const never: IsStopped = () => false;

/** Reads a file piece by piece, also one that is larger than the memory. @throws Stopped if nobody waits for it any more */
export function readInPieces(path: string, isStopped: IsStopped, take: (piece: Buffer) => void): void {
  const file = openSync(path, constants.O_RDONLY | NO_FOLLOW);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      if (isStopped()) throw new Stopped();
      take(buffer.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}

export function digestOf(path: string, isStopped: IsStopped = never): string {
  const hash = createHash('sha256');
  readInPieces(path, isStopped, (piece) => hash.update(piece));
  return hash.digest('hex').slice(0, DIGITS);
}
