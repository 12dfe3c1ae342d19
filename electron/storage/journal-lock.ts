import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database, sqliteCode } from './sqlite.ts';

export type JournalLock = { readonly release: () => void };

/**
 * One writer: two programs on one journal would each believe what the other has long overtaken, and one could put an
 * approval back to "checking". The instance lock of the window system is per account, the journal per workstation, so the
 * journal has a lock of its own. SQLite's file lock is used because every system gives it back when the holder dies.
 * @returns null when another program has the journal open.
 */
export function holdJournal(folder: string): JournalLock | null {
  let holder: InstanceType<typeof Database> | null = null;
  try {
    mkdirSync(folder, { recursive: true });
    holder = new Database(join(folder, 'payments.lock'), { timeout: 0 });
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
    const held = holder;
    return { release: () => void held.close() };
  } catch (cause) {
    holder?.close();
    // Whatever else is wrong with the folder, opening the journal itself will say.
    return sqliteCode(cause)?.startsWith('SQLITE_BUSY') === true ? null : { release: () => undefined };
  }
}
