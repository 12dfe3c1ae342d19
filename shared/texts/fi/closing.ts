/** Somebody closes the program while a terminal is still busy with a payment. */
export const closing = {
  asking: {
    title: { sale: 'Maksu on kesken', refund: 'Palautus on kesken', void: 'Mitätöinti on kesken' },
    text: {
      sale: 'Korttia voidaan vielä veloittaa. Jos suljet ohjelman, päätelaitetta pyydetään ensin peruuttamaan maksu.',
      refund: 'Rahat voidaan vielä palauttaa kortille. Jos suljet ohjelman, päätelaitetta pyydetään ensin peruuttamaan palautus.',
      void: 'Maksu voidaan vielä mitätöidä, eikä mitätöintiä voi enää peruuttaa. Jos suljet ohjelman, tulosta odotetaan vielä hetki.',
    },
  },
  unwritten: {
    title: {
      sale: 'Maksun tulos ei ole tallentunut',
      refund: 'Palautuksen tulos ei ole tallentunut',
      void: 'Mitätöinnin tulos ei ole tallentunut',
    },
    text: {
      sale: 'Levylle ei voi kirjoittaa. Kirjoita maksun tulos ja STAN-numero paperille ennen kuin suljet: seuraava käynnistys ei niitä tiedä.',
      refund:
        'Levylle ei voi kirjoittaa. Kirjoita palautuksen tulos ja STAN-numero paperille ennen kuin suljet: seuraava käynnistys ei niitä tiedä.',
      void: 'Levylle ei voi kirjoittaa. Kirjoita mitätöinnin tulos ja STAN-numero paperille ennen kuin suljet: seuraava käynnistys ei niitä tiedä.',
    },
  },
  reconciling: {
    title: 'Nets-tilitys on kesken',
    text: 'Päätelaitteen tilitys jatkuu, vaikka suljet ohjelman, mutta Netsin raporttia ei saa enää. Tilitys jää silloin vahvistamatta. Siihen menee enintään kaksi minuuttia.',
  },
  leaving: {
    title: { sale: 'Maksua peruutetaan', refund: 'Palautusta peruutetaan', void: 'Odotetaan mitätöintiä' },
    text: {
      sale: 'Odotetaan päätelaitteen vastausta enintään 10 sekuntia. Sitten ohjelma sulkeutuu.',
      refund: 'Odotetaan päätelaitteen vastausta enintään 10 sekuntia. Sitten ohjelma sulkeutuu.',
      void: 'Odotetaan päätelaitteen vastausta enintään 10 sekuntia. Sitten ohjelma sulkeutuu.',
    },
  },
  charged: {
    title: { sale: 'Korttia veloitettiin sittenkin', refund: 'Rahat palautettiin sittenkin', void: 'Maksu mitätöity' },
    text: {
      sale: 'Korttia veloitettiin ennen kuin peruutus ehti perille. Älä veloita uudelleen. Ohjelma sulkeutuu hetken kuluttua.',
      refund: 'Rahat palautettiin kortille ennen kuin peruutus ehti perille. Älä palauta uudelleen. Ohjelma sulkeutuu hetken kuluttua.',
      void: 'Maksu mitätöitiin. Ohjelma sulkeutuu hetken kuluttua.',
    },
  },
  /** What happens next, for people who fear that a sum is lost. */
  afterwards: 'Jos vastaus ei ehdi tulla, seuraava käynnistys tarkistaa Netsistä, miten kävi.',
  triedAgain: 'Niin kauan kuin ohjelma on auki, tallennusta yritetään uudelleen muutaman sekunnin välein.',
  stay: 'Jatka odottamista',
  leave: { sale: 'Peruuta maksu ja sulje', refund: 'Peruuta palautus ja sulje', void: 'Sulje silti' },
  leaveUnwritten: 'Sulje silti',
  keepOpen: 'Älä sulje',
  closeNow: 'Sulje nyt',
} as const;
