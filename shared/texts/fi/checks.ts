import type { CheckName } from '../../check-names.ts';
import type { CheckResult } from '../../checks.ts';
import type { NetworkCause } from '../../network-cause.ts';

/** Why there was no answer. Also for the connection test. */
export const network = {
  'proxy-login':
    'Hotellin verkon välityspalvelin vaatii kirjautumisen, jota tämä ohjelma ei tee. Hotellin IT-tuki sallii osoitteen ilman kirjautumista.',
  'proxy-refused': 'Hotellin verkon välityspalvelin ei päästänyt yhteyttä läpi. Hotellin IT-tuki sallii osoitteen.',
  'certificate-unsigned':
    'Palvelimen varmenteelle ei ole luotettua allekirjoittajaa, joten mitään ei lähetetty. Hotellin IT-tuki tarkistaa, kuka vastaa tässä osoitteessa, ja lisää verkon oman varmenteen koneelle.',
  'certificate-other-host':
    'Palvelimen varmenne on annettu toiselle osoitteelle, joten mitään ei lähetetty. Soita Willba-tukeen: osoite voi olla väärä.',
  'certificate-expired':
    'Palvelimen varmenne ei ole voimassa nyt, joten mitään ei lähetetty. Tarkista koneen kello ja päivämäärä, ja soita sitten Willba-tukeen.',
  'name-not-found':
    'Palvelimen nimeä ei löydy verkosta. Tarkista koneen verkkoyhteys; jos muut sivut toimivat, osoitteessa on virhe: soita Willba-tukeen.',
} as const satisfies Record<NetworkCause, string>;

type Reason = NonNullable<CheckResult['reason']>;

