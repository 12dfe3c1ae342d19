import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { trainingFolder } from '../program/worlds.ts';
import { isHeld } from '../storage/journal-lock.ts';
import { makePrivateFolder, PRIVATE_FILE, WRITE_NEW } from '../system/private-files.ts';
import { isAlive } from '../system/processes.ts';
import type { Folders } from './folders.ts';

/** A full disk opens the window, which says so itself and goes on when there is room. */
const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** A folder that takes no file. Asked by writing one: root, whom no mode stops, and Windows know no other way. */
export function findUnwritable({ data, account }: Folders): { readonly folder: string; readonly code: string } | null {
  for (const folder of new Set([data, account])) {
    try {
      makePrivateFolder(folder);
      const probe = join(folder, `writable-${randomUUID()}`);
      closeSync(openSync(probe, WRITE_NEW, PRIVATE_FILE));
      rmSync(probe);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown fault';
      if (!NO_ROOM.has(code)) return { folder, code };
    }
  }
  return null;
}

export const lockFile = ({ account }: Folders): string => join(account, 'SingletonLock');

/**
 * Whether a program of this account runs, where the instance lock was refused. Chromium refuses it as well where it cannot make one,
 * and where a PC that was renamed after a crash left one behind. On Windows it is a mutex, which dies with its holder.
 */
export function isRunning(folders: Folders, platform = process.platform): boolean {
  if (platform === 'win32') return true;
  try {
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(lockFile(folders))) ?? [];
    return host === hostname() && isAlive(Number(pid));
  } catch {
    return false;
  }
}

/** Whether the program that runs trains already. */
export function isTraining({ data }: Folders): boolean {
  const folder = trainingFolder(data);
  return existsSync(join(folder, 'payments.lock')) && isHeld(folder);
}
