import type { Texts } from '../catalogue.ts';

export const network = {
  'proxy-login':
    'The hotel network’s proxy asks for a login, which this program cannot give. Ask the hotel’s IT support to allow the address without a login.',
  'proxy-refused': 'The hotel network’s proxy did not let the connection through. Ask the hotel’s IT support to allow the address.',
  'certificate-unsigned':
    'The server’s certificate has no trusted issuer, so nothing was sent. Ask the hotel’s IT support to check who answers at this address and to add the network’s own certificate to the computer.',
  'certificate-other-host':
    'The server’s certificate was issued for another address, so nothing was sent. Call Willba support: the address may be wrong.',
  'certificate-expired':
    'The server’s certificate is not valid now, so nothing was sent. Check the computer’s clock and date, then call Willba support.',
  'name-not-found':
    'The server’s name is not found on the network. Check the computer’s network connection. If other sites work, the address is wrong: call Willba support.',
};

export const checks = {
  open: 'Run checks',
  title: 'Checks',
  text: 'These checks do not disturb the terminal and do not charge anyone.',
  ofTerminal: 'Terminal: {{name}}.',
  noTerminal: 'No terminal is chosen.',
  again: 'Check again',
  running: 'Checking…',
  result: { ok: 'OK', failed: 'Fault', unknown: 'Could not be checked', unused: 'Not in use' },
  names: {
    free: 'Terminal is free',
    active: 'Terminal is active',
    id: 'Same terminal ID at Nets',
    connected: 'Terminal is connected to Nets Cloud',
    login: 'Login to Nets',
    strapi: 'Connection to Strapi',
    clock: 'Computer’s clock',
    disk: 'Disk space',
    database: 'Storage of payments',
    backup: 'Backup',
  },
  well: {
    free: 'No payment from this computer is in progress on it. Payments of other desks cannot be seen from here: look at the terminal’s screen.',
    active: 'Listed and active.',
    id: 'Nets knows the terminal ID with this login.',
    connected: 'The latest payment reached the terminal.',
    login: 'Nets accepted the login.',
    strapi: 'Strapi answered.',
    clock: 'The difference from Nets’ clock is under two minutes.',
    disk: 'There is enough space.',
    database: 'The database is sound and takes new entries.',
    backup: 'The latest backup is less than two days old and has been checked.',
  },
  why: {
    'payment-running':
      'A payment from this computer is in progress on it, or its status is still unclear. Wait until it is over. A payment that is waiting can also be cancelled.',
    inactive:
      'The terminal has been set to inactive. Ask the hotel’s administrator to activate it in the terminal list. Use another terminal meanwhile.',
    missing: 'The terminal is no longer in the list: it has been removed, or its terminal ID was changed. Choose the terminal again.',
    'settings-lost': 'The list was in settings that cannot be read, so this is not known. Import the setup file or call Willba support.',
    'no-terminal': 'Choose a terminal first.',
    'bad-record': 'There is an error in the terminal’s details. Ask the hotel’s administrator to correct them in the terminal list.',
    'not-listed':
      'Nets does not know the terminal ID. Ask the hotel’s administrator to compare the ID in the terminal list with the terminal’s own.',
    'last-attempt-failed':
      'The latest payment did not reach the terminal. Check the terminal’s power and network cable, restart it and try the payment again.',
    'never-tried': 'Nothing has been paid on this terminal from this computer yet. The first payment will show whether it can be reached.',
    'not-authorised': 'The login was not accepted. Call Willba support: they will renew it.',
    unreachable:
      'There was no answer. Check the computer’s network connection. If other sites work, call Willba support: the address may be wrong, or the hotel’s network blocks the connection.',
    ...network,
    'right-missing':
      'Strapi answered, but the token does not have permission to read points of sale (pointOfSale, find). Ask the hotel’s administrator to give the token this permission in Strapi.',
    unreadable: 'The answer could not be read, or it is too large. Call Willba support: the address may be wrong.',
    'not-configured': 'Not used on this computer.',
    'secrets-missing': 'The login is missing from this user account. Import the setup file or call Willba support.',
    'clock-off': 'The computer’s clock is wrong by {{minutes}} min. Ask the hotel’s IT support to set the clock to update automatically.',
    'disk-full': 'The disk is almost full, so new payments are not started. Ask the hotel’s IT support to free up space.',
    'journal-problem': 'Payments cannot be saved reliably. Do not take card payments on this computer; call Willba support.',
    'payments-missing':
      'Some of the saved payments may have been lost. Read the notice on the till screen and compare the payments with the terminal’s receipts. Support can help.',
    'no-backup-yet': 'No backup has been made yet. The program makes one automatically once it has been open for a while.',
    'backup-old':
      'The latest backup is more than two days old. Payments are saved on this computer. Keep the program open, or make a backup in the support settings.',
    'backup-folder-gone':
      'The backup folder cannot be found: the network drive may be disconnected. Payments are saved on this computer, and the program will try again automatically. Ask the hotel’s IT support to check the folder.',
    'backup-failed':
      'The backup could not be made. Payments are saved on this computer, and the program will try again automatically. The reason is in the support settings.',
    'not-asked': 'This could not be found out: see the other checks.',
  },
} satisfies Texts<'checks'>;
