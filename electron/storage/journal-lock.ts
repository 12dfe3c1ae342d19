import { closeSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../shared/result.ts';
import { makePrivate, makePrivateFolder, openOwn, refuseLink, WRITE } from '../system/private-files.ts';
import { forgetHolder, readHolder } from './lock-holder.ts';
import { Database } from './sqlite.ts';
import { isBusy } from './storage-failure.ts';

export type JournalLock = { readonly release: () => void };
export type LockFailure =
  /** Another program has the journal open; `by` is its account, if known. */
  | { readonly kind: 'held'; readonly by: string | null }
  /** It is not known whether another program has it open. */
  | { readonly kind: 'unusable'; readonly cause: unknown };

/**
 * Allows one writer only: of two programs on one journal, each would act on outdated states, and one could set an approval back to
 * "checking". The instance lock of the window system is per account, but the journal is per PC, so it has its own lock. SQLite's file lock
 * is used because every system releases it when the process dies.
 */
export function holdJournal(folder: string): Result<JournalLock, LockFailure> {
  let holder: InstanceType<typeof Database> | null = null;
  try {
    makePrivateFolder(folder);
    const path = join(folder, 'payments.lock');
    preparePrivate(path);
    holder = new Database(path, { timeout: 0 });
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
    const held = holder;
    return ok({
      release() {
        forgetHolder(folder);
        held.close();
      },
    });
  } catch (cause) {
    holder?.close();
    return failed(isBusy(cause) ? { kind: 'held', by: readHolder(folder) } : { kind: 'unusable', cause });
  }
}

/** An existing file is never opened here: closing it would release the lock that this process may hold on it. */
function preparePrivate(path: string): void {
  refuseLink(path);
  if (existsSync(path)) makePrivate(path);
  else closeSync(openOwn(path, WRITE));
}

/** Whether any program has the journal open now. */
export function isHeld(folder: string): boolean {
  const held = holdJournal(folder);
  if (held.ok) held.value.release();
  return !held.ok && held.error.kind === 'held';
}
