import type { Texts } from '../catalogue.ts';

export const terminal = {
  label: 'Card terminal',
  none: 'Choose a terminal',
  noneText: 'This computer has no card terminal yet.',
  change: 'Change',
  changeName: 'Change terminal, now {{name}}',
  changeNoneName: 'Change terminal:',
  ready: 'Ready',
  renamed:
    'This computer’s terminal was chosen under the name {{from}}; its name is now {{to}}. The names may have been swapped: check on the terminal that it is the right one, or choose the terminal again.',
  unknown: 'Status not known yet',
  today: 'at {{time}}',
  asOf: 'checked {{time}}',
  lastKnown: 'last {{state}}, {{time}}',
  lastStates: { ready: 'ready', 'unknown-id': 'unknown ID', 'not-connected': 'not connected' },
  status: {
    inactive: 'Error: inactive',
    'unknown-id': 'Error: unknown ID',
    'not-connected': 'Error: not connected',
    'nets-unreachable': 'Error: Nets is not responding',
    'not-authorised': 'Error: cannot log in to Nets',
    'secrets-missing': 'Error: Nets login is missing',
    missing: 'Error: no longer in the list',
    'settings-lost': 'Status not known: settings cannot be read',
    'bad-id': 'Error: ID is missing or wrong',
    'duplicate-id': 'Error: same ID twice',
    'bad-name': 'Error: name is missing',
  },
  advice: {
    inactive:
      'The terminal is set to inactive in the terminal list (Strapi). Choose another terminal, or ask the administrator to activate it.',
    'unknown-id': 'Nets does not know this terminal ID. Check that the ID in the terminal list is the same as at Nets.',
    'not-connected': 'The previous attempt did not reach the terminal. Check that it has power and a network connection.',
    'nets-unreachable':
      'Nets cannot be reached, so the terminal’s status is not known. Check the computer’s network connection. The payment can be recorded by hand meanwhile.',
    'not-authorised': 'The Nets login is not valid. Call support.',
    'secrets-missing':
      'The Nets login is missing from this user account, so the status cannot be checked. Import the setup file or call support.',
    'bad-id':
      'The terminal’s ID is missing in the terminal list or is not a Nets terminal ID (digits). Ask the administrator to correct it.',
    'duplicate-id': 'Two terminals in the list have the same ID. Ask the administrator to correct one of them.',
    'bad-name': 'The terminal’s name is missing in the terminal list or cannot be shown. Ask the administrator to give it a name.',
    'settings-lost':
      'The list of terminals was in settings that cannot be read. This says nothing about the terminal: once the settings have been imported again, it can be used again.',
    missing:
      'The terminal is no longer in the list: it has been removed, or its ID was changed. Choose the terminal again; the program does not change it for you.',
  },
} satisfies Texts<'terminal'>;

export const picker = {
  title: 'Choose a terminal',
  name: 'Choose a terminal',
  remembered: 'The choice is remembered on this computer.',
  thenPays: 'The choice is remembered on this computer, and the payment of {{sum}} starts at once.',
  onceOnly: '{{sum}} is charged at once at the chosen terminal. This computer keeps its own terminal.',
  others: 'Other terminals',
  list: 'Terminals',
  search: 'Search terminals',
  notFound: 'No terminal matches the search.',
  showAll: 'Show the rest ({{count}})',
  use: 'Use this',
  charge: 'Charge {{sum}}',
  mayStillWork: 'You can try anyway: the light only tells what was last known.',
  nothingSelected: 'Choose a terminal from the list.',
  ready: '{{name}} is ready to take payments.',
  notKnownYet: 'The status of {{name}} is not known yet. It can be used anyway.',
  cannotUse: 'This cannot be used.',
  strapi: {
    unreachable: 'Strapi is not responding, so the list could not be updated.',
    'not-authorised': 'Strapi did not accept the program’s token: call support.',
    unreadable: 'Strapi’s list could not be read, or it is too large: call support.',
    'right-missing':
      'The Strapi token does not have permission to read points of sale, so it is not known where the terminals are: call support.',
    'secrets-missing': 'The Strapi token is missing from this user account: import the setup file in the settings.',
    asOf: 'The details are from {{time}}.',
    never: 'The list has not been received even once.',
  },
  empty: 'There are no terminals in the list. The payment can be recorded by hand; call support.',
} satisfies Texts<'picker'>;
