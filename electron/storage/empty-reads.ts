import type { PaymentJournal } from '../payments/ports.ts';

type Reads = Omit<PaymentJournal, 'create' | 'append'>;
type ReadName = keyof Reads;

/** What each read answers where nothing can be read. A new read of the journal does not compile without its entry here. */
const NOTHING = {
  byId: null,
  open: [],
  unresolved: [],
  unproven: [],
  byOrderId: null,
  byReference: [],
  byOriginal: [],
  startedSince: [],
  summariesSince: [],
  summariesNaming: [],
  unsigned: [],
  latestAt: null,
  latestRunAt: null,
  rows: [],
} as const satisfies { readonly [R in ReadName]: ReturnType<Reads[R]> };

/** All reads of a journal, each made from its name and what it answers where nothing can be read. */
export function eachRead(make: (name: ReadName, nothing: unknown) => (...args: readonly unknown[]) => unknown): Reads {
  const names = Object.keys(NOTHING) as ReadName[];
  // One table for every journal without answers, at the price of one cast: the table's own type says what each read answers.
  return Object.fromEntries(names.map((name) => [name, make(name, NOTHING[name])])) as unknown as Reads;
}
