import type { Texts } from '../catalogue.ts';

export const late = {
  sale: 'Card was charged after all',
  refund: 'Refund went through after all',
  void: 'Void went through after all',
  alsoByHand: 'also recorded by hand {{sum}}',
  show: 'Show',
  showName: 'Show {{what}}',
  afterThis: 'You can open it after this payment.',
  title: 'Confirmed only after the desk had gone on',
  keep: 'If the guest has not paid in another way, press New payment: the payment stands.',
  reversed: 'refunded {{sum}}',
  reverse: 'If the guest has already paid a second time, give back the money of this payment: press Refund.',
  reversing: 'The refund or void is in progress or unclear. Do not give the money back a second time.',
  support: 'If the guest has already paid a second time, call support: the money cannot be refunded from this computer.',
  voidDone: 'The charge has been reversed. Do not give the money back a second time.',
  refundDone: 'The money has gone back to the card. Do not refund it again.',
} satisfies Texts<'late'>;
