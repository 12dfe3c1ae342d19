import type { Texts } from '../catalogue.ts';

export const voiding = {
  open: 'Void',
  title: 'Void payment',
  text: 'The payment of {{sum}} is reversed in full on terminal {{terminal}}. The guest’s card is not needed.',
  race: 'The void takes the terminal’s latest transaction. Just before sending it the program checks that this is that payment. If another desk takes a payment on the same terminal in between, that payment is voided: ask the others to wait a moment.',
  start: 'Void {{sum}}',
  row: 'Void',
  waitingTitle: 'Voiding payment',
  looking: 'Checking that the payment is still the terminal’s latest transaction…',
  guest: 'Waiting for the terminal’s answer',
  busyAgain: 'The terminal is still busy. The void is tried again in a moment.',
  headings: {
    approved: 'Payment voided',
    part: 'Partly voided',
    differs: 'Voided amount differs',
    declined: 'Void declined',
    cancelled: 'Void stopped',
    'timed-out': 'Void timed out',
    'not-sent': 'Void was not sent',
    'not-latest': 'Void is no longer possible',
    unclear: 'Void status is unclear',
    settled: 'Void resolved by hand',
  },
  money: {
    done: 'The charge of {{sum}} was reversed.',
    other: 'Reversed {{sum}} · asked {{asked}}',
    not: 'The payment was not voided: the charge still stands.',
    maybe: 'The payment may have been voided, or the charge still stands.',
    settledDone: 'The charge of {{sum}} was reversed, as resolved by hand.',
    settledNot: 'The payment was not voided, as resolved by hand: the charge stands.',
  },
  why: {
    declined: 'The terminal or the bank did not accept the void.',
    cancelled: 'The void was stopped before it was sent.',
    'timed-out': 'The terminal did not make the void in time.',
  },
  next: 'Open the original payment from the list: you can try again or refund the money to the card.',
  unclear: {
    cause: 'The answer to the void was lost or could not be understood. The payment may have been voided.',
    overwritten:
      'A new transaction has already been made on the terminal, and the void cannot be checked with Nets. The payment may have been voided.',
    never: 'Do not void or refund again until the status is clear.',
    tellGuestText:
      'The connection to the terminal broke. We will make sure whether the charge was reversed, and refund the money if it still stands.',
  },
  voidedUnclear: 'The void of this payment is unclear. See the void’s row in today’s list.',
} satisfies Texts<'void'>;

export const signature = {
  title: 'Compare the signature with the card',
  text: 'The guest signs the terminal’s receipt. The card has already been charged: if the signature does not match, the payment is voided.',
  accept: 'Signature matches',
  refuse: 'Reject and void',
  open_one: '{{count}} signature waiting',
  open_other: '{{count}} signatures waiting',
  accepted: 'The signature has been accepted.',
  refusedTitle: 'Signature was not accepted',
  refusedText: 'The payment is still charged. Void it to reverse the charge.',
  refusedTooLate: 'The payment is still charged and can no longer be voided. Refund the money to the card.',
  refusedReversing: 'The payment may still be charged: its void or refund is in progress or unclear. Resolve that first in today’s list.',
  refusedElsewhere: 'The payment is still charged, and this computer cannot give the money back. Call support.',
  letStand: 'Let stand',
  letStandTitle: 'Let the payment stand',
  letStandText:
    'The signature was not accepted, and {{sum}} has been charged. If the charge stands, no money is refunded. Your name, the reason and the time stay with the payment for good.',
  letStandHint: 'For example: the guest showed a passport.',
  letStandDone: 'The signature was not accepted, but the payment was left to stand.',
  letStandWord: '{{by}}, {{time}}: “{{reason}}”',
} satisfies Texts<'signature'>;
