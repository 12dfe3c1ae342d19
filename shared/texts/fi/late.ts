/** A charge that became known after the desk had gone on. */
export const late = {
  sale: 'Maksu onnistuikin',
  refund: 'Palautus onnistuikin',
  void: 'Mitätöinti onnistuikin',
  /** Shown beside the sum that was charged after all. */
  alsoByHand: 'kirjattu myös käsin {{sum}}',
  show: 'Näytä',
  showName: 'Näytä {{what}}',
  afterThis: 'Voit avata sen tämän maksun jälkeen.',
  title: 'Varmistui vasta, kun kassa oli jo jatkanut',
  keep: 'Jos asiakas ei ole maksanut muulla tavalla, paina Uusi maksu: maksu jää voimaan.',
  reversed: 'palautettu {{sum}}',
  reverse: 'Jos asiakas on jo maksanut toisen kerran, anna tämän maksun rahat takaisin: paina Palauta.',
  reversing: 'Rahojen palautus tai mitätöinti on kesken tai epäselvä. Älä anna rahoja takaisin toista kertaa.',
  support: 'Jos asiakas on jo maksanut toisen kerran, soita tukeen: tältä koneelta rahoja ei voi palauttaa.',
  voidDone: 'Veloitus on peruttu. Älä palauta rahoja enää toiseen kertaan.',
  refundDone: 'Rahat ovat palautuneet kortille. Älä palauta niitä uudelleen.',
} as const;
