import type { Result } from '../../shared/result.ts';
import type { PaymentEvent } from './core/events.ts';
import type { PaymentFacts } from './core/facts.ts';
import type { LookupAnswer, SaleOutcome, WireEvidence } from './core/outcome.ts';
import type { Receipt } from './core/receipts.ts';
import type { PaymentState } from './core/state.ts';
import type { PaymentSummary } from './core/summary.ts';

/** A card terminal behind Nets. Implemented by `NetsCardTerminal`; tests use a `FakeCardTerminal`. */
export interface CardTerminal {
  /**
   * Makes sure that there is a token, and logs in if needed. Nothing is sent to a terminal.
   * @returns `not-authorised` when Nets refused the log-in, `not-sent` when Nets could not be reached.
   */
  clear(): Promise<Result<null, 'not-authorised' | 'not-sent'>>;
  /**
   * Sends one sale or refund, once. Never throws; resolves when the terminal is done, the connection is lost, or `signal` aborts.
   * @param onWritten called when the request's first byte goes to a socket: from then on the card may be charged.
   */
  sale(request: SaleRequest, options: { readonly onWritten: () => void; readonly signal: AbortSignal }): Promise<Answered<SaleOutcome>>;
  /**
   * Voids the terminal's latest transaction, whoever made it: the call names none. Sent once and never repeated. Never throws. `approved`
   * means that it was voided.
   */
  void(request: VoidRequest, options: { readonly onWritten: () => void; readonly signal: AbortSignal }): Promise<Answered<SaleOutcome>>;
  /** Asks the terminal to stop what it is doing. `delivered` means that Nets accepted the request, not that the payment was cancelled. */
  cancelAction(terminalId: string): Promise<Answered<'delivered' | 'failed'>>;
  /** The terminal's latest transaction, whoever started it. */
  lookup(terminalId: string): Promise<Answered<LookupAnswer>>;
}

export type SaleRequest = {
  /** A refund gives `amountMinor` back to the card that is presented at the terminal. */
  readonly kind: 'sale' | 'refund';
  readonly terminalId: string;
  readonly amountMinor: number;
  readonly orderId: string;
};
export type VoidRequest = {
  readonly terminalId: string;
  /** What the sale charged, with tip and surcharge, in minor units. */
  readonly amountMinor: number;
  /** The sale's order id. It is not sent, because the call has no place for it; an answer with another id is not about this void. */
  readonly saleOrderId: string;
};
export type Answered<T> = { readonly outcome: T; readonly evidence: WireEvidence };

/** A payment as the journal holds it: its fixed facts, its current state, and when it began and ended (ISO 8601, UTC). */
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

/** The journal: append-only, on disk before the call returns. Synchronous, because the next step may send a byte. */
export interface PaymentJournal {
  /**
   * Writes the payment and its first row.
   * `terminal-held`: another open, unreleased payment of this PC has the terminal (a database index decides).
   * `key-used`: this form was sent already; `paymentId` is the payment that it became.
   */
  create(facts: PaymentFacts, idempotencyKey: string, row: JournalRow): Result<null, CreateFailure>;
  append(paymentId: string, row: JournalRow): Result<null, WriteFailure>;
  byId(paymentId: string): JournalledPayment | null;
  /** All in the states created, sent, cancelling or checking, released or not. */
  open(): readonly JournalledPayment[];
  unresolved(): readonly JournalledPayment[];
  /** Both of these, in the order in which they began: on one terminal a newer payment may hide an older one. */
  unproven(): readonly JournalledPayment[];
  byOrderId(orderId: string): JournalledPayment | null;
  /** Payments whose reference a person reads as this one; empty for a reference that names no booking (see `referenceKey`). */
  byReference(reference: string): readonly JournalledPayment[];
  /** All payments that name this one, however they ended: its refunds and voids, sales of its rest, records by hand beside it. */
  byOriginal(originalId: string): readonly JournalledPayment[];
  /** All payments that answer a request of Willba, however they ended. */
  byRequest(requestId: string): readonly JournalledPayment[];
  startedSince(iso: string): readonly JournalledPayment[];
  /** Summaries of those that began since then, by their own time. */
  summariesSince(iso: string): readonly PaymentSummary[];
  /** Summaries of all payments that name one of those, whenever they began. */
  summariesNaming(iso: string): readonly PaymentSummary[];
  /** Approved payments whose signature was refused at any time, or is asked for since `askedSince`. The oldest first. */
  unsigned(askedSince: string): readonly JournalledPayment[];
  /** The latest payment that was sent to this terminal, or the one `back` before it. */
  latestAt(terminalId: string, back?: number): JournalledPayment | null;
  /** The latest payment that may have run there. A refused one started nothing, so it hides no older one. */
  latestRunAt(terminalId: string): JournalledPayment | null;
  /** Its events. Their receipts are read apart. */
  rows(paymentId: string): readonly JournalRow[];
  /** Its receipts, in the order in which they came; without those that were erased, and those of a rejection that was overruled. */
  receipts(paymentId: string): readonly Receipt[];
  /** Its terminal was reconciled since it began, or may have been: its session is closed then, and it cannot be voided any more. */
  mayBeReconciled(paymentId: string): boolean;
  /** Somebody at the desk asked to cancel it, whatever came of it. */
  cancelAsked(paymentId: string): boolean;
}

export type CreateFailure = { readonly kind: 'terminal-held' } | { readonly kind: 'key-used'; readonly paymentId: string } | WriteFailure;
export type WriteFailure = { readonly kind: 'disk-full' | 'unavailable'; readonly cause: unknown };

/** Time as the core needs it. `elapsed` is monotonic milliseconds; `wallTime` is ISO 8601 in UTC, for people only. */
export interface Clock {
  elapsed(): number;
  wallTime(): string;
  /**
   * Milliseconds of wall time since then, negative for the future. Only for what an earlier run left: within this run nothing is measured
   * by wall time, because people set it.
   */
  since(iso: string): number;
  /** The wall time so many milliseconds ago, as `wallTime` writes it. For the same purpose only. */
  ago(ms: number): string;
  /** @returns a function that stops the timer; it may be called after it has fired. */
  after(ms: number, fire: () => void): () => void;
}

export interface Ids {
  paymentId(): string;
  /** At most 20 ASCII letters, digits and dashes, never used twice: Nets does not reject duplicates. */
  orderId(): string;
}

/** What the runner reports after every step. */
export interface PaymentPublisher {
  changed(paymentId: string): void;
  /** A charge became known after the desk had gone on or had another verdict. Called before its row is journalled, and before `changed`. */
  provenLate(paymentId: string): void;
  /** Something threw that must not throw. It is logged as an error; the payment stays unknown. */
  broke(cause: unknown): void;
}
