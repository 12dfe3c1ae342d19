import type { Texts } from '../catalogue.ts';

export const covered = {
  title: 'Skärmen är dold',
  text: 'Allt finns kvar, även det som var skrivet.',
  asked: 'En betalningsbegäran har kommit från Willba. Den väntar.',
  goOn: 'Fortsätt',
  goOnAs: 'Fortsätt: {{name}}',
  others: 'Någon annan fortsätter',
} satisfies Texts<'covered'>;