export const checks = {
  open: 'Tee tarkistukset',
  title: 'Tarkistukset',
  text: 'Nämä tarkistukset eivät häiritse päätelaitetta, eivätkä ne veloita ketään.',
  ofTerminal: 'Päätelaite: {{name}}.',
  noTerminal: 'Päätelaitetta ei ole valittu.',
  again: 'Tarkista uudelleen',
  running: 'Tarkistetaan…',
  result: { ok: 'Kunnossa', failed: 'Vika', unknown: 'Ei voitu tarkistaa', unused: 'Ei käytössä' },
  names: {
    free: 'Päätelaite on vapaa',
    active: 'Päätelaite on aktiivinen',
    id: 'Tunniste on sama Netsissä',
    connected: 'Päätelaite on yhteydessä Nets Cloudiin',
    login: 'Kirjautuminen Netsiin',
    strapi: 'Yhteys Strapiin',
    clock: 'Koneen kello',
    disk: 'Levytila',
    database: 'Maksujen tallennus',
    backup: 'Varmuuskopio',
  } as const satisfies Record<CheckName, string>,
  well: {
    free: 'Tällä koneella ei ole siinä maksua kesken. Muiden kassojen maksuja ei nähdä täältä: katso päätelaitteen näyttöä.',
    active: 'Luettelossa ja aktiivinen.',
    id: 'Nets tuntee tunnisteen näillä tunnuksilla.',
    connected: 'Viimeisin maksu sai yhteyden päätelaitteeseen.',
    login: 'Nets hyväksyi tunnukset.',
    strapi: 'Strapi vastasi.',
    clock: 'Ero Netsin kelloon on alle kaksi minuuttia.',
    disk: 'Tilaa on riittävästi.',
    database: 'Tietokanta on ehjä ja ottaa kirjauksia vastaan.',
    backup: 'Viimeisin varmuuskopio on alle kaksi vuorokautta vanha, ja se on tarkistettu.',
  } as const satisfies Record<CheckName, string>,
  /** What is wrong, what to do, and who can do it. */
  why: {
    'payment-running':
      'Tällä koneella on siinä maksu kesken, tai sen tila on vielä epäselvä. Odota, että se selviää; odottavan maksun voi myös peruuttaa.',
    inactive:
      'Päätelaite on asetettu epäaktiiviseksi. Hotellin pääkäyttäjä aktivoi sen päätelaiteluettelossa; käytä sillä välin toista päätelaitetta.',
    missing: 'Päätelaitetta ei ole enää luettelossa: se on poistettu, tai sen tunniste on muutettu. Valitse päätelaite uudelleen.',
    'settings-lost':
      'Luettelo oli asetuksissa, joita ei voi lukea, joten tätä ei tiedetä. Tuo käyttöönottotiedosto tai soita Willba-tukeen.',
    'no-terminal': 'Valitse ensin päätelaite.',
    'bad-record': 'Päätelaitteen tiedoissa on virhe. Hotellin pääkäyttäjä korjaa ne päätelaiteluettelossa.',
    'not-listed':
      'Nets ei tunne tunnistetta. Hotellin pääkäyttäjä vertaa päätelaiteluettelon tunnistetta päätelaitteen omaan tunnisteeseen.',
    'last-attempt-failed':
      'Viimeisin maksu ei saanut yhteyttä päätelaitteeseen. Tarkista päätelaitteen virta ja verkkokaapeli, käynnistä se uudelleen ja yritä maksua.',
    'never-tried': 'Tällä koneella ei ole vielä maksettu tällä päätelaitteella. Ensimmäinen maksu näyttää, saako siihen yhteyden.',
    'not-authorised': 'Tunnuksia ei hyväksytty. Soita Willba-tukeen: tuki uusii tunnukset.',
    unreachable:
      'Vastausta ei saatu. Tarkista koneen verkkoyhteys. Jos muut sivut toimivat, soita Willba-tukeen: osoite voi olla väärä, tai hotellin verkko estää yhteyden.',
    ...network,
    'right-missing':
      'Strapi vastasi, mutta tunnuksella ei ole oikeutta lukea kassoja (pointOfSale, find). Hotellin pääkäyttäjä lisää oikeuden tunnukselle Strapissa.',
    unreadable: 'Vastausta ei voitu lukea, tai se on liian suuri. Soita Willba-tukeen: osoite voi olla väärä.',
    'not-configured': 'Ei käytössä tällä koneella.',
    'secrets-missing': 'Tunnukset puuttuvat tältä käyttäjätililtä. Tuo käyttöönottotiedosto tai soita Willba-tukeen.',
    'clock-off': 'Koneen kello on väärässä ajassa {{minutes}} min. Hotellin IT-tuki laittaa kellon päivittymään itsestään.',
    'disk-full': 'Levy on melkein täynnä, joten uusia maksuja ei aloiteta. Hotellin IT-tuki vapauttaa tilaa.',
    'journal-problem': 'Maksuja ei voi tallentaa luotettavasti. Älä ota korttimaksuja tällä koneella; soita Willba-tukeen.',
    'payments-missing':
      'Osa tallennetuista maksuista on voinut kadota. Lue ilmoitus kassanäkymässä ja vertaa maksuja päätelaitteen kuitteihin; tuki auttaa.',
    'no-backup-yet': 'Varmuuskopiota ei ole vielä otettu. Ohjelma ottaa sen itsestään, kun se on ollut hetken auki.',
    'backup-old':
      'Viimeisin varmuuskopio on yli kaksi vuorokautta vanha. Maksut ovat tallessa tällä koneella. Pidä ohjelma auki, tai ota varmuuskopio tuen asetuksista.',
    'backup-folder-gone':
      'Varmuuskopioiden kansiota ei löydy: verkkolevy voi olla poissa. Maksut ovat tallessa tällä koneella, ja ohjelma yrittää uudelleen itsestään. Hotellin IT-tuki tarkistaa kansion.',
    'backup-failed':
      'Varmuuskopiota ei saatu tehtyä. Maksut ovat tallessa tällä koneella, ja ohjelma yrittää uudelleen itsestään. Katso syy tuen asetuksista.',
    'not-asked': 'Tätä ei saatu selville: katso muut tarkistukset.',
  } as const satisfies Record<Reason, string>,
} as const;
