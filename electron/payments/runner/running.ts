import type { PaymentEvent, PaymentTimer } from '../core/events.ts';
import type { PaymentFacts } from '../core/facts.ts';
import type { WireEvidence } from '../core/outcome.ts';
import { isFinal, type PaymentState } from '../core/state.ts';
import type { JournalledPayment } from '../ports.ts';

/** A payment that this process is running. Whatever is not in the journal may be lost at any moment. */
export type Running = {
  readonly facts: PaymentFacts;
  readonly startedAt: string;
  state: PaymentState;
  releasedAt: string | null;
  endedAt: string | null;
  /** Monotonic times, or null if it has not happened. */
  writtenAt: number | null;
  lostAt: number | null;
  /**
   * Wall time minus monotonic time at its start, in milliseconds; null if an earlier run began it. If the difference has changed since,
   * somebody set the clock.
   */
  clockAtStart: number | null;
  nextLookupAt: number | null;
  /** True while our own request has not ended. */
  requestOpen: boolean;
  /** Ends our own request. If it has not been written, this proves that it was never sent. */
  stopSending: () => void;
  /** The lookup that is running now. */
  lookup: Promise<void> | null;
  /** A planned lookup became due while a person's lookup was running. */
  lookupFollows: boolean;
  /** The result of the last Päivitä, if it brought no verdict. */
  refresh: 'idle' | 'still-running' | 'no-answer';
  lookupFailed: boolean;
  /** A later payment of this PC may have run on the same terminal: no planned lookup can show this one any more. */
  overwritten: boolean;
  readonly timers: Map<PaymentTimer, () => void>;
};

/** Passes an event about a payment to the core, with what the call showed. */
export type Dispatch = (run: Running, event: PaymentEvent, evidence?: WireEvidence | null) => void;

/** Its request may still move money. After its payment is proven, the request only waits for the receipts and blocks nobody. */
export const usesTerminal = ({ requestOpen, state }: Running): boolean => requestOpen && !isFinal(state);

/** A payment from the journal, with nothing running yet. */
export const takeUp = (payment: JournalledPayment): Running => ({
  ...payment,
  writtenAt: null,
  lostAt: null,
  clockAtStart: null,
  nextLookupAt: null,
  requestOpen: false,
  stopSending: () => undefined,
  lookup: null,
  lookupFollows: false,
  refresh: 'idle',
  lookupFailed: false,
  overwritten: false,
  timers: new Map(),
});
