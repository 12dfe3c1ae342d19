import type { PaymentJournal } from '../payments/ports.ts';
import { eachRead } from './empty-reads.ts';

/**
 * A journal whose reads never throw. A row that cannot be read, or a disk that fails in the middle of the day, is told
 * by `damaged`, which stops selling; what can still be read stays on the screen.
 */
export const guardReads = (journal: PaymentJournal, damaged: (cause: unknown) => void): PaymentJournal => ({
  create: journal.create,
  append: journal.append,
  ...eachRead((name, nothing) => (...args) => {
    try {
      return Reflect.apply(journal[name], journal, args);
    } catch (cause) {
      damaged(cause);
      return nothing;
    }
  }),
});
