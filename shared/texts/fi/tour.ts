import type { Situation, WrongWay } from '../../tour.ts';

/** Training: the way there and back, and its tour of five situations. */
export const tour = {
  open: 'Harjoituskierros {{done}}/{{all}}',
  leave: 'Lopeta harjoittelu',
  go: 'Siirry harjoittelutilaan',
  settingsGo: 'Harjoittelutilassa maksut tehdään harjoituspäätelaitteilla. Raha ei siirry, eikä mikään näy Willbassa.',
  settingsLeave: 'Paluu oikeisiin maksuihin. Kassa on siellä niin kuin se jäi.',
  title: 'Harjoituskierros',
  text: 'Viisi tilannetta, jotka tulevat vastaan jokaisella kassalla. Tilanne kuitataan, kun se on hoidettu oikein.',
  allDone: 'Kaikki viisi on hoidettu oikein. Olet valmis kassalle.',
  done: 'hoidettu oikein',
  again: 'Aloita kierros alusta',
  read: 'Selvä',
  wrongTitle: 'Tämä olisi mennyt väärin.',
  situations: {
    paid: {
      title: 'Asiakas maksaa',
      how: 'Kirjoita summa, paina Maksa ja valitse Päätelaite I. Odota vihreää tulosta ja paina Uusi maksu.',
    },
    declined: {
      title: 'Kortti hylätään',
      how: 'Maksa Päätelaitteella II. Kun maksu hylätään, paina Toinen päätelaite ja valitse Päätelaite I: summa säilyy.',
    },
    cancelled: {
      title: 'Maksu peruutetaan',
      how: 'Aloita maksu Päätelaitteella I ja paina Peruuta, ennen kuin asiakas ehtii maksaa. Odota päätelaitteen vahvistusta.',
    },
    unclear: {
      title: 'Vastaus katoaa',
      how: 'Maksa Sauna III:lla. Älä veloita uudelleen: odota, että ohjelma selvittää maksun, tai paina Tarkista nyt.',
    },
    signature: {
      title: 'Kuitti allekirjoitetaan',
      how: 'Maksa Lisä 5:llä. Vertaa allekirjoitusta korttiin ja vastaa ohjelman kysymykseen ennen seuraavaa asiakasta.',
    },
  } as const satisfies Record<Situation, { readonly title: string; readonly how: string }>,
  wrong: {
    'recorded-declined':
      'Kortti hylättiin, joten rahaa ei saatu. Käsin kirjataan vain maksu, jonka päätelaite on oikeasti veloittanut: pyydä toista korttia tai toista päätelaitetta.',
    'charged-unclear':
      'Edellistä maksua ei ollut vielä selvitetty, joten asiakas olisi voinut maksaa kahdesti. Odota, että se selviää, tai paina Tarkista nyt.',
    'recorded-unclear':
      'Maksun tila oli vielä epäselvä. Kirjaa käsin vasta, kun näet päätelaitteen kuitista, että korttia on veloitettu, ja selvitä samalla epäselvä maksu.',
    'left-unsigned':
      'Edellisen maksun allekirjoitus jäi tarkistamatta. Vastaa siihen ennen seuraavaa asiakasta: jos se ei täsmää, maksu mitätöidään.',
  } as const satisfies Record<WrongWay, string>,
} as const;
