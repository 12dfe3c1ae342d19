import { randomFillSync } from 'node:crypto';
import { close as closeFile, fsync, rmSync, statfsSync, writeFile } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { beginOwn, checkOwn, makePrivate, ownSize } from '../system/private-files.ts';

const MEBIBYTE = 1024 * 1024;
/** With less free space no sale starts: its outcome and those of other running payments must fit with room to spare. */
export const SALE_FLOOR_BYTES = 20 * MEBIBYTE;
/** An outcome takes some tens of kilobytes with its pages and log: this is enough for many more payments than can be running at once. */
export const RESERVE_BYTES = 4 * MEBIBYTE;

/** Disk space that is kept for the outcome of a payment that is already running. */
export interface Reserve {
  /** Frees the space at once. @returns false when there was none. */
  free(): boolean;
  /**
   * Takes the space again when there is enough for it and for the floor; if it is still taken, only checks that. @returns whether it is
   * taken now.
   */
  restore(): Promise<boolean>;
}

/** @param folder the journal's folder. @throws if its free space cannot be read. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export function hasRoomForSale(folder: string): boolean {
  return freeBytes(folder) >= SALE_FLOOR_BYTES;
}

/** @param freeOn returns the free space, like {@link freeBytes}; a test uses a small disk of its own. */
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
          // Random bytes: a file system that compresses would store zeroes in no space.
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
