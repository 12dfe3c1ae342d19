import type { Card, Dcc } from '../../../shared/payment.ts';
import type { LossCause, RefusalReason } from '../../../shared/reasons.ts';

/**
 * The terminal API's result record after lenient parsing. `null` means missing or unreadable, never zero: an empty `Result` read as 0 would
 * mean "approved".
 */
export type TransactionRecord = {
  /** `Result`: 0 approved, 2 rejected, 99 unknown. */
  readonly result: number | null;
  /** What was charged, with tip and surcharge, in minor units. */
  readonly totalMinor: number | null;
  readonly tipMinor: number | null;
  readonly surchargeMinor: number | null;
  readonly orderId: string | null;
  readonly stan: string | null;
  /** The time as Nets wrote it; two formats, one of them without a zone. */
  readonly timeStamp: string | null;
  readonly card: Card | null;
  readonly responseCode: string | null;
  readonly cvm: string | null;
  readonly sessionNumber: string | null;
  /** The terminal that the record names (`TerminalID`); absent if it names none. */
  readonly terminalId?: string;
  /** What the guest paid in another currency (`OptionalData`); absent if they paid in the terminal's. */
  readonly dcc?: Dcc;
};

/** Proven money: Nets said `Result` 0 and the amount is there. */
export type Approval = {
  readonly chargedMinor: number;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
  readonly stan: string | null;
  readonly card: Card | null;
  /** The guest signed (`CVM` 1), and the desk must accept or refuse the signature. Absent if none was asked for. */
  readonly signature?: SignatureVerdict;
  /** The person who kept the charge although the signature was refused. */
  readonly letStand?: LetStand;
  readonly dcc?: Dcc;
};

/** `asked`: nobody has judged it yet. `let-stand`: it was refused, and a named person kept the charge. In all four the money has moved. */
export type SignatureVerdict = 'asked' | 'accepted' | 'refused' | 'let-stand';
export type LetStand = { readonly by: string; readonly reason: string; readonly at: string };

/** What the request's own answer says, from its body (`nets-connect-cloud.md`, "Reading an answer"). */
export type SaleOutcome =
  | { readonly kind: 'approved'; readonly approval: Approval }
  /** `Result` 2: not charged. `how` is the reason from its texts and codes, if they tell one. */
  | { readonly kind: 'rejected'; readonly how: 'cancelled' | 'timed-out' | 'host' | 'unstated'; readonly hostCode: string | null }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'unknown'; readonly cause: LossCause };

/** The answer to `GET transaction`: the terminal's latest transaction, whoever started it. */
export type LookupAnswer =
  /** `clockOffsetMs`: Nets' clock minus this PC's, from this answer's `Date` header; absent if not known. */
  | { readonly kind: 'record'; readonly record: TransactionRecord; readonly clockOffsetMs?: number }
  | { readonly kind: 'no-transaction' }
  | { readonly kind: 'unreadable' }
  /**
   * Nets was not reached, or the answer is not one of the interface: nothing was learnt. `retryAfterMs`: how long it asked us to wait.
   * `terminal`: Nets itself says that it could not reach the terminal.
   */
  | { readonly kind: 'unreachable'; readonly retryAfterMs?: number; readonly terminal?: 'busy' | 'not-connected' }
  | { readonly kind: 'not-authorised' };

/** Receipt texts, as the terminal formatted them, masked. `terminal`: from a lookup, which has one and does not tell which. */
export type ReceiptTexts = { readonly customer: string | null; readonly merchant: string | null; readonly terminal: string | null };

/**
 * What a call showed, safe to store: status, sizes, a digest of the body, and the few fields that matter. No card data beyond the last four
 * digits, and no texts that could hold more.
 */
export type WireEvidence = {
  readonly status: number | null;
  readonly elapsedMs: number;
  readonly bodySha256: string | null;
  readonly bodyBytes: number;
  /** The record as it was read, or null. */
  readonly record: TransactionRecord | null;
  /** The failure's own text, masked and cut to 200 characters. */
  readonly failureText: string | null;
  /** How the connection ended when there was no answer: a code like `ECONNRESET`. */
  readonly transport: string | null;
  /** Stored apart, where it can be erased: a row that is read again has none. Absent if the answer brought none. */
  readonly receipts?: ReceiptTexts;
};
