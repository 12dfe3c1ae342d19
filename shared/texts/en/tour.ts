import type { Texts } from '../catalogue.ts';

export const tour = {
  open: 'Training tour {{done}}/{{all}}',
  leave: 'End training',
  go: 'Go to training mode',
  settingsGo: 'In training mode, payments are made on training terminals. No money moves, and nothing shows in Willba.',
  settingsLeave: 'Back to real payments. The desk is as you left it.',
  title: 'Training tour',
  text: 'Five situations that every desk meets. Each is ticked off once it has been handled correctly.',
  allDone: 'All five were handled correctly. You are ready for the desk.',
  done: 'handled correctly',
  again: 'Start the tour again',
  read: 'I see',
  wrongTitle: 'This would have gone wrong.',
  situations: {
    paid: {
      title: 'The guest pays',
      how: 'Type the amount, press Pay and choose Päätelaite I. Wait for the green outcome and press New payment.',
    },
    declined: {
      title: 'The card is declined',
      how: 'Charge on Päätelaite II. When it is declined, press Another terminal and choose Päätelaite I: the amount stays.',
    },
    cancelled: {
      title: 'The payment is cancelled',
      how: 'Start a payment on Päätelaite I and press Cancel before the guest pays. Wait for the terminal to confirm.',
    },
    unclear: {
      title: 'The answer is lost',
      how: 'Charge on Sauna III. Do not charge again: wait until the program finds out, or press Check now.',
    },
    signature: {
      title: 'The receipt is signed',
      how: 'Charge on Lisä 5. Compare the signature with the card and answer the question before the next guest.',
    },
  },
  wrong: {
    'recorded-declined':
      'The card was declined, so no money came in. Record by hand only what the terminal has really charged: ask for another card or use another terminal.',
    'charged-unclear':
      'The previous payment was not clear yet, so the guest could have paid twice. Wait until it is clear, or press Check now.',
    'recorded-unclear':
      'The payment was still unclear. Record by hand only when the terminal’s receipt shows that the card was charged, and resolve the unclear payment as well.',
    'left-unsigned':
      'The signature of the previous payment was not checked. Decide on it before the next guest: if it does not match, the payment is voided.',
  },
} satisfies Texts<'tour'>;
