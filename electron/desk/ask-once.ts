import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';

type Reads = Pick<PaymentJournal, 'byId' | 'byOriginal' | 'latestRunAt'>;

/**
 * The same journal for one moment: what was asked once is not read again. A dozen facts of one row hang on the same few payments.
 * For work that begins and ends without waiting; kept any longer it would tell what is not true any more.
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
  };
}
