import { closing } from './closing.ts';

/** Texts of the system's dialog boxes, used when no page can show them. */
export const boxes = {
  closing: {
    sale: { what: closing.asking.title.sale, may: 'Korttia voidaan vielä veloittaa.', leave: closing.leave.sale },
    refund: { what: closing.asking.title.refund, may: 'Rahat voidaan vielä palauttaa kortille.', leave: closing.leave.refund },
    void: { what: closing.asking.title.void, may: 'Maksu voidaan vielä mitätöidä.', leave: closing.leave.void },
    unwritten: {
      what: 'Viimeisin tulos ei ole tallentunut',
      may: 'Levylle ei voi kirjoittaa, ja seuraava käynnistys ei tiedä tulosta.',
      leave: closing.leaveUnwritten,
    },
    reconciling: { what: closing.reconciling.title, may: closing.reconciling.text, leave: closing.leaveUnwritten },
    stay: closing.stay,
    keepOpen: closing.keepOpen,
  },
  pageGone: {
    title: 'Ikkuna ei pysy auki',
    text: 'Maksut ovat tallessa, ja kesken olevia selvitetään yhä. Yritä uudelleen. Jos tämä toistuu, käynnistä kone uudelleen tai soita tukeen.',
    again: 'Yritä uudelleen',
    close: 'Sulje ohjelma',
  },
  pageHangs: {
    title: 'Ikkuna ei vastaa',
    text: 'Maksut ovat tallessa, ja kesken oleva maksu jatkuu taustalla. Odota hetki tai avaa ikkuna uudelleen.',
    again: 'Avaa uudelleen',
    wait: 'Odota',
  },
  /** The system's notice of an outcome. The sum stands under it, and nothing about the guest. */
  outcome: {
    paid: 'Maksu suoritettu',
    refunded: 'Palautus suoritettu',
    voided: 'Maksu mitätöity',
    'not-charged': 'Korttia ei veloitettu',
    'not-given-back': 'Rahaa ei palautettu',
    unclear: 'Maksun tila on epäselvä',
    decide: 'Maksu odottaa ratkaisua',
    training: 'HARJOITTELU',
  },
  /** A start that was refused: for a person who started the program with the mouse and does not see the standard error. */
  refused: {
    'read-only': {
      title: 'Ohjelmaa ei voi käynnistää',
      text: 'Ohjelman kansioon ei voi kirjoittaa, joten maksuja ei voitaisi tallentaa. Soita IT-tukeen.',
    },
    'no-lock': {
      title: 'Ohjelmaa ei voi käynnistää',
      text: 'Ohjelman lukitusta ei saada, vaikka mikään käynnissä oleva ohjelma ei pidä sitä. Soita IT-tukeen.',
    },
    running: {
      title: 'Ohjelma on jo auki',
      text: 'Harjoittelua ei avattu. Sulje ohjelma ensin, jos haluat avata sen harjoittelutilassa.',
    },
    'link-too-long': {
      title: 'Linkkiä ei voitu käyttää',
      text: 'Linkki on liian pitkä maksupyynnöksi. Mitään ei veloitettu. Avaa maksu uudelleen Willbasta.',
    },
    'payment-open': {
      title: 'Harjoittelua ei avattu',
      text: 'Oikea maksu voi olla vielä kesken. Käynnistä ohjelma tavalliseen tapaan, niin maksun tila tarkistetaan.',
    },
  },
  ok: 'OK',
} as const;
