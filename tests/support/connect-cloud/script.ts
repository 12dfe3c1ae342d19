import type { JsonObject } from './wire.ts';

/**
 * A script says what one transaction at one terminal does. It is plain data, so that a test, a control request to the standalone process
 * and a log line can hold it. It separates three things: what really happened to the money (truth), what the cloud says about it (answer),
 * and how that answer is sent (delivery).
 */
export interface Script {
  readonly name: string;
  /** How long the guest takes, from the arrival of the POST (or from the release) on; null: until something else ends it. */
  readonly afterMs: number | null;
  readonly truth: Truth;
  readonly answer: Answer;
  readonly delivery: Delivery;
  readonly onCancel: OnCancel;
  /** The one comment in the specification: a terminal may cancel what is running when another request reaches it. */
  readonly fragile: boolean;
  /** How long the lookup goes on showing the transaction before this one; null: the server's own setting. */
  readonly latestAfterMs: number | null;
  /** What other desks do at this terminal once this transaction is over. */
  readonly otherDesk: readonly OtherDeskScript[];
}

export type Truth =
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  /** The terminal never started: nothing in its history, nothing charged. */
  | { readonly kind: 'nothing' };

export interface Approval {
  /** What is really charged, in minor units; null: what was asked plus tip and surcharge. */
  readonly totalMinor: number | null;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
  /** `0` PIN, `1` signature, `2` none, `3` loyalty, `4` consumer device; it may be an empty string. */
  readonly cvm: number | string;
  /** null: the terminal's own counter. */
  readonly stan: string | null;
  readonly orderId: 'echo' | 'missing' | { readonly foreign: string };
  /** Which object carries the orderId in the answer: the page does not say, see answers.ts. */
  readonly orderIdIn: 'element' | 'record';
  readonly numbersAsStrings: boolean;
  readonly timeStamp: 'iso' | 'local';
  readonly card: Card;
  readonly optionalData: string;
  readonly recordExtra: JsonObject;
  readonly elementExtra: JsonObject;
}

export interface Card {
  readonly brand: string;
  readonly maskedNumber: string;
}

export interface Rejection {
  /** The text in `failure.error`; null: the member is missing. */
  readonly text: string | null;
  readonly hostCode: string;
  readonly source: string;
  readonly reason: string;
  readonly stan: string;
  /** False: the failure has no record at all, so the answer proves nothing. */
  readonly withRecord: boolean;
  readonly numbersAsStrings: boolean;
  readonly timeStamp: 'iso' | 'local';
  readonly recordExtra: JsonObject;
}

/** What an answer proves, by the table of the specification; the comparison holds the program to it. */
export type Said = 'approved' | 'rejected' | 'refused' | 'unclear';

export type Answer =
  | {
      readonly kind: 'truth';
      /** null: 200 for an approval, 400 for a rejection. */
      readonly status: number | null;
      /** Laid over the record in this answer only; the lookup still shows the true record. */
      readonly record: JsonObject;
      readonly omit: readonly string[];
    }
  | { readonly kind: 'canned'; readonly status: number; readonly contentType: string; readonly body: string; readonly says: Said };

export type CutPoint = 'before' | 'headers' | 'half' | 'after';

export type Delivery =
  | { readonly kind: 'whole' }
  /** The connection stays open, nothing is ever sent. */
  | { readonly kind: 'never' }
  | { readonly kind: 'drip'; readonly everyMs: number; readonly bytesAtOnce: number }
  | { readonly kind: 'cut'; readonly at: CutPoint; readonly how: 'reset' | 'fin' };

/** What cancelAction does to the running transaction. Only `stop` ends it. */
export type OnCancel =
  | { readonly kind: 'stop'; readonly afterMs: number }
  | { readonly kind: 'approve'; readonly afterMs: number }
  | { readonly kind: 'ignore' };

export interface OtherDeskScript {
  readonly afterMs: number;
  readonly amountMinor: number;
  /** null: keyed in by hand at the terminal. */
  readonly orderId: string | null;
  readonly outcome: 'approved' | 'rejected';
}

/** Script of a call other than a transaction: login, list, lookup, cancelAction, void, administration. */
export interface CallScript {
  readonly name: string;
  readonly afterMs: number;
  /** Whether the thing asked for is done although the answer may say otherwise or get lost. */
  readonly done: boolean;
  /** null: the ordinary answer. */
  readonly canned: Extract<Answer, { kind: 'canned' }> | null;
  readonly delivery: Delivery;
}
