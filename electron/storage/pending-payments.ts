import { openReadOnly } from './open-read-only.ts';
import { journalPath } from './open-storage.ts';
import { createPaymentJournal } from './payment-journal.ts';

export type Pending =
  /** `open`: something may still come by itself. `unresolved`: a lookup or a person must decide. */
  | { readonly known: true; readonly open: number; readonly unresolved: number }
  /** The journal cannot be read: nobody can say that there is none. */
  | { readonly known: false; readonly problem: string };

/** Payments that still need the Nets log-in they were sent with, read without touching anything. */
export function countPending(folder: string): Pending {
  const opened = openReadOnly(journalPath(folder));
  if (!opened.ok) {
    return opened.error.kind === 'absent' ? { known: true, open: 0, unresolved: 0 } : { known: false, problem: opened.error.kind };
  }
  const { database } = opened.value;
  try {
    const journal = createPaymentJournal(database);
    return { known: true, open: journal.open().length, unresolved: journal.unresolved().length };
  } catch (cause) {
    return { known: false, problem: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    database.close();
  }
}
