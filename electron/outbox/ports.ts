/** Something that a receiver must be told. `sequence` rises over all of one installation. */
export type Numbered = { readonly sequence: number };

/** What one receiver must still be told, as the journal keeps it. Nothing here throws; failures are logged. */
export interface Outbox<E extends Numbered> {
  /** @param rowWritten is told of each row of the journal that was written; not every one is news for the receiver */
  follow(rowWritten: (paymentId: string) => void): void;
  /** Payments of which the receiver has not accepted everything, by their oldest event. Null if they cannot be read now. */
  waiting(): readonly string[] | null;
  /** True also if it cannot be read now: then it is looked at again. */
  isWaiting(paymentId: string): boolean;
  /** What is told next of this payment; null if there is nothing, `unreadable` if it cannot be read now. */
  next(paymentId: string): E | null | 'unreadable';
  /** @returns false if it could not be stored: it is sent once more. */
  accepted(event: E): boolean;
  /** Deletes what was accepted more than 90 days ago, at most `most` rows. */
  prune(most: number): void;
}

/** What became of one try. */
export type Posted =
  | { readonly kind: 'accepted'; readonly answer: PostAnswer }
  /** `retryAfterMs`: how long the receiver asks us to wait. `refusesAll`: it would answer the same of any other payment. */
  | { readonly kind: 'failed'; readonly answer: PostAnswer; readonly retryAfterMs: number | null; readonly refusesAll?: true }
  /** The receiver wants nothing more at this address. */
  | { readonly kind: 'gone'; readonly answer: PostAnswer };

/** The code of a try for which this account has no secret. */
export const NO_SECRET = 'NO_SECRET';

/** The status the receiver answered with, or a code where it did not answer, or where its answer says more than a status. */
export type PostAnswer = { readonly status: number | null; readonly code: string | null };

export type Post<E extends Numbered> = (event: E) => Promise<Posted>;

/** A try that failed. */
export const failedPost = (answer: PostAnswer, retryAfterMs: number | null = null): Posted => ({ kind: 'failed', answer, retryAfterMs });
