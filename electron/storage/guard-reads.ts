import type { PaymentJournal } from '../payments/ports.ts';

/**
 * A journal whose reads never throw. A row that cannot be read, or a disk that fails in the middle of the day, is told
 * by `damaged`, which stops selling; what can still be read stays on the screen.
 */
export function guardReads(journal: PaymentJournal, damaged: (cause: unknown) => void): PaymentJournal {
  const guard =
    <A extends readonly unknown[], T>(read: (...args: A) => T, nothing: T) =>
    (...args: A): T => {
      try {
        return read(...args);
      } catch (cause) {
        damaged(cause);
        return nothing;
      }
    };
  return {
    create: journal.create,
    append: journal.append,
    byId: guard(journal.byId, null),
    open: guard(journal.open, []),
    unresolved: guard(journal.unresolved, []),
    unproven: guard(journal.unproven, []),
    byOrderId: guard(journal.byOrderId, null),
    byReference: guard(journal.byReference, []),
    byOriginal: guard(journal.byOriginal, []),
    startedSince: guard(journal.startedSince, []),
    unsigned: guard(journal.unsigned, []),
    latestAt: guard(journal.latestAt, null),
    latestRunAt: guard(journal.latestRunAt, null),
    rows: guard(journal.rows, []),
  };
}
