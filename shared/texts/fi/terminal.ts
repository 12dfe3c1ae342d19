import type { TerminalStatus } from '../../terminal.ts';

type Red = Extract<TerminalStatus, { light: 'red' }>;
export type RedReason = Red['reason'];
type LastKnown = NonNullable<Red['lastKnown']>;

export const terminal = {
  label: 'Päätelaite',
  none: 'Valitse päätelaite',
  noneText: 'Tällä koneella ei ole vielä päätelaitetta.',
  change: 'Vaihda',
  changeName: 'Vaihda päätelaite, nyt {{name}}',
  changeNoneName: 'Vaihda päätelaite:',
  ready: 'Valmis',
  /** This PC's terminal was renamed since it was chosen. */
  renamed:
    'Tämän koneen päätelaite valittiin nimellä {{from}}; sen nimi on nyt {{to}}. Nimet on voitu vaihtaa keskenään: tarkista laitteesta, että se on oikea, tai valitse päätelaite uudelleen.',
  unknown: 'Tila ei vielä tiedossa',
  today: 'klo {{time}}',
  asOf: 'tarkistettu {{time}}',
  /** While Nets cannot be asked. */
  lastKnown: 'viimeksi {{state}}, {{time}}',
  lastStates: {
    ready: 'valmis',
    'unknown-id': 'tuntematon tunniste',
    'not-connected': 'ei yhteyttä',
  } as const satisfies Record<LastKnown, string>,
  status: {
    inactive: 'Virhe: epäaktiivinen',
    'unknown-id': 'Virhe: tuntematon tunniste',
    'not-connected': 'Virhe: ei yhteyttä',
    'nets-unreachable': 'Virhe: Nets ei vastaa',
    'not-authorised': 'Virhe: Nets-kirjautuminen ei onnistu',
    'secrets-missing': 'Virhe: Nets-tunnukset puuttuvat',
    missing: 'Virhe: ei enää luettelossa',
    'settings-lost': 'Tila ei tiedossa: asetuksia ei voi lukea',
    'bad-id': 'Virhe: tunniste puuttuu tai on väärä',
    'duplicate-id': 'Virhe: sama tunniste kahdesti',
    'bad-name': 'Virhe: nimi puuttuu',
  } as const satisfies Record<RedReason, string>,
  advice: {
    inactive:
      'Päätelaite on asetettu epäaktiiviseksi päätelaiteluettelossa (Strapi). Valitse toinen päätelaite, tai pyydä pääkäyttäjää aktivoimaan se.',
    'unknown-id': 'Nets ei tunne tätä tunnistetta. Tarkista, että päätelaiteluettelon tunniste on sama kuin Netsissä.',
    'not-connected': 'Edellinen yritys ei saanut yhteyttä. Tarkista, että päätelaitteessa on virta ja verkkoyhteys.',
    'nets-unreachable':
      'Netsiin ei saada yhteyttä, joten päätelaitteen tilaa ei tiedetä. Tarkista koneen verkkoyhteys; maksun voi sillä välin kirjata käsin.',
    'not-authorised': 'Netsin tunnukset eivät kelpaa. Soita tukeen.',
    'secrets-missing':
      'Nets-tunnukset puuttuvat tältä käyttäjätililtä, joten tilaa ei voi kysyä. Tuo käyttöönottotiedosto tai soita tukeen.',
    'bad-id': 'Päätelaiteluettelossa tämän tunniste puuttuu tai ei ole Netsin tunniste (numeroita). Pyydä pääkäyttäjää korjaamaan se.',
    'duplicate-id': 'Päätelaiteluettelossa on kaksi päätelaitetta samalla tunnisteella. Pyydä pääkäyttäjää korjaamaan toinen.',
    'bad-name': 'Päätelaiteluettelossa tämän nimi puuttuu tai sitä ei voi näyttää. Pyydä pääkäyttäjää antamaan sille nimi.',
    'settings-lost':
      'Päätelaiteluettelo oli asetuksissa, joita ei voi lukea. Tämä ei kerro mitään päätelaitteesta: kun asetukset on tuotu uudelleen, sitä voi taas käyttää.',
    missing:
      'Päätelaitetta ei ole enää luettelossa: se on poistettu, tai sen tunniste on muutettu. Valitse päätelaite uudelleen; ohjelma ei vaihda sitä puolestasi.',
  } as const satisfies Record<RedReason, string>,
} as const;

export const picker = {
  title: 'Valitse päätelaite',
  /** What a screen reader calls the dialog: the word of the product's description. */
  name: 'Valitse maksupääte',
  remembered: 'Valinta muistetaan tällä koneella.',
  thenPays: 'Valinta muistetaan tällä koneella, ja maksu {{sum}} alkaa heti.',
  onceOnly: 'Maksu {{sum}} veloitetaan heti valitulla päätelaitteella. Tämän koneen päätelaite ei vaihdu.',
  others: 'Muut päätelaitteet',
  list: 'Päätelaitteet',
  search: 'Etsi päätelaite',
  notFound: 'Mikään päätelaite ei vastaa hakua.',
  showAll: 'Näytä loput ({{count}})',
  use: 'Käytä tätä',
  charge: 'Veloita {{sum}}',
  mayStillWork: 'Voit silti yrittää: valo kertoo vain, mitä viimeksi tiedettiin.',
  nothingSelected: 'Valitse päätelaite luettelosta.',
  ready: '{{name}} on valmis ottamaan maksuja.',
  notKnownYet: 'Päätelaitteen {{name}} tilaa ei tiedetä vielä. Sitä voi silti käyttää.',
  cannotUse: 'Tätä ei voi käyttää.',
  strapi: {
    unreachable: 'Strapi ei vastaa, joten luetteloa ei voitu päivittää.',
    'not-authorised': 'Strapi ei hyväksynyt ohjelman tunnusta: soita tukeen.',
    unreadable: 'Strapin luetteloa ei voitu lukea, tai se on liian suuri: soita tukeen.',
    'right-missing': 'Strapin tunnuksella ei ole oikeutta lukea kassoja, joten päätelaitteiden paikkoja ei tiedetä: soita tukeen.',
    'secrets-missing': 'Strapin tunnus puuttuu tältä käyttäjätililtä: tuo käyttöönottotiedosto asetuksissa.',
    asOf: 'Tiedot ovat ajalta {{time}}.',
    never: 'Luetteloa ei ole vielä saatu kertaakaan.',
  },
  empty: 'Luettelossa ei ole yhtään päätelaitetta. Maksun voi kirjata käsin; soita tukeen.',
} as const;
