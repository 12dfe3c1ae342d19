const reversing = 'Rahojen palautus tai mitätöinti on kesken tai epäselvä. Älä anna rahoja takaisin toista kertaa.';

/** A charge that became known after the desk had gone on, or that a cancel came too late for. */
export const late = {
  sale: 'Korttia veloitettiin sittenkin',
  refund: 'Rahat palautettiin sittenkin',
  void: 'Maksu mitätöitiin sittenkin',
  /** Shown beside the sum that was charged after all. */
  alsoByHand: 'kirjattu myös käsin {{sum}}',
  show: 'Näytä',
  showName: 'Näytä {{what}}',
  afterThis: 'Voit avata sen tämän maksun jälkeen.',
  why: {
    late: 'Se varmistui vasta, kun kassa oli jo jatkanut.',
    settled: 'Nets vahvisti veloituksen vasta selvityksen jälkeen.',
    'despite-cancel': 'Päätelaite ehti ennen peruutusta.',
  },
  keep: {
    late: 'Jos asiakas ei ole maksanut muulla tavalla, paina Uusi maksu: maksu jää voimaan.',
    'despite-cancel': 'Jos asiakas maksaa tällä, paina Uusi maksu: maksu jää voimaan.',
  },
  reversed: 'palautettu {{sum}}',
  giveBack: {
    late: {
      void: 'Jos asiakas on jo maksanut toisen kerran, anna tämän maksun rahat takaisin: paina Mitätöi.',
      refund: 'Jos asiakas on jo maksanut toisen kerran, anna tämän maksun rahat takaisin: paina Palauta.',
      reversing,
      support: 'Jos asiakas on jo maksanut toisen kerran, soita tukeen: tältä koneelta rahoja ei voi palauttaa.',
    },
    'despite-cancel': {
      void: 'Jos maksun piti peruuntua, paina Mitätöi: veloitus poistuu kortilta.',
      refund: 'Jos maksun piti peruuntua, paina Palauta: rahat palautetaan kortille.',
      reversing,
      support: 'Jos maksun piti peruuntua, soita tukeen: tältä koneelta rahoja ei voi palauttaa.',
    },
  },
  voidDone: 'Veloitus on mitätöity. Älä palauta rahoja enää toiseen kertaan.',
  refundDone: 'Rahat ovat palautuneet kortille. Älä palauta niitä uudelleen.',
} as const;
