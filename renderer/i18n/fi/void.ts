/** A void takes a sale back as if it had never been. It says its own words where a refund does; the rest is said with the sale's. */
export const voiding = {
  open: 'Mitätöi',
  title: 'Mitätöi maksu',
  text: 'Maksu {{sum}} perutaan kokonaan päätelaitteella {{terminal}}. Asiakkaan korttia ei tarvita.',
  race: 'Mitätöinti kohdistuu päätelaitteen viimeisimpään tapahtumaan. Ohjelma tarkistaa juuri ennen lähettämistä, että se on tämä maksu. Jos toinen kassa ehtii maksaa samalla laitteella siinä välissä, sen maksu mitätöityy: pyydä muita odottamaan hetki.',
  start: 'Mitätöi {{sum}}',
  row: 'Mitätöinti',
  waitingTitle: 'Mitätöidään maksua',
  looking: 'Tarkistetaan, että maksu on yhä päätelaitteen viimeisin tapahtuma…',
  guest: 'Odotetaan päätelaitteen vastausta',
  busyAgain: 'Päätelaite on vielä varattu. Mitätöintiä yritetään hetken kuluttua uudelleen.',
  headings: {
    approved: 'Maksu mitätöity',
    part: 'Osa mitätöity',
    differs: 'Mitätöity summa poikkeaa',
    declined: 'Mitätöinti hylätty',
    cancelled: 'Mitätöinti keskeytetty',
    'timed-out': 'Mitätöinti aikakatkaistiin',
    'not-sent': 'Mitätöintiä ei lähetetty',
    'not-latest': 'Mitätöinti ei ole enää mahdollinen',
    unclear: 'Mitätöinnin tila on epäselvä',
    settled: 'Mitätöinti selvitetty käsin',
  },
  money: {
    done: 'Veloitus {{sum}} peruttiin.',
    other: 'Peruttu {{sum}} · pyydetty {{asked}}',
    not: 'Maksua ei mitätöity: veloitus on yhä voimassa.',
    maybe: 'Maksu on voitu mitätöidä, tai veloitus on yhä voimassa.',
    settledDone: 'Selvityksen mukaan veloitus {{sum}} peruttiin.',
    settledNot: 'Selvityksen mukaan maksua ei mitätöity: veloitus on voimassa.',
  },
  why: {
    declined: 'Päätelaite tai pankki ei hyväksynyt mitätöintiä.',
    cancelled: 'Mitätöinti keskeytettiin ennen kuin se lähti.',
    'timed-out': 'Päätelaite ei tehnyt mitätöintiä ajoissa.',
  },
  next: 'Avaa alkuperäinen maksu listalta: voit yrittää uudelleen tai palauttaa rahat kortille.',
  unclear: {
    cause: 'Mitätöinnin vastaus katosi, tai sitä ei voitu tulkita. Maksu on voitu mitätöidä.',
    never: 'Älä mitätöi tai palauta uudelleen ennen kuin tila selviää.',
    tellGuestText: 'Yhteys päätelaitteeseen katkesi. Varmistamme, peruuntuiko veloitus, ja palautamme rahat, jos se jäi voimaan.',
  },
  voidedUnclear: 'Tämän maksun mitätöinti on epäselvä. Katso mitätöinnin rivi tämän päivän listalta.',
} as const;

/** `CVM` 1: the guest confirms by signing, and the desk compares the signature with the card. */
export const signature = {
  title: 'Vertaa allekirjoitusta korttiin',
  text: 'Asiakas allekirjoittaa päätelaitteen kuitin. Kortti on jo veloitettu: jos allekirjoitus ei täsmää, maksu mitätöidään.',
  accept: 'Allekirjoitus täsmää',
  refuse: 'Hylkää ja mitätöi',
  open_one: '{{count}} allekirjoitus odottaa',
  open_other: '{{count}} allekirjoitusta odottaa',
  accepted: 'Allekirjoitus on hyväksytty.',
  refusedTitle: 'Allekirjoitusta ei hyväksytty',
  refusedText: 'Maksu on vielä veloitettu. Mitätöi se, niin veloitus perutaan.',
  refusedTooLate: 'Maksu on vielä veloitettu, eikä sitä voi enää mitätöidä. Palauta rahat kortille.',
  refusedGoingBack:
    'Maksu voi olla vielä veloitettu: sen mitätöinti tai palautus on kesken tai epäselvä. Selvitä se ensin tämän päivän listalta.',
  refusedElsewhere: 'Maksu on vielä veloitettu, eikä tämä kone voi antaa rahoja takaisin. Soita tukeen.',
  letStand: 'Jätä voimaan',
  letStandTitle: 'Jätä maksu voimaan',
  letStandText:
    'Allekirjoitusta ei hyväksytty, ja {{sum}} on veloitettu. Jos veloitus jää voimaan, rahoja ei palauteta. Nimesi, syy ja aika jäävät maksuun pysyvästi.',
  letStandHint: 'Esimerkiksi: asiakas todisti henkilöllisyytensä passilla.',
  letStandDone: 'Allekirjoitusta ei hyväksytty, mutta maksu jätettiin voimaan.',
  letStandWord: '{{by}}, {{time}}: ”{{reason}}”',
} as const;
