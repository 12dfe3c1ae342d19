import type { Texts } from '../catalogue.ts';

export const closing = {
  asking: {
    title: { sale: 'A payment is in progress', refund: 'A refund is in progress', void: 'A void is in progress' },
    text: {
      sale: 'The card may still be charged. If you close the program, the terminal is first asked to cancel the payment.',
      refund: 'The money may still be refunded to the card. If you close the program, the terminal is first asked to cancel the refund.',
      void: 'The payment may still be voided, and the void can no longer be cancelled. If you close the program, it waits a moment longer for the result.',
    },
  },
  unwritten: {
    title: {
      sale: 'The payment’s result has not been saved',
      refund: 'The refund’s result has not been saved',
      void: 'The void’s result has not been saved',
    },
    text: {
      sale: 'The disk cannot be written to. Write down the payment’s result and STAN number on paper before you close: the next start will not know them.',
      refund:
        'The disk cannot be written to. Write down the refund’s result and STAN number on paper before you close: the next start will not know them.',
      void: 'The disk cannot be written to. Write down the void’s result and STAN number on paper before you close: the next start will not know them.',
    },
  },
  reconciling: {
    title: 'A Nets reconciliation is in progress',
    text: 'The terminal’s reconciliation goes on even if you close the program, but the report from Nets can no longer be obtained. The reconciliation is then left unconfirmed. It takes two minutes at most.',
  },
  leaving: {
    title: { sale: 'Cancelling the payment', refund: 'Cancelling the refund', void: 'Waiting for the void' },
    text: {
      sale: 'Waiting up to 10 seconds for the terminal’s answer. Then the program closes.',
      refund: 'Waiting up to 10 seconds for the terminal’s answer. Then the program closes.',
      void: 'Waiting up to 10 seconds for the terminal’s answer. Then the program closes.',
    },
  },
  charged: {
    title: { sale: 'The card was charged after all', refund: 'The refund went through after all', void: 'Payment voided' },
    text: {
      sale: 'The card was charged before the cancellation arrived. Do not charge again. The program will close in a moment.',
      refund:
        'The money was refunded to the card before the cancellation arrived. Do not refund again. The program will close in a moment.',
      void: 'The payment was voided. The program will close in a moment.',
    },
  },
  afterwards: 'If the answer does not come in time, the next start checks with Nets what happened.',
  triedAgain: 'While the program stays open, it tries to save again every few seconds.',
  stay: 'Keep waiting',
  leave: { sale: 'Cancel payment and close', refund: 'Cancel refund and close', void: 'Close anyway' },
  leaveUnwritten: 'Close anyway',
  keepOpen: 'Do not close',
  closeNow: 'Close now',
} satisfies Texts<'closing'>;
