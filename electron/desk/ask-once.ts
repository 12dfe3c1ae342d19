import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';

type Reads = Pick<PaymentJournal, 'byId' | 'byOriginal' | 'latestRunAt' | 'mayBeReconciled' | 'cancelAsked'>;

/**
 * The same journal, where each payment is read only once: a dozen fields of one view need the same few payments. Only for synchronous
 * work: later, its answers would be out of date.
 */
export function askOnce(journal: Reads): Reads {
  const remembering = <T>(read: (key: string) => T): ((key: string) => T) => {
    const known = new Map<string, T>();
    return (key) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = read(key);
      known.set(key, found);
      return found;
    };
  };
  return {
    byId: remembering<JournalledPayment | null>(journal.byId),
    byOriginal: remembering(journal.byOriginal),
    latestRunAt: remembering<JournalledPayment | null>(journal.latestRunAt),
    mayBeReconciled: remembering(journal.mayBeReconciled),
    cancelAsked: remembering(journal.cancelAsked),
  };
}
