import { readFileSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { harmless } from '../../shared/harmless.ts';
import { checkOwn, writeOwn } from '../system/private-files.ts';
import { isAlive } from '../system/processes.ts';

const LONGEST_NAME = 80;
const holderPath = (folder: string): string => join(folder, 'open-by.txt');

/** `started` distinguishes a process from a later one with the same id; null if the system does not tell it. */
const holderSchema = z.object({ account: z.string(), pid: z.int().min(1), started: z.string().nullable() });

/**
 * Stores the account that has the journal open. The note is beside the lock, because nobody else can read the locked file.
 * @throws if the account's name is not known, or another account's file or a link is there
 */
export function noteHolder(folder: string): void {
  const { pid } = process;
  writeOwn(holderPath(folder), JSON.stringify({ account: userInfo().username, pid, started: startOf(pid) }));
}

/** Removes the note when the lock is released. The next holder writes its own note, or is another program that writes none. */
export function forgetHolder(folder: string): void {
  try {
    checkOwn(holderPath(folder));
    rmSync(holderPath(folder), { force: true });
  } catch {
    // A note that is left names a process that no longer runs, so it is ignored.
  }
}

/**
 * The account in the note. Null if its process no longer holds the lock: then another program has it, and no account must be named wrongly.
 */
export function readHolder(folder: string): string | null {
  try {
    const { account, pid, started } = holderSchema.parse(JSON.parse(readFileSync(holderPath(folder), 'utf8')));
    const name = harmless(account, LONGEST_NAME).trim();
    return name !== '' && isAlive(pid) && startOf(pid) === started ? name : null;
  } catch {
    // There is no note; that the journal is open elsewhere is known anyway.
    return null;
  }
}

/**
 * Linux only: the process's start in clock ticks since the system's start. It is the 22nd field, counted after the process name, which may
 * contain anything.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
