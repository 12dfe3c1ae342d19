import type { Texts } from '../catalogue.ts';

export const waiting = {
  title: 'Waiting for payment',
  connecting: 'Connecting to the card terminal…',
  guest: 'Guest: tap or insert the card',
  timer: 'Time left',
  clock: '{{minutes}}:{{seconds}}',
  cancel: 'Cancel',
  refresh: 'Refresh',
  cancelAsked: 'Cancellation requested',
  cancelAskedText: 'Waiting for the terminal to confirm the cancellation.',
  deadlineText: '120 seconds have passed: the payment is being cancelled automatically. Waiting for the terminal to confirm.',
  cancelFailed: 'The request to cancel did not arrive. Press STOP on the terminal or try again.',
  asking: 'Asking Nets…',
  stillRunning: 'Payment is still in progress',
  noAnswer: 'Nets did not answer. The payment may still be in progress: look at the terminal’s screen.',
  expired: 'Waiting for the terminal’s answer',
  silent: 'The terminal does not answer',
  silentText: 'The card may have been charged. Do not charge again until the status is clear: look at the terminal’s screen.',
  soon: 'The payment is cancelled automatically when time runs out.',
  goOn: 'Go on with another guest',
  reference: 'Reference {{reference}}',
} satisfies Texts<'waiting'>;
