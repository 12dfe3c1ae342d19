import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { trainingFolder } from '../program/worlds.ts';
import { isHeld } from '../storage/journal-lock.ts';
import { makePrivateFolder, PRIVATE_FILE, WRITE_NEW } from '../system/private-files.ts';
import { isAlive } from '../system/processes.ts';
import type { Folders } from './folders.ts';

/** With a full disk the window opens, says so itself, and goes on when there is room. */
const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** A folder in which no file can be written. It is tested by writing one: root ignores file modes, and Windows has no other test. */
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
 * Whether a program of this account runs, after the instance lock was refused. Chromium also refuses it if it cannot make the lock, and if
 * a PC was renamed after a crash and an old lock is left. On Windows the lock is a mutex, which ends with its process.
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

/** Whether the running program is in training mode. */
export function isTraining({ data }: Folders): boolean {
  const folder = trainingFolder(data);
  return existsSync(join(folder, 'payments.lock')) && isHeld(folder);
}
