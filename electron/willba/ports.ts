/** One event for Willba. `sequence` rises over all events of one installation; `body` is the same text at every try. */
export type OutboxEvent = { readonly sequence: number; readonly id: string; readonly body: string };

/** What Willba must still be told, as the journal keeps it. Nothing here throws; failures are logged. */
export interface Outbox {
  /** @param rowWritten is told of each row of the journal that was written; not every one is news for Willba */
  follow(rowWritten: (paymentId: string) => void): void;
  /** Payments with events that Willba has not accepted, by their oldest event. Null if they cannot be read now. */
  waiting(): readonly string[] | null;
  /** True also if it cannot be read now: then it is looked at again. */
  isWaiting(paymentId: string): boolean;
  /** The oldest of this payment's events that was not accepted; null if there is none, `unreadable` if it cannot be read now. */
  next(paymentId: string): OutboxEvent | null | 'unreadable';
  /** @returns false if it could not be stored: the event is sent once more, under the same id. */
  accepted(sequence: number): boolean;
  /** Deletes accepted events older than 90 days, at most `most` of them. */
  prune(most: number): void;
}

/** What became of one try to tell Willba. */
export type Posted =
  | { readonly kind: 'accepted'; readonly answer: PostAnswer }
  /** `retryAfterMs`: how long Willba asks us to wait. */
  | { readonly kind: 'failed'; readonly answer: PostAnswer; readonly retryAfterMs: number | null }
  /** 410: Willba wants no more events at this address. */
  | { readonly kind: 'gone'; readonly answer: PostAnswer };

/** The code of a try that could not be signed: this account has no secret. */
export const NO_SECRET = 'NO_SECRET';

/** The status Willba answered with, or the network's code where no answer came. */
export type PostAnswer = { readonly status: number | null; readonly code: string | null };

export type Post = (event: OutboxEvent) => Promise<Posted>;
