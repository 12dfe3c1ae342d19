import type { Result } from '../../shared/result.ts';
import type { PaymentEvent } from './core/events.ts';
import type { PaymentFacts } from './core/facts.ts';
import type { LookupAnswer, SaleOutcome, WireEvidence } from './core/outcome.ts';
import type { PaymentState } from './core/state.ts';
import type { PaymentSummary } from './core/summary.ts';

/** A card terminal reached through Nets. One implementation, `NetsCardTerminal`; tests add a `FakeCardTerminal`. */
export interface CardTerminal {
  /**
   * Makes sure that a token is at hand, logging in if need be. Nothing goes to a terminal.
   * @returns `not-authorised` when Nets refused the log-in, `not-sent` when Nets could not be reached.
   */
  clear(): Promise<Result<null, 'not-authorised' | 'not-sent'>>;
  /**
   * Sends one sale or refund, once. Never throws; resolves when the terminal is done, the connection is lost, or `signal` aborts.
   * @param onWritten called when the request's first byte goes to a socket: from then on the card may be charged.
   */
  sale(request: SaleRequest, options: { readonly onWritten: () => void; readonly signal: AbortSignal }): Promise<Answered<SaleOutcome>>;
  /**
   * Takes back the terminal's latest transaction, whoever's it is: the call names nothing. Sent once, never repeated by
   * itself. Never throws. `approved` says that it was taken back.
   */
  void(request: VoidRequest, options: { readonly onWritten: () => void; readonly signal: AbortSignal }): Promise<Answered<SaleOutcome>>;
  /** Asks the terminal to stop what runs there. `delivered` says that Nets took the wish, not that it was granted. */
  cancelAction(terminalId: string): Promise<Answered<'delivered' | 'failed'>>;
  /** The terminal's latest transaction, whoever started it. */
  lookup(terminalId: string): Promise<Answered<LookupAnswer>>;
}

export type SaleRequest = {
  /** A refund gives `amountMinor` back to the card that is shown at the terminal. */
  readonly kind: 'sale' | 'refund';
  readonly terminalId: string;
  readonly amountMinor: number;
  readonly orderId: string;
};
export type VoidRequest = {
  readonly terminalId: string;
  /** What the sale charged, tip and surcharge included. */
  readonly amountMinor: number;
  /** The sale's own id. Not sent, because the call has no place for it: an answer that names another is not about ours. */
  readonly saleOrderId: string;
};
export type Answered<T> = { readonly outcome: T; readonly evidence: WireEvidence };

/** A payment as the journal holds it: the facts that never change, the folded state, and when it began and ended (ISO 8601, UTC). */
export type JournalledPayment = {
  readonly facts: PaymentFacts;
  readonly state: PaymentState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly releasedAt: string | null;
};

/** One appended row: what happened, and the state after it. */
export type JournalRow = {
  readonly at: string;
  readonly event: PaymentEvent;
  readonly state: PaymentState;
  readonly evidence: WireEvidence | null;
};

/**
 * The journal: append-only, on disk before the call returns. Synchronous on purpose, because the next thing that
 * happens may be a byte on a socket.
 */
export interface PaymentJournal {
  /**
   * Writes the payment and its first row.
   * `terminal-held`: another open, unreleased payment of this PC has the terminal (the index decides, not a flag).
   * `attempt-used`: this form was sent already; `paymentId` says which payment it became.
   */
  create(facts: PaymentFacts, attempt: string, row: JournalRow): Result<null, CreateFailure>;
  append(paymentId: string, row: JournalRow): Result<null, WriteFailure>;
  byId(paymentId: string): JournalledPayment | null;
  /** created, sent, cancelling or checking, released or not. */
  open(): readonly JournalledPayment[];
  unresolved(): readonly JournalledPayment[];
  /** Both of these, in the order in which they began: on one terminal a newer one may hide an older one. */
  unproven(): readonly JournalledPayment[];
  byOrderId(orderId: string): JournalledPayment | null;
  /** Whose reference a person would read as this one; none where it names no booking (see `referenceKey`). */
  byReference(reference: string): readonly JournalledPayment[];
  /** What names this payment, whatever became of it: its refunds and voids, the sales of its rest, records by hand beside it. */
  byOriginal(originalId: string): readonly JournalledPayment[];
  startedSince(iso: string): readonly JournalledPayment[];
  /** Light: those that began since then, by their own time. */
  summariesSince(iso: string): readonly PaymentSummary[];
  /** Light: what names one of those, whenever that began. */
  summariesNaming(iso: string): readonly PaymentSummary[];
  /** Approved, and the guest's signature was refused, however long ago, or is asked for since then. The oldest first. */
  unsigned(askedSince: string): readonly JournalledPayment[];
  /** The latest payment that was sent to this terminal, or the one `back` before it. */
  latestAt(terminalId: string, back?: number): JournalledPayment | null;
  /** The latest one that may have run there: a refused one started nothing, so it hides none before it. */
  latestRunAt(terminalId: string): JournalledPayment | null;
  rows(paymentId: string): readonly JournalRow[];
}

export type CreateFailure =
  | { readonly kind: 'terminal-held' }
  | { readonly kind: 'attempt-used'; readonly paymentId: string }
  | WriteFailure;
export type WriteFailure = { readonly kind: 'disk-full' | 'unavailable'; readonly cause: unknown };

/** Time as the core needs it. `elapsed` is monotonic milliseconds; `wallTime` is ISO 8601 in UTC, for people only. */
export interface Clock {
  elapsed(): number;
  wallTime(): string;
  /**
   * Milliseconds of wall time since then, negative for the future. Only for what an earlier run of the program left: nothing that
   * this run has seen is measured by a clock that people set.
   */
  since(iso: string): number;
  /** @returns stops the timer; harmless after it has fired. */
  after(ms: number, fire: () => void): () => void;
}

export interface Ids {
  paymentId(): string;
  /** At most 20 ASCII letters, digits and dashes, unique for ever: Nets removes no duplicates. */
  orderId(): string;
}

/** What the runner tells the world after every step. */
export interface PaymentPublisher {
  changed(paymentId: string): void;
  /** A charge came to light after the desk had gone on, or had another verdict. Comes before its row is journalled, and before `changed`. */
  provenLate(paymentId: string): void;
  /** A bug showed: work that must not throw threw. It is logged loudly; the payment stays as unknown as it is. */
  broke(cause: unknown): void;
}
