import type { Texts } from '../catalogue.ts';

export const willba = {
  notYet: 'not yet in Willba',
  badge: 'Not yet in Willba ({{count}})',
  check: {
    name: 'Payments in Willba',
    well: 'Willba knows all payments of this desk.',
    waiting_one: 'One payment is waiting to get to Willba.',
    waiting_other: '{{count}} payments are waiting to get to Willba.',
    calm: 'Payments are saved and are sent automatically when Willba accepts them. This does not affect taking payments.',
    gone: 'Willba has stopped accepting at this address. Nothing is lost: the events stay on this computer. Call Willba support.',
    noSecret: 'The signing key is missing from this user account. Import the setup file or call Willba support.',
    status: 'Willba’s latest answer at {{time}}: {{status}}.',
    noAnswer: 'Willba did not answer at {{time}} ({{code}}).',
    send: 'Send now',
  },
} satisfies Texts<'willba'>;
