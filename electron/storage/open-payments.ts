import { openReadOnly } from './open-read-only.ts';
import { journalPath } from './open-storage.ts';
import { createPaymentJournal } from './payment-journal.ts';

/** Payments that still need the Nets log-in they were sent with, read without touching anything. */
export function countOpenPayments(folder: string): number | { readonly problem: string } {
  const opened = openReadOnly(journalPath(folder));
  if (!opened.ok) return opened.error.kind === 'absent' ? 0 : { problem: opened.error.kind };
  const { database } = opened.value;
  try {
    const journal = createPaymentJournal(database);
    return journal.open().length + journal.unresolved().length;
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    database.close();
  }
}

/** Where the journal cannot be read the answer is yes: nobody can say that there is none. */
export const hasOpenPayment = (folder: string): boolean => countOpenPayments(folder) !== 0;
