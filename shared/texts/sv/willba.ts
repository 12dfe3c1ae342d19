import type { Texts } from '../catalogue.ts';

export const willba = {
  notYet: 'ännu inte i Willba',
  badge: 'Ännu inte i Willba ({{count}})',
  check: {
    name: 'Betalningar i Willba',
    well: 'Willba känner till alla den här kassans betalningar.',
    waiting_one: 'En betalning väntar på att komma till Willba.',
    waiting_other: '{{count}} betalningar väntar på att komma till Willba.',
    calm: 'Betalningarna är sparade, och de skickas automatiskt när Willba tar emot dem. Det påverkar inte betalningarna på terminalen.',
    gone: 'Willba tar inte längre emot på den här adressen. Inget försvinner: händelserna finns kvar på den här datorn. Ring Willbas support.',
    noSecret: 'Signeringsnyckeln saknas för det här användarkontot. Läs in konfigurationsfilen eller ring Willbas support.',
    status: 'Willbas senaste svar kl. {{time}}: {{status}}.',
    noAnswer: 'Willba svarade inte kl. {{time}} ({{code}}).',
    send: 'Skicka nu',
  },
} satisfies Texts<'willba'>;
