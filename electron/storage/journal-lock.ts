import { closeSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../shared/result.ts';
import { makePrivate, makePrivateFolder, openOwn, refuseLink, WRITE } from '../system/private-files.ts';
import { forgetHolder, readHolder } from './lock-holder.ts';
import { Database } from './sqlite.ts';
import { isBusy } from './storage-failure.ts';

export type JournalLock = { readonly release: () => void };
export type LockFailure =
  /** Another program has the journal open; `by` names its account where it is known. */
  | { readonly kind: 'held'; readonly by: string | null }
  /** Nobody can say whether one has. */
  | { readonly kind: 'unusable'; readonly cause: unknown };

/**
 * One writer: two programs on one journal would each believe what the other has long overtaken, and one could put an
 * approval back to "checking". The instance lock of the window system is per account, the journal per workstation, so the
 * journal has a lock of its own. SQLite's file lock is used because every system gives it back when the holder dies.
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

/** Never opened where it is there: closing it again would take away the lock of whoever holds it in this process. */
function preparePrivate(path: string): void {
  refuseLink(path);
  if (existsSync(path)) makePrivate(path);
  else closeSync(openOwn(path, WRITE));
}

/** Whether a program has the journal open right now. */
export function isHeld(folder: string): boolean {
  const held = holdJournal(folder);
  if (held.ok) held.value.release();
  return !held.ok && held.error.kind === 'held';
}
