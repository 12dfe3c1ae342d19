import type { Texts } from '../catalogue.ts';

const reversing = 'The refund or void is in progress or unclear. Do not give the money back a second time.';

export const late = {
  sale: 'Card was charged after all',
  refund: 'Refund went through after all',
  void: 'Void went through after all',
  alsoByHand: 'also recorded by hand {{sum}}',
  show: 'Show',
  showName: 'Show {{what}}',
  afterThis: 'You can open it after this payment.',
  why: {
    late: 'It was confirmed only after the desk had gone on.',
    settled: 'Nets confirmed the charge only after it was resolved.',
    'despite-cancel': 'The terminal was faster than the cancellation.',
  },
  keep: {
    late: 'If the guest has not paid in another way, press New payment: the payment stands.',
    'despite-cancel': 'If this charge is to be the guest’s payment, press New payment: the payment stands.',
  },
  reversed: 'refunded {{sum}}',
  giveBack: {
    late: {
      void: 'If the guest has already paid a second time, give the money from this payment back: press Void.',
      refund: 'If the guest has already paid a second time, give the money from this payment back: press Refund.',
      reversing,
      support: 'If the guest has already paid a second time, call support: the money cannot be refunded from this computer.',
    },
    'despite-cancel': {
      void: 'If the payment was to be cancelled, press Void: the charge is taken off the card.',
      refund: 'If the payment was to be cancelled, press Refund: the money goes back to the card.',
      reversing,
      support: 'If the payment was to be cancelled, call support: the money cannot be refunded from this computer.',
    },
  },
  voidDone: 'The charge has been voided. Do not give the money back a second time.',
  refundDone: 'The money has gone back to the card. Do not refund it again.',
} satisfies Texts<'late'>;
