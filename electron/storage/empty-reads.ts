import type { PaymentJournal } from '../payments/ports.ts';

type Reads = Omit<PaymentJournal, 'create' | 'append'>;
type ReadName = keyof Reads;

/** What each read returns if nothing can be read. A new read of the journal does not compile without an entry here. */
const NOTHING = {
  byId: null,
  open: [],
  unresolved: [],
  unproven: [],
  byOrderId: null,
  byReference: [],
  byOriginal: [],
  byRequest: [],
  startedSince: [],
  summariesSince: [],
  summariesNaming: [],
  unsigned: [],
  latestAt: null,
  latestRunAt: null,
  rows: [],
  receipts: [],
  // If nothing can be read, nothing may be voided.
  mayBeReconciled: true,
  cancelAsked: false,
} as const satisfies { readonly [R in ReadName]: ReturnType<Reads[R]> };

/** All reads of a journal, each made from its name and its empty result. */
export function eachRead(make: (name: ReadName, nothing: unknown) => (...args: readonly unknown[]) => unknown): Reads {
  const names = Object.keys(NOTHING) as ReadName[];
  // One table for all journals without data needs this cast; the table's type says what each read returns.
  return Object.fromEntries(names.map((name) => [name, make(name, NOTHING[name])])) as unknown as Reads;
}
