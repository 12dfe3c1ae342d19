import type { Texts } from '../catalogue.ts';
import { closing } from './closing.ts';

export const boxes = {
  closing: {
    sale: { what: closing.asking.title.sale, may: 'Kortet kan fortfarande debiteras.', leave: closing.leave.sale },
    refund: { what: closing.asking.title.refund, may: 'Pengarna kan fortfarande återbetalas till kortet.', leave: closing.leave.refund },
    void: { what: closing.asking.title.void, may: 'Betalningen kan fortfarande makuleras.', leave: closing.leave.void },
    unwritten: {
      what: 'Det senaste resultatet har inte sparats',
      may: 'Det går inte att skriva till disken, och nästa start känner inte till resultatet.',
      leave: closing.leaveUnwritten,
    },
    reconciling: { what: closing.reconciling.title, may: closing.reconciling.text, leave: closing.leaveUnwritten },
    stay: closing.stay,
    keepOpen: closing.keepOpen,
  },
  pageGone: {
    title: 'Fönstret stängs gång på gång',
    text: 'Betalningarna är sparade, och de som pågår utreds fortfarande. Försök igen. Om det här upprepas, starta om datorn eller ring supporten.',
    again: 'Försök igen',
    close: 'Stäng programmet',
  },
  pageHangs: {
    title: 'Fönstret svarar inte',
    text: 'Betalningarna är sparade, och en pågående betalning fortsätter i bakgrunden. Vänta en stund eller öppna fönstret på nytt.',
    again: 'Öppna på nytt',
    wait: 'Vänta',
  },
  outcome: {
    paid: 'Betalningen är genomförd',
    refunded: 'Återbetalningen är genomförd',
    voided: 'Betalningen är makulerad',
    'not-charged': 'Kortet debiterades inte',
    'not-given-back': 'Inga pengar återbetalades',
    unclear: 'Betalningens status är oklar',
    decide: 'En betalning väntar på beslut',
    training: 'ÖVNING',
  },
  refused: {
    'read-only': {
      title: 'Programmet kan inte startas',
      text: 'Det går inte att skriva i programmets mapp, så betalningar skulle inte kunna sparas. Ring IT-supporten.',
    },
    'no-lock': {
      title: 'Programmet kan inte startas',
      text: 'Programmets lås kan inte tas, fast inget program som är igång håller det. Ring IT-supporten.',
    },
    running: {
      title: 'Programmet är redan öppet',
      text: 'Övningen öppnades inte. Stäng programmet först om du vill öppna det i övningsläge.',
    },
    'link-too-long': {
      title: 'Länken kunde inte användas',
      text: 'Länken är för lång för att vara en betalningsbegäran. Inget debiterades. Öppna betalningen på nytt i Willba.',
    },
    'payment-open': {
      title: 'Övningen öppnades inte',
      text: 'En riktig betalning kan fortfarande pågå. Starta programmet som vanligt, så kontrolleras betalningens status.',
    },
  },
  ok: 'OK',
} satisfies Texts<'boxes'>;
