import type { Texts } from '../catalogue.ts';
import { closing } from './closing.ts';

export const boxes = {
  closing: {
    sale: { what: closing.asking.title.sale, may: 'The card may still be charged.', leave: closing.leave.sale },
    refund: { what: closing.asking.title.refund, may: 'The money may still be refunded to the card.', leave: closing.leave.refund },
    void: { what: closing.asking.title.void, may: 'The payment may still be voided.', leave: closing.leave.void },
    unwritten: {
      what: 'The latest result has not been saved',
      may: 'The disk cannot be written to, and the next start will not know the result.',
      leave: closing.leaveUnwritten,
    },
    reconciling: { what: closing.reconciling.title, may: closing.reconciling.text, leave: closing.leaveUnwritten },
    stay: closing.stay,
    keepOpen: closing.keepOpen,
  },
  pageGone: {
    title: 'The window keeps closing',
    text: 'Payments are saved, and those in progress are still being checked. Try again. If this keeps happening, restart the computer or call support.',
    again: 'Try again',
    close: 'Close the program',
  },
  pageHangs: {
    title: 'The window is not responding',
    text: 'Payments are saved, and one in progress goes on in the background. Wait a moment or open the window again.',
    again: 'Open again',
    wait: 'Wait',
  },
  outcome: {
    paid: 'Payment completed',
    refunded: 'Refund completed',
    voided: 'Payment voided',
    'not-charged': 'The card was not charged',
    'not-given-back': 'No money was given back',
    unclear: 'Payment status is unclear',
    decide: 'A payment is waiting for a decision',
    training: 'TRAINING',
  },
  refused: {
    'read-only': {
      title: 'The program cannot start',
      text: 'The program’s folder cannot be written to, so payments could not be saved. Call IT support.',
    },
    'no-lock': {
      title: 'The program cannot start',
      text: 'The program’s lock cannot be taken, although no running program holds it. Call IT support.',
    },
    running: {
      title: 'The program is already open',
      text: 'Training was not opened. Close the program first if you want to open it in training mode.',
    },
    'link-too-long': {
      title: 'The link could not be used',
      text: 'The link is too long to be a payment request. Nothing was charged. Open the payment again in Willba.',
    },
    'payment-open': {
      title: 'Training was not opened',
      text: 'A real payment may still be in progress. Start the program as usual, and the payment’s status will be checked.',
    },
  },
  ok: 'OK',
} satisfies Texts<'boxes'>;
