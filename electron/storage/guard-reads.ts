import type { PaymentJournal } from '../payments/ports.ts';
import { eachRead } from './empty-reads.ts';

/**
 * A journal whose reads never throw. If a row cannot be read, or the disk fails during the day, `damaged` is called, which stops selling.
 * What can still be read stays on the screen.
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
