import { createDeskTable } from './desk-table.ts';
import { type JournalLogin, readLogin } from './journal-login.ts';
import { openReadOnly } from './open-read-only.ts';
import { journalPath } from './open-storage.ts';
import { countUnsent } from './outbox-rows.ts';
import { createPendingReads } from './payment-reads.ts';

export type Pending =
  /** `open`: the state may still change by itself. `unresolved`: a lookup or a person must decide. */
  | {
      readonly known: true;
      readonly open: number;
      readonly unresolved: number;
      /** The host and user they were sent with; null if the journal does not say. */
      readonly login: JournalLogin | null;
      /** Events that Willba has not accepted. */
      readonly unsent: number;
    }
  /** The journal cannot be read, so there may be some. */
  | { readonly known: false; readonly problem: string };

/** Counts the payments that still need the Nets log-in they were sent with. Changes nothing. */
export function countPending(folder: string): Pending {
  const opened = openReadOnly(journalPath(folder));
  if (!opened.ok) {
    return opened.error.kind === 'absent'
      ? { known: true, open: 0, unresolved: 0, login: null, unsent: 0 }
      : { known: false, problem: opened.error.kind };
  }
  const { database } = opened.value;
  try {
    const journal = createPendingReads(database);
    const login = readLogin(createDeskTable(database));
    return { known: true, open: journal.open().length, unresolved: journal.unresolved().length, login, unsent: countUnsent(database) };
  } catch (cause) {
    return { known: false, problem: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    database.close();
  }
}
