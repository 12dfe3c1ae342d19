import type { Texts } from '../catalogue.ts';

export const covered = {
  title: 'The desk is covered',
  text: 'Everything is kept, also what was typed.',
  asked: 'A payment request has come from Willba. It waits.',
  goOn: 'Continue',
  goOnAs: 'Continue: {{name}}',
  others: 'Somebody else continues',
} satisfies Texts<'covered'>;
