import type { Texts } from '../catalogue.ts';

export const missing = {
  title: 'The latest payments may be missing',
  between: 'Part of what was saved has been lost. Payments made between {{from}} and {{to}} may be missing.',
  before: 'Part of what was saved has been lost. Payments made before {{to}} may be missing.',
  meanwhile: 'A missing payment may have been charged. Until somebody marks this as read, the program asks before every charge.',
  open: 'Mark as read',
  what: 'Compare the terminal’s receipts with the payments on this computer and record the missing ones by hand. If you are not sure, call support. Your name and the time are kept.',
  confirm: 'I have read this',
} satisfies Texts<'missing'>;
