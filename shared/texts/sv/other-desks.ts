import type { Texts } from '../catalogue.ts';

export const otherDesks = {
  check: {
    name: 'Andra kassors betalningar',
    well: 'De andra kassorna ser den här kassans betalningar.',
    waiting_one: 'En betalning syns ännu inte för de andra kassorna.',
    waiting_other: '{{count}} betalningar syns ännu inte för de andra kassorna.',
    calm: 'De skickas automatiskt när Strapi tar emot dem. Det påverkar inte betalningarna.',
    status: 'Strapis senaste svar kl. {{time}}: {{status}}.',
    noAnswer: 'Strapi svarade inte kl. {{time}} ({{code}}).',
    unseen: 'De andra kassornas betalningar kunde inte kontrolleras kl. {{time}}: {{why}}',
  },
  unseen: 'De andra kassornas betalningar kunde inte kontrolleras.',
  begun: {
    title: 'En annan kassa på samma terminal',
    named: '{{desk}} påbörjade en betalning på den här terminalen kl. {{time}}.',
    unnamed: 'En annan kassa påbörjade en betalning på den här terminalen kl. {{time}}.',
    mind: 'Transaktionen som syns på terminalen kan vara den andra kassans. Den säger inget om den här betalningens status.',
  },
  why: {
    refused: 'Tokenen (outboxToken) har inte rätt att skriva betalningar (pos-payment: create, update).',
    lookRefused: 'Lästokenen har inte rätt att läsa betalningar (pos-payment: find).',
    typeMissing: 'Innehållstypen pos-payment finns inte i Strapi.',
    invalid: 'Strapi godkänner inte posten: innehållstypen pos-payment kan vara fel.',
    page: 'Något annat svarar på Strapis adress.',
  },
  test: {
    reading: 'Andra kassors betalningar',
    writing: 'Betalningar till andra kassor',
    ok: 'Rättigheterna är i ordning.',
    results: {
      unreachable: 'Inget svar. Kontrollera adressen och datorns nätanslutning.',
      'not-authorised': 'Tokenen saknar rättighet: find för läsning, create och update för skrivning (pos-payment).',
      unreadable: 'Svaret kunde inte läsas. Kontrollera att adressen är rätt.',
      'type-missing': 'Innehållstypen pos-payment finns inte i Strapi.',
      'secrets-missing': 'Token saknas.',
      'not-configured': 'Används inte.',
    },
  },
  hasOutboxToken: 'Strapis skrivtoken är sparad: de andra kassorna ser den här kassans betalningar.',
  noOutboxToken: 'Strapis skrivtoken saknas: de andra kassorna ser inte den här kassans betalningar.',
} satisfies Texts<'otherDesks'>;
