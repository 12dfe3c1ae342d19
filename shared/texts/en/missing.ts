import type { Texts } from '../catalogue.ts';

export const missing = {
  title: 'The latest payments may be missing',
  between: 'Part of what was saved has been lost. Payments may be missing from {{from}} – {{to}}.',
  before: 'Part of what was saved has been lost. Payments may be missing from before {{to}}.',
  meanwhile:
    'A missing payment may have been charged. Until somebody confirms having read this, every payment is asked about before it is charged.',
  open: 'Mark as read',
  what: 'Compare the terminal’s receipts with the payments on this computer and record the missing ones by hand. If you are not sure, call support. Your name and the time are kept.',
  confirm: 'I have read this',
} satisfies Texts<'missing'>;
