import type { Texts } from '../catalogue.ts';

export const covered = {
  title: 'The screen is hidden',
  text: 'Everything is kept, including what was typed.',
  asked: 'A payment request has come from Willba. It is waiting.',
  goOn: 'Continue',
  goOnAs: 'Continue: {{name}}',
  others: 'Someone else continues',
} satisfies Texts<'covered'>;
