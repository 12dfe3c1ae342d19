import type { RefusalReason } from '../../../shared/reasons.ts';
import type { LetStand, LookupAnswer, SaleOutcome } from './outcome.ts';
import type { PaymentState, Settlement } from './state.ts';

/** What happened to a payment. Past tense: the core never asks, it is told. */
export type PaymentEvent =
  /** The desk pressed Maksa and the row is being written. */
  | { readonly type: 'started' }
  /**
   * A void looked whether its sale is still the terminal's latest transaction. `shown` is the verdict of the rule of
   * evidence; only true lets the void go out.
   */
  | { readonly type: 'original-looked-up'; readonly answer: LookupAnswer; readonly shown: boolean }
  /** A token is at hand and the terminal is free of our own older wishes: the request goes next. */
  | { readonly type: 'cleared' }
  /** It turned out before any byte left that the sale cannot be sent. */
  | { readonly type: 'stopped-before-sending'; readonly reason: RefusalReason }
  /** The request's first byte was given to a socket. */
  | { readonly type: 'request-written' }
  /** Our own request ended: with an answer, or without one. */
  | { readonly type: 'answered'; readonly outcome: SaleOutcome }
  | { readonly type: 'cancel-asked' }
  | { readonly type: 'cancel-answered'; readonly delivered: boolean }
  | { readonly type: 'deadline-passed' }
  /** 300 s after the request was written: nobody waits for its answer any longer. */
  | { readonly type: 'given-up' }
  | { readonly type: 'lookup-due' }
  /** A void that met a busy terminal, which does nothing, may try again. */
  | { readonly type: 'busy-wait-over' }
  /**
   * `scheduled` is false for a person's own Päivitä. `sinceLossMs` counts from the moment the answer was known to be
   * lost (0 while the request is still on the wire). `seenAt` is wall time, for the person who reads the hint.
   */
  | {
      readonly type: 'looked-up';
      readonly answer: LookupAnswer;
      readonly scheduled: boolean;
      readonly sinceLossMs: number;
      readonly seenAt: string;
    }
  /** The program was gone and is back; whatever was on the wire is lost. */
  | { readonly type: 'restarted' }
  /** The desk went on with another guest; the payment stays open in the background. */
  | { readonly type: 'released' }
  /** A later sale of this PC was sent on the same terminal: lookups can never show this payment again. */
  | { readonly type: 'overwritten' }
  /** A named person said what happened. */
  | { readonly type: 'settled'; readonly settlement: Settlement }
  /** The desk compared the guest's signature with the card. `by` is empty where nobody is asked who they are. */
  | { readonly type: 'signature-judged'; readonly accepted: boolean; readonly by: string }
  /** A named person lets the charge stand although the signature was refused. */
  | ({ readonly type: 'signature-let-stand' } & LetStand);

/** Time passed over a payment that had not left. A void that had met a busy terminal was told so, and that is why it waited. */
export function overtaken(state: PaymentState): PaymentEvent {
  const metBusy = state.name === 'created' && state.busyAnswers !== undefined;
  return { type: 'stopped-before-sending', reason: metBusy ? 'busy' : 'not-sent' };
}

/** What the runner must do after the row is on disk. Imperative. */
export type PaymentEffect =
  | { readonly type: 'clear' }
  | { readonly type: 'send' }
  | { readonly type: 'send-cancel' }
  | { readonly type: 'look-up' }
  | { readonly type: 'set-timer'; readonly timer: PaymentTimer; readonly afterMs: number }
  | { readonly type: 'stop-timers' };

export type PaymentTimer = 'deadline' | 'give-up' | 'lookup' | 'busy-wait';
