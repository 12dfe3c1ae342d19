/** A charge that came to light after the desk had gone on. */
export const late = {
  sale: 'Maksu onnistuikin',
  refund: 'Palautus onnistuikin',
  void: 'Mitätöinti onnistuikin',
  show: 'Näytä',
  showName: 'Näytä {{what}}',
  afterThis: 'Voit avata sen tämän maksun jälkeen.',
  title: 'Varmistui vasta, kun kassa oli jo jatkanut',
  keep: 'Jos asiakas ei ole maksanut muulla tavalla, paina Uusi maksu: maksu jää voimaan.',
  giveBack: 'Jos asiakas on jo maksanut toisen kerran, anna tämän maksun rahat takaisin: paina Palauta.',
  voidElsewhere: 'Jos asiakas on jo maksanut toisen kerran, mitätöi tämä maksu päätelaitteella tai soita tukeen.',
  voidDone: 'Veloitus on peruttu. Älä palauta rahoja enää toiseen kertaan.',
  refundDone: 'Rahat ovat palautuneet kortille. Älä palauta niitä uudelleen.',
} as const;
