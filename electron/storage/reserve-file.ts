import { randomFillSync } from 'node:crypto';
import { close as closeFile, fsync, rmSync, statfsSync, writeFile } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { beginOwn, checkOwn, makePrivate, ownSize } from '../system/private-files.ts';

const MEBIBYTE = 1024 * 1024;
/** With less free than this no sale starts: its outcome, and those of the others under way, must fit with room to spare. */
export const SALE_FLOOR_BYTES = 20 * MEBIBYTE;
/** An outcome takes some tens of kilobytes with its pages and log: this is room for far more than can be under way at once. */
export const RESERVE_BYTES = 4 * MEBIBYTE;

/** Room on the disk that nothing else can take, kept for the outcome of a payment that is already under way. */
export interface Reserve {
  /** Gives the room back to the disk, at once. @returns false when there was none to give. */
  free(): boolean;
  /** Takes the room again, once there is enough for it and for the floor; costs a look when it is still there. @returns whether it is there now. */
  restore(): Promise<boolean>;
}

/** @param folder where the journal lies. @throws when the folder cannot be asked. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export function hasRoomForSale(folder: string): boolean {
  return freeBytes(folder) >= SALE_FLOOR_BYTES;
}

/** @param freeOn asks the disk, as {@link freeBytes}; a test's own small disk otherwise. */
export function createReserve(path: string, bytes = RESERVE_BYTES, freeOn: (folder: string) => number = freeBytes): Reserve {
  const isThere = (): boolean => ownSize(path) === bytes;
  return {
    free() {
      if (!isThere()) return false;
      try {
        rmSync(path);
        return true;
      } catch {
        return false;
      }
    },
    async restore() {
      if (isThere()) {
        makePrivate(path);
        return true;
      }
      const partial = `${path}.partial`;
      let isOurs = false;
      try {
        if (freeOn(dirname(path)) < SALE_FLOOR_BYTES + bytes) return false;
        checkOwn(path);
        const file = beginOwn(partial);
        isOurs = true;
        try {
          // Zeroes would take no room where the file system compresses.
          await promisify(writeFile)(file, randomFillSync(Buffer.allocUnsafe(bytes)));
          await promisify(fsync)(file);
        } finally {
          await promisify(closeFile)(file);
        }
        await rename(partial, path);
        return true;
      } catch {
        if (isOurs) await rm(partial, { force: true }).catch(() => undefined);
        return false;
      }
    },
  };
}
