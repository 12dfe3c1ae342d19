import type { Texts } from '../catalogue.ts';

export const common = {
  notCharged: 'The card was not charged.',
  supportRef: 'Support code {{ref}}',
  support: '{{name}}, tel. {{phone}}',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  crashed: 'This screen did not open',
  crashedText: 'Payments are saved, and a payment in progress goes on in the background. Open the screen again.',
  reload: 'Open again',
} satisfies Texts<'common'>;

export const environment = {
  production: '',
  test: 'TEST ENVIRONMENT – NO MONEY MOVES',
  training: 'TRAINING MODE – NO MONEY MOVES',
} satisfies Texts<'environment'>;

export const header = {
  nav: 'Main menu',
  till: 'Till',
  // No name of a place begins as the button that charges does: somebody who says or searches "Pay" must get that one.
  payments: 'All payments',
  'day-close': 'End of day',
  today: 'Today ({{count}})',
  todayUnclear_one: '{{count}} unclear payment',
  todayUnclear_other: '{{count}} unclear payments',
  operator: 'User: {{name}}',
  operatorMissing: 'User: choose',
  netsShort: 'Nets',
  nets: {
    unknown: 'Checking the connection to Nets',
    connected: 'Nets connected',
    unreachable: 'Nets is not responding',
    'not-authorised': 'Cannot log in to Nets',
    'secrets-missing': 'Nets login is missing',
    'not-configured': 'Nets not in use',
  },
} satisfies Texts<'header'>;

export const firstStart = {
  title: 'Willba POS',
  lead: 'Card payments at the front desk: amount and reference, payment on the terminal, the result in Willba at once.',
  supportTitle: 'Set up',
  support:
    'This computer has not been set up yet. Willba support will send you a setup file. Import it here, and the till is ready to use at once.',
  trainingTitle: 'Try it first',
  training: 'In training mode, payments are made on training terminals. No money moves, and nothing shows in Willba.',
  start: 'Training mode',
} satisfies Texts<'firstStart'>;

export const operator = {
  title: 'Who is at the desk?',
  text: 'The name is noted on every payment. No password is needed.',
  chosen: 'At the desk now',
  add: {
    open: 'Add a name',
    name: 'New name',
    hint: 'The name stays on this computer. It is shown on payments.',
    do: 'Add and go on',
    problems: {
      empty: 'Enter the name.',
      'too-long': 'The name is too long. 40 characters at most.',
      'control-characters': 'The name contains invisible characters. Type it again.',
      'card-number': 'The name contains a card number. Remove it: card numbers must not be saved.',
      'same-name': 'This name is already in the list. Choose it, or add something that tells you apart.',
      'too-many': 'There are 200 names already. Ask support to remove old ones.',
    },
  },
} satisfies Texts<'operator'>;
