import type { Texts } from '../catalogue.ts';

export const common = {
  notCharged: 'Kortet debiterades inte.',
  supportRef: 'Supportkod {{ref}}',
  support: '{{name}}, tel. {{phone}}',
  close: 'Stäng',
  cancel: 'Avbryt',
  back: 'Tillbaka',
  crashed: 'Vyn kunde inte öppnas',
  crashedText: 'Betalningarna är sparade, och en pågående betalning fortsätter i bakgrunden. Öppna vyn på nytt.',
  reload: 'Öppna på nytt',
} satisfies Texts<'common'>;

export const environment = {
  production: '',
  test: 'TESTMILJÖ – INGA PENGAR FLYTTAS',
  training: 'ÖVNINGSLÄGE – INGA PENGAR FLYTTAS',
} satisfies Texts<'environment'>;

export const header = {
  nav: 'Huvudmeny',
  till: 'Kassa',
  payments: 'Betalningar',
  'day-close': 'Dagsavslut',
  today: 'I dag ({{count}})',
  todayUnclear_one: '{{count}} oklar betalning',
  todayUnclear_other: '{{count}} oklara betalningar',
  operator: 'Användare: {{name}}',
  operatorMissing: 'Användare: välj',
  netsShort: 'Nets',
  nets: {
    unknown: 'Anslutningen till Nets kontrolleras',
    connected: 'Ansluten till Nets',
    unreachable: 'Nets svarar inte',
    'not-authorised': 'Kan inte logga in hos Nets',
    'secrets-missing': 'Inloggningsuppgifter för Nets saknas',
    'not-configured': 'Nets används inte',
  },
} satisfies Texts<'header'>;

export const firstStart = {
  title: 'Willba POS',
  lead: 'Kortbetalningar i receptionen: belopp och referens, betalning på terminalen, resultatet direkt i Willba.',
  supportTitle: 'Ta i bruk',
  support:
    'Den här datorn har ännu inte tagits i bruk. Willbas support skickar en konfigurationsfil. Läs in den här, så kan kassan användas genast.',
  trainingTitle: 'Prova först',
  training: 'I övningsläget görs betalningarna på övningsterminaler. Inga pengar flyttas, och inget syns i Willba.',
  start: 'Övningsläge',
} satisfies Texts<'firstStart'>;

export const operator = {
  title: 'Vem är i kassan?',
  text: 'Namnet antecknas på varje betalning. Inget lösenord behövs.',
  chosen: 'Nu i kassan',
  add: {
    open: 'Lägg till ett namn',
    name: 'Nytt namn',
    hint: 'Namnet sparas på den här datorn. Det syns på betalningarna.',
    do: 'Lägg till och fortsätt',
    problems: {
      empty: 'Ange namnet.',
      'too-long': 'Namnet är för långt. Högst 40 tecken.',
      'control-characters': 'Namnet innehåller osynliga tecken. Skriv det på nytt.',
      'card-number': 'Namnet innehåller ett kortnummer. Ta bort det: kortnummer får inte sparas.',
      'same-name': 'Namnet finns redan i listan. Välj det, eller lägg till något som skiljer er åt.',
      'too-many': 'Det finns redan 200 namn. Be supporten ta bort gamla.',
    },
  },
} satisfies Texts<'operator'>;
