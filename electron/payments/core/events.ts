import type { RefusalReason } from '../../../shared/reasons.ts';
import type { LetStand, LookupAnswer, SaleOutcome } from './outcome.ts';
import type { PaymentState, Settlement } from './state.ts';

/** What happened to a payment. In the past tense: the core asks for nothing, it is told. */
export type PaymentEvent =
  /** The desk pressed Maksa and the row is being written. */
  | { readonly type: 'started' }
  /**
   * A void has looked whether its sale is still the terminal's latest transaction. `shown` is the verdict of the rule of evidence; the void
   * is sent only if it is true.
   */
  | { readonly type: 'original-looked-up'; readonly answer: LookupAnswer; readonly shown: boolean }
  /** There is a token, and no older cancel of ours is open at the terminal: the request is sent next. */
  | { readonly type: 'cleared' }
  /** Before any byte left it became clear that the payment cannot be sent. */
  | { readonly type: 'stopped-before-sending'; readonly reason: RefusalReason }
  /** The request's first byte was given to a socket. */
  | { readonly type: 'request-written' }
  /** Our own request ended, with an answer or without one. */
  | { readonly type: 'answered'; readonly outcome: SaleOutcome }
  | { readonly type: 'cancel-asked' }
  | { readonly type: 'cancel-answered'; readonly delivered: boolean }
  | { readonly type: 'deadline-passed' }
  /** 300 s after the request was written: its answer is no longer waited for. */
  | { readonly type: 'given-up' }
  | { readonly type: 'lookup-due' }
  /** A void that got "busy", which means that the terminal did nothing, may be tried again. */
  | { readonly type: 'busy-wait-over' }
  /**
   * `scheduled` is false for a person's own Päivitä. `sinceLossMs` counts from the moment at which the answer was known to be lost (0 while
   * the request is open). `seenAt` is wall time, for the person who reads the hint.
   */
  | {
      readonly type: 'looked-up';
      readonly answer: LookupAnswer;
      readonly scheduled: boolean;
      readonly sinceLossMs: number;
      readonly seenAt: string;
    }
  /** The program was restarted. The answer to any open request is lost. */
  | { readonly type: 'restarted' }
  /** The desk went on with another guest; the payment stays open in the background. */
  | { readonly type: 'released' }
  /** A later sale of this PC may have run on the same terminal: no planned lookup can show this payment any more. */
  | { readonly type: 'overwritten' }
  /** A named person said what happened. */
  | { readonly type: 'settled'; readonly settlement: Settlement }
  /** The desk compared the guest's signature with the card. `by` is empty if nobody is asked for a name. */
  | { readonly type: 'signature-judged'; readonly accepted: boolean; readonly by: string }
  /** A named person keeps the charge although the signature was refused. */
  | ({ readonly type: 'signature-let-stand' } & LetStand);

/**
 * The event for a payment that waited too long before it was sent. A void may have waited because the terminal said "busy"; then that is
 * the reason.
 */
export function overtaken(state: PaymentState): PaymentEvent {
  const metBusy = state.name === 'created' && state.busyAnswers !== undefined;
  return { type: 'stopped-before-sending', reason: metBusy ? 'busy' : 'not-sent' };
}

/** What the runner must do after the row is on disk. In the imperative. */
export type PaymentEffect =
  | { readonly type: 'clear' }
  | { readonly type: 'send' }
  | { readonly type: 'send-cancel' }
  | { readonly type: 'look-up' }
  | { readonly type: 'set-timer'; readonly timer: PaymentTimer; readonly afterMs: number }
  | { readonly type: 'stop-timers' };

export type PaymentTimer = 'deadline' | 'give-up' | 'lookup' | 'busy-wait';
