import type { Hint } from '../../../shared/payment.ts';
import type { LossCause, RefusalReason } from '../../../shared/reasons.ts';
import type { Approval } from './outcome.ts';

/** A person's verdict on a payment that nothing could prove. It stays marked as a person's word for ever. */
export type Settlement = {
  readonly charged: boolean;
  readonly by: string;
  readonly reason: string;
  /** Receipt number or approval code, and the last four digits; empty when nothing was charged. */
  readonly evidence: string;
  readonly at: string;
};

/** How far the cancel is. It is sent only while our own request is open at that terminal. */
export type CancelDelivery = 'held' | 'under-way' | 'delivered' | 'failed';

export type PaymentState =
  /**
   * Nothing has left this PC. For a void also: the terminal has answered `busyAnswers` times that it is busy and did nothing (absent:
   * never). No money can have moved.
   */
  | { readonly name: 'created'; readonly busyAnswers?: number }
  /** The request is being sent or is open. The card may be charged (refunded, voided) at any moment. */
  | { readonly name: 'sent'; readonly written: boolean; readonly busyAnswers?: number }
  /** As `sent`, and the terminal was asked to stop. It may still approve: a cancel does not decide. */
  | {
      readonly name: 'cancelling';
      readonly written: boolean;
      readonly by: 'desk' | 'deadline';
      readonly delivery: CancelDelivery;
    }
  /**
   * The answer is lost or unreadable. The card may have been charged; lookups try to prove it. `wishedBy`: a cancel was sent before, so a
   * late rejection of our own request comes from it.
   */
  | {
      readonly name: 'checking';
      readonly cause: LossCause;
      readonly lookupsDone: number;
      readonly hint: Hint | null;
      readonly wishedBy?: 'desk' | 'deadline';
    }
  /** Charged: `chargedMinor` has left the guest's account. */
  | ({ readonly name: 'approved'; readonly proof: 'answer' | 'lookup' } & Approval)
  /** Not charged, by our own request's answer: the card or its bank said no. */
  | { readonly name: 'declined'; readonly hostCode: string | null }
  /** Not charged: stopped by the desk or by the guest, and our own request's answer says so. */
  | { readonly name: 'cancelled'; readonly by: 'desk' | 'guest' }
  /** Not charged: nobody paid in time, and our own request's answer says so. */
  | { readonly name: 'timed-out' }
  /** Not charged: proven never to have started. */
  | { readonly name: 'refused'; readonly reason: RefusalReason }
  /** The card may have been charged and nothing can prove it any more. A named person must decide. */
  | { readonly name: 'unresolved'; readonly cause: LossCause | 'overwritten'; readonly hint: Hint | null }
  /** Charged or not: a named person says so, it is not proven. */
  | { readonly name: 'settled-by-person'; readonly settlement: Settlement; readonly approval: Approval | null };

export type StateNamed<N extends PaymentState['name']> = Extract<PaymentState, { readonly name: N }>;

/** The state may still change by itself. An open payment that was not released holds its terminal. */
export const isOpen = (state: PaymentState): boolean =>
  state.name === 'created' || state.name === 'sent' || state.name === 'cancelling' || state.name === 'checking';

/** Its request is being sent or is open, and its answer is waited for. */
export const isOnTheWire = (state: PaymentState): state is StateNamed<'sent'> | StateNamed<'cancelling'> =>
  state.name === 'sent' || state.name === 'cancelling';

/** Decided, by proof or by a person. `unresolved` is neither open nor final: it waits for a person. */
export const isFinal = (state: PaymentState): boolean => !isOpen(state) && state.name !== 'unresolved';
