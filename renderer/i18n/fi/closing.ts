/** Somebody closes the program while a terminal is still busy with a payment. */
export const closing = {
  asking: {
    title: { sale: 'Maksu on kesken', refund: 'Palautus on kesken', void: 'Mitätöinti on kesken' },
    text: {
      sale: 'Korttia voidaan vielä veloittaa. Jos suljet ohjelman, päätelaitetta pyydetään ensin perumaan maksu.',
      refund: 'Rahat voidaan vielä palauttaa kortille. Jos suljet ohjelman, päätelaitetta pyydetään ensin perumaan palautus.',
      void: 'Maksu voidaan vielä mitätöidä, eikä mitätöintiä voi enää perua. Jos suljet ohjelman, tulosta odotetaan vielä hetki.',
    },
  },
  leaving: {
    title: { sale: 'Maksua perutaan', refund: 'Palautusta perutaan', void: 'Odotetaan mitätöintiä' },
    text: {
      sale: 'Odotetaan päätelaitteen vastausta enintään 10 sekuntia. Sitten ohjelma sulkeutuu.',
      refund: 'Odotetaan päätelaitteen vastausta enintään 10 sekuntia. Sitten ohjelma sulkeutuu.',
      void: 'Odotetaan päätelaitteen vastausta enintään 10 sekuntia. Sitten ohjelma sulkeutuu.',
    },
  },
  charged: {
    title: { sale: 'Maksu onnistuikin', refund: 'Palautus onnistuikin', void: 'Mitätöinti onnistui' },
    text: {
      sale: 'Korttia veloitettiin ennen kuin peruutus ehti perille. Älä veloita uudelleen. Ohjelma sulkeutuu hetken kuluttua.',
      refund: 'Rahat palautettiin kortille ennen kuin peruutus ehti perille. Älä palauta uudelleen. Ohjelma sulkeutuu hetken kuluttua.',
      void: 'Maksu mitätöitiin. Ohjelma sulkeutuu hetken kuluttua.',
    },
  },
  /** What the next start does, for those who fear that a sum gets lost. */
  afterwards: 'Jos vastaus ei ehdi tulla, seuraava käynnistys tarkistaa Netsistä, miten kävi.',
  stay: 'Jatka odottamista',
  leave: { sale: 'Peruuta maksu ja sulje', refund: 'Peruuta palautus ja sulje', void: 'Sulje silti' },
  keepOpen: 'Älä sulje',
  closeNow: 'Sulje nyt',
} as const;
