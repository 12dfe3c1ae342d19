import type { PaymentStateName } from '../../../shared/payment.ts';

export const today = {
  title: 'Tänään',
  payments_one: '{{count}} maksu',
  payments_other: '{{count}} maksua',
  unclear_one: '{{count}} maksun tila on epäselvä',
  unclear_other: '{{count}} maksun tila on epäselvä',
  empty: 'Ei vielä maksuja',
  emptyText: 'Päivän maksut tulevat tähän.',
  noReference: 'Ilman viitettä',
  manual: 'Kirjattu käsin',
  settledYetCharged: 'Veloitettu, vaikka selvitettiin toisin',
  cardEnding: '····{{last4}}',
  partly: 'pyydetty {{sum}}',
  states: {
    created: 'Aloitetaan',
    sent: 'Odottaa maksua',
    cancelling: 'Peruutusta pyydetty',
    checking: 'Tilaa tarkistetaan',
    approved: 'Maksettu',
    declined: 'Hylätty',
    cancelled: 'Peruutettu',
    'timed-out': 'Aikakatkaistu',
    refused: 'Ei alkanut',
    unresolved: 'Tila epäselvä, selvitettävä',
    'settled-by-person': 'Selvitetty käsin',
  } as const satisfies Record<PaymentStateName, string>,
} as const;
