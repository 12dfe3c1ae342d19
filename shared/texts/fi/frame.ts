import type { NewNameProblem } from '../../new-name.ts';
import type { Environment } from '../../payment.ts';
import type { NetsReach } from '../../terminal.ts';

export const common = {
  notCharged: 'Korttia ei veloitettu.',
  supportRef: 'Tukitunnus {{ref}}',
  support: '{{name}}, puh. {{phone}}',
  close: 'Sulje',
  cancel: 'Peruuta',
  back: 'Takaisin',
  crashed: 'Näkymä ei auennut',
  crashedText: 'Maksut ovat tallessa, ja kesken oleva maksu jatkuu taustalla. Avaa näkymä uudelleen.',
  reload: 'Avaa uudelleen',
} as const;

export const environment = {
  production: '',
  test: 'TESTIYMPÄRISTÖ – RAHA EI SIIRRY',
  training: 'HARJOITTELUTILA – RAHA EI SIIRRY',
} as const satisfies Record<Environment, string>;

export const header = {
  nav: 'Päävalikko',
  till: 'Kassa',
  payments: 'Maksut',
  'day-close': 'Päivän päätös',
  today: 'Tänään ({{count}})',
  todayUnclear_one: '{{count}} epäselvä maksu',
  todayUnclear_other: '{{count}} epäselvää maksua',
  operator: 'Käyttäjä: {{name}}',
  operatorMissing: 'Käyttäjä: valitse',
  netsShort: 'Nets',
  nets: {
    unknown: 'Nets-yhteyttä tarkistetaan',
    connected: 'Nets yhdistetty',
    unreachable: 'Nets ei vastaa',
    'not-authorised': 'Nets-kirjautuminen ei onnistu',
    'secrets-missing': 'Nets-tunnukset puuttuvat',
    'not-configured': 'Nets ei käytössä',
  } as const satisfies Record<NetsReach, string>,
} as const;

export const firstStart = {
  title: 'Willba POS',
  lead: 'Korttimaksut vastaanoton tiskillä: summa ja viite, maksu päätelaitteella, tulos heti Willbaan.',
  supportTitle: 'Käyttöönotto',
  support:
    'Tätä konetta ei ole vielä otettu käyttöön. Willba-tuki toimittaa käyttöönottotiedoston. Tuo se tähän, niin kassa on heti käytettävissä.',
  trainingTitle: 'Kokeile ensin',
  training: 'Harjoittelutilassa maksut tehdään harjoituspäätelaitteilla. Raha ei siirry, eikä mikään näy Willbassa.',
  start: 'Harjoittelutila',
} as const;

export const operator = {
  title: 'Kuka on kassalla?',
  text: 'Nimi kirjataan jokaiseen maksuun. Salasanaa ei tarvita.',
  chosen: 'Nyt kassalla',
  add: {
    open: 'Lisää nimi',
    name: 'Uusi nimi',
    hint: 'Nimi jää tälle koneelle. Se näkyy maksuissa.',
    do: 'Lisää ja jatka',
    problems: {
      empty: 'Kirjoita nimi.',
      'too-long': 'Nimi on liian pitkä. Enintään 40 merkkiä.',
      'control-characters': 'Nimessä on näkymättömiä merkkejä. Kirjoita se uudelleen.',
      'card-number': 'Nimessä on kortin numero. Poista se: kortin numeroa ei saa tallentaa.',
      'same-name': 'Tämä nimi on jo listassa. Valitse se, tai lisää nimeen jotain, josta teidät erottaa.',
      'too-many': 'Nimiä on jo 200. Pyydä tukea poistamaan vanhoja.',
    } as const satisfies Record<NewNameProblem, string>,
  },
} as const;
