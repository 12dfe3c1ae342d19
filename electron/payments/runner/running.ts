import type { PaymentEvent, PaymentTimer } from '../core/events.ts';
import type { PaymentFacts } from '../core/facts.ts';
import type { WireEvidence } from '../core/outcome.ts';
import { isFinal, type PaymentState } from '../core/state.ts';
import type { JournalledPayment } from '../ports.ts';

/** A payment that this process is busy with. What is here and not in the journal may be lost at any moment. */
export type Running = {
  readonly facts: PaymentFacts;
  readonly startedAt: string;
  state: PaymentState;
  releasedAt: string | null;
  endedAt: string | null;
  /** Monotonic moments, or null where they have not come. */
  writtenAt: number | null;
  lostAt: number | null;
  /** Wall time minus monotonic time at its start, in milliseconds; null where an earlier run began it. Another one later: somebody set the clock. */
  clockAtStart: number | null;
  nextLookupAt: number | null;
  /** True while our own request has not ended. */
  requestOpen: boolean;
  /** Ends our own request. One that has not been written is thereby proven never to have been sent. */
  stopSending: () => void;
  /** The lookup that is asking Nets right now. */
  lookup: Promise<void> | null;
  /** A planned lookup fell due while a person's was still asking. */
  lookupFollows: boolean;
  /** What the last Päivitä brought, where it brought no verdict. */
  refresh: 'idle' | 'still-running' | 'no-answer';
  lookupFailed: boolean;
  /** A later payment of this PC may have run on the same terminal: no planned lookup can show this one any more. */
  overwritten: boolean;
  readonly timers: Map<PaymentTimer, () => void>;
};

/** Tells what happened to a payment, with what came over the wire. */
export type Dispatch = (run: Running, event: PaymentEvent, evidence?: WireEvidence | null) => void;

/** Its request may still move money. One whose payment is proven stands in nobody's way: it only brings the receipts. */
export const usesTerminal = ({ requestOpen, state }: Running): boolean => requestOpen && !isFinal(state);

/** A payment taken up from the journal, with nothing going on yet. */
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
