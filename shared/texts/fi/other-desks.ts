import type { OtherDesksTest } from '../../connections.ts';

/** The property's other desks, by way of Strapi. */
export const otherDesks = {
  check: {
    name: 'Muiden kassojen maksut',
    well: 'Muut kassat näkevät tämän kassan maksut.',
    waiting_one: 'Yksi maksu ei näy vielä muille kassoille.',
    waiting_other: '{{count}} maksua ei näy vielä muille kassoille.',
    calm: 'Ne lähetetään itsestään, kun Strapi ottaa ne vastaan. Maksamiseen tämä ei vaikuta.',
    status: 'Strapin viimeisin vastaus klo {{time}}: {{status}}.',
    noAnswer: 'Strapi ei vastannut klo {{time}} ({{code}}).',
    unseen: 'Muiden kassojen maksuja ei voitu tarkistaa klo {{time}}: {{why}}',
  },
  unseen: 'Muiden kassojen maksuja ei voitu tarkistaa.',
  begun: {
    title: 'Toinen kassa samalla päätelaitteella',
    named: '{{desk}} aloitti tällä päätelaitteella maksun klo {{time}}.',
    unnamed: 'Toinen kassa aloitti tällä päätelaitteella maksun klo {{time}}.',
    mind: 'Päätelaitteella näkyvä tapahtuma voi olla sen. Tämän maksun tilaa se ei kerro.',
  },
  /** Why Strapi does not take the payments. */
  why: {
    refused: 'Tunnuksella (outboxToken) ei ole oikeutta kirjoittaa maksuja (pos-payment: create, update).',
    lookRefused: 'Lukutunnuksella ei ole oikeutta lukea maksuja (pos-payment: find).',
    typeMissing: 'Strapissa ei ole sisältötyyppiä pos-payment.',
    invalid: 'Strapi ei hyväksy tietuetta: sisältötyyppi pos-payment voi olla väärä.',
    page: 'Strapin osoitteessa vastaa jokin muu.',
  },
  test: {
    reading: 'Muiden kassojen maksut',
    writing: 'Maksut muille kassoille',
    ok: 'Oikeudet ovat kunnossa.',
    results: {
      unreachable: 'Ei vastausta. Tarkista osoite ja koneen verkkoyhteys.',
      'not-authorised': 'Tunnuksella ei ole oikeutta: lukemiseen find, kirjoittamiseen create ja update (pos-payment).',
      unreadable: 'Vastausta ei voitu lukea. Tarkista, että osoite on oikea.',
      'type-missing': 'Strapissa ei ole sisältötyyppiä pos-payment.',
      'secrets-missing': 'Tunnus puuttuu.',
      'not-configured': 'Ei käytössä.',
    } as const satisfies Record<Exclude<OtherDesksTest['writing'], 'ok'>, string>,
  },
  hasOutboxToken: 'Strapin kirjoitustunnus on tallessa: muut kassat näkevät tämän kassan maksut.',
  noOutboxToken: 'Strapin kirjoitustunnusta ei ole: muut kassat eivät näe tämän kassan maksuja.',
} as const;
