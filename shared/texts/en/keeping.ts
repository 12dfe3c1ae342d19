import type { Texts } from '../catalogue.ts';

export const keeping = {
  legend: 'Retention and backups',
  months: 'How long card details are kept',
  monthsUnit: 'months',
  monthsHint: 'Card details and receipt texts older than this are removed automatically. Payments and amounts are kept.',
  monthsProblem: 'Enter the months as a whole number, {{least}}–{{most}}.',
  monthsShorter: 'What is removed cannot be brought back.',
  saveMonths: 'Save retention time',
  monthsSaved: 'The retention time was saved.',
  folder: 'Backup folder',
  ownFolder: 'The program’s own folder on this computer',
  folderHint: 'A copy is made once a day and checked. The latest seven are kept. Another disk helps if this computer breaks down.',
  choose: 'Choose folder',
  useOwn: 'Use own folder',
  now: 'Back up now',
  running: 'Making the backup…',
  last: 'Latest backup: {{time}}.',
  none: 'There is no backup in this folder yet.',
  onThisPc: 'This computer has a copy from {{time}}.',
  trouble:
    'The copy could not be saved in the folder ({{time}}). {{why}} Payments are saved, and the program will try again automatically.',
  why: {
    'folder-gone': 'The folder is not found: check that the network drive is connected.',
    'folder-unwritable': 'The folder cannot be written to: check the permissions.',
    'disk-full': 'There is not enough space on the disk.',
    'not-whole': 'The copy was not sound, so it was not kept: check the disk.',
    failed: 'The reason is in the log: call Willba support if this happens again.',
  },
} satisfies Texts<'keeping'>;
