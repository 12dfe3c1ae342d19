import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { beginOwn } from '../system/private-files.ts';

/** The file could not be written; the old one is unchanged. */
export class UnwritableFile extends Error {
  override readonly name = 'UnwritableFile';
}

/**
 * Writes a new file beside its target, syncs it and renames it: a reader of the target sees the old file or the complete new one.
 * @param fill gets a function that adds text or bytes. An exception in it is passed on, and the target is unchanged.
 * @throws UnwritableFile when the disk or the folder refuses.
 */
export function replaceFile(target: string, fill: (add: (part: string | Uint8Array) => void) => void): void {
  const partial = `${target}.${process.pid}.partial`;
  const file = refusing(() => beginOwn(partial));
  let renamed = false;
  try {
    try {
      fill((part) => refusing(() => writeWhole(file, typeof part === 'string' ? Buffer.from(part) : part)));
      refusing(() => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    refusing(() => renameSync(partial, target));
    renamed = true;
  } finally {
    if (!renamed) rmSync(partial, { force: true });
  }
}

/** A new file name is safe on the disk only after its folder is synced. */
export function keepName(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** One call may write fewer bytes than it was given. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function refusing<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new UnwritableFile('The file could not be written', { cause });
  }
}
