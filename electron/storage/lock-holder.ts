import { readFileSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { harmless } from '../../shared/harmless.ts';
import { checkOwn, writeOwn } from '../system/private-files.ts';
import { isAlive } from '../system/processes.ts';

const LONGEST_NAME = 80;
const holderPath = (folder: string): string => join(folder, 'open-by.txt');

/** `started` tells a process from a later one of the same number; null where the system does not say. */
const holderSchema = z.object({ account: z.string(), pid: z.int().min(1), started: z.string().nullable() });

/**
 * Notes whose account has the journal open: beside the lock, because nobody else can read the locked file.
 * @throws where the name is not known, or something that is not ours lies there
 */
export function noteHolder(folder: string): void {
  const { pid } = process;
  writeOwn(holderPath(folder), JSON.stringify({ account: userInfo().username, pid, started: startOf(pid) }));
}

/** The lock is given back: whoever takes it next notes a name of its own, or is a stranger who notes none. */
export function forgetHolder(folder: string): void {
  try {
    checkOwn(holderPath(folder));
    rmSync(holderPath(folder), { force: true });
  } catch {
    // A note that stays names a process that is gone, and so nobody.
  }
}

/** Null where the one that noted its name has not the lock any more: a stranger holds it, and nobody must be blamed for that. */
export function readHolder(folder: string): string | null {
  try {
    const { account, pid, started } = holderSchema.parse(JSON.parse(readFileSync(holderPath(folder), 'utf8')));
    const name = harmless(account, LONGEST_NAME).trim();
    return name !== '' && isAlive(pid) && startOf(pid) === started ? name : null;
  } catch {
    // Nobody noted a name: that somebody has it open is known all the same.
    return null;
  }
}

/** Linux only: clock ticks since the system started, the 22nd field, counted behind the name, which may hold anything. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
