import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../shared/result.ts';
import { Database } from './sqlite.ts';
import { isBusy } from './storage-failure.ts';

export type JournalLock = { readonly release: () => void };
export type LockFailure =
  /** Another program has the journal open; `by` names its account where it is known. */
  | { readonly kind: 'held'; readonly by: string | null }
  /** Nobody can say whether one has. */
  | { readonly kind: 'unusable'; readonly cause: unknown };

const LONGEST_NAME = 80;
const holderPath = (folder: string): string => join(folder, 'open-by.txt');

/**
 * One writer: two programs on one journal would each believe what the other has long overtaken, and one could put an
 * approval back to "checking". The instance lock of the window system is per account, the journal per workstation, so the
 * journal has a lock of its own. SQLite's file lock is used because every system gives it back when the holder dies.
 */
export function holdJournal(folder: string): Result<JournalLock, LockFailure> {
  let holder: InstanceType<typeof Database> | null = null;
  try {
    mkdirSync(folder, { recursive: true });
    holder = new Database(join(folder, 'payments.lock'), { timeout: 0 });
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
    const held = holder;
    return ok({ release: () => void held.close() });
  } catch (cause) {
    holder?.close();
    return failed(isBusy(cause) ? { kind: 'held', by: readHolder(folder) } : { kind: 'unusable', cause });
  }
}

/** Whether a program has the journal open right now. */
export function isHeld(folder: string): boolean {
  const held = holdJournal(folder);
  if (held.ok) held.value.release();
  return !held.ok && held.error.kind === 'held';
}

/**
 * Notes whose account has the journal open: beside the lock, because nobody else can read the locked file.
 * @throws where the name is not known or cannot be written
 */
export function noteHolder(folder: string): void {
  writeFileSync(holderPath(folder), userInfo().username);
}

function readHolder(folder: string): string | null {
  try {
    const name = readFileSync(holderPath(folder), 'utf8').trim().slice(0, LONGEST_NAME);
    return name === '' ? null : name;
  } catch {
    // Nobody noted a name: that somebody has it open is known all the same.
    return null;
  }
}
