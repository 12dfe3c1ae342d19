import type { Selling } from '../../ipc/desk.ts';
import type { Draft } from '../../ipc/form.ts';
import type { MoneyProblem } from '../../parse-money.ts';
import type { PaymentStateName } from '../../payment.ts';
import type { TextProblem } from '../../reference.ts';

export const sale = {
  title: 'Uusi maksu',
  amount: 'Summa',
  reference: 'Viite',
  method: 'Maksutapa',
  methods: { card: 'Pankkikortti', manual: 'Manuaalinen maksu' } as const satisfies Record<Draft['method'], string>,
  pay: 'Maksa',
  paySum: 'Maksa {{sum}}',
  readings: 'Tarkoititko {{first}} vai {{second}}?',
  amountProblems: {
    empty: 'Kirjoita summa.',
    'not-a-number': 'Kirjoita summa numeroin, esimerkiksi {{example}}.',
    'control-characters': 'Tekstissä on rivinvaihto, sarkain tai näkymätön merkki. Liitä yksi summa kerrallaan tai kirjoita se.',
    zero: 'Summan täytyy olla suurempi kuin nolla.',
    negative: 'Summa ei voi olla negatiivinen.',
    'too-large': 'Summa on liian suuri. Suurin mahdollinen on {{max}}.',
    'too-many-decimals': 'Desimaalinumeroita voi olla enintään {{digits}}, esimerkiksi {{example}}.',
    'no-decimals': 'Tässä valuutassa ei ole desimaaleja eikä senttejä. Kirjoita summa kokonaislukuna, esimerkiksi {{example}}.',
    ambiguous: 'Summan voi lukea kahdella tavalla.',
  } as const satisfies Record<MoneyProblem, string>,
  referenceProblems: {
    empty: 'Kirjoita viite.',
    'too-long': 'Viite on liian pitkä. Enintään 80 merkkiä.',
    'control-characters': 'Viitteessä on näkymättömiä merkkejä. Kirjoita se uudelleen.',
    'card-number': 'Viitteessä on kortin numero. Poista se: kortin numeroa ei saa tallentaa.',
    'scan-empty': 'Luettu koodi on tyhjä. Lue se uudelleen tai kirjoita viite.',
    'scan-too-long': 'Luettu koodi on liian pitkä viitteeksi. Enintään 80 merkkiä.',
    'scan-control-characters': 'Luetussa koodissa on merkkejä, jotka eivät kelpaa viitteeseen. Kirjoita viite.',
    'scan-card-number': 'Luetussa koodissa on kortin numero. Sitä ei saa tallentaa.',
    'scan-unreadable': 'Koodia ei voitu lukea. Paina Viite-kenttää ja lue koodi uudelleen.',
  } as const satisfies Record<TextProblem | `scan-${TextProblem}` | 'scan-unreadable', string>,
  keypad: { label: 'Numeronäppäimet', decimal: ',', decimalName: 'Pilkku', erase: 'Poista viimeinen merkki' },
  /** What this PC knows of the typed reference. */
  paid: 'Tällä viitteellä on maksettu {{paid}}.',
  paidAndLeft: 'Tällä viitteellä on maksettu {{paid}}. Jäljellä on {{left}}.',
  paidAndUnclear: 'Tällä viitteellä on maksettu {{paid}}. Lisäksi yhden maksun tila on epäselvä.',
  onlyUnclear: 'Tällä viitteellä on maksu, jonka tila on epäselvä.',
  completes: 'Loput maksusta {{reference}}: {{paid}} maksettu, {{left}} jäljellä',
  completesNameless: 'Loput maksusta ilman viitettä: {{paid}} maksettu, {{left}} jäljellä',
  partFromPayment: 'Irrota maksusta',
  stillOpening: 'Avataan maksujen tallennusta. Tämä kestää enintään muutaman sekunnin.',
  secretsForThisRunOnly: 'Nets-tunnukset säilyvät vain tämän käynnistyksen ajan: tässä koneessa ei ole turvallista säilöä niille.',
  confirmTitle: 'Veloitetaanko {{sum}} silti?',
  confirmNo: 'Älä veloita',
  confirmWhere: 'Päätelaite: {{terminal}}',
  confirmWhat: 'Viite: {{reference}} · Päätelaite: {{terminal}}',
  confirmYes: 'Veloita {{sum}} silti',
  /** The same question where only the sum is unusual. */
  confirmLarge: 'Veloitetaanko {{sum}}?',
  confirmLargeYes: 'Veloita {{sum}}',
  /** The payment whose sum and reference were put back into the form. */
  from: 'Tiedot maksusta klo {{time}} · {{outcome}}',
  fromOutcomes: {
    created: 'ei alkanut',
    sent: 'kesken',
    cancelling: 'peruutusta pyydetty',
    checking: 'tila epäselvä',
    approved: 'maksettu',
    declined: 'hylätty',
    cancelled: 'peruutettu',
    'timed-out': 'aikakatkaistu',
    refused: 'ei alkanut',
    unresolved: 'tila epäselvä',
    'settled-by-person': 'selvitetty käsin',
  } as const satisfies Record<PaymentStateName, string>,
  clear: 'Tyhjennä',
  /** A press that waits for the lookup before it. */
  startingConnects: 'Avataan yhteyttä Netsiin.',
  startingAfterUnclear: 'Tarkistetaan ensin, miten edellinen maksu päätelaitteella {{terminal}} päättyi. Tämä kestää enintään 10 s.',
  startingAfterDecline:
    'Edellinen maksu päätelaitteella {{terminal}} hylättiin juuri. Varmistetaan ensin, ettei sitä kuitenkin hyväksytty. Tämä kestää enintään 3 s.',
  startingAfterDeclineElsewhere:
    'Ehkä sama maksu hylättiin juuri toisella päätelaitteella. Varmistetaan ensin, ettei sitä kuitenkin hyväksytty siellä. Tämä kestää enintään 3 s.',
  startingThen:
    'Sen jälkeen lähetetään {{sum}}. Summaa, viitettä ja maksutapaa ei voi muuttaa sillä välin. Jos vaihdat päätelaitteen, mitään ei lähetetä.',
  startingThenBack: 'Sen jälkeen palautetaan {{sum}}.',
} as const;

export const manual = {
  intro: 'Kirjaa tähän maksu, jonka asiakas on jo maksanut kortilla muulla tavalla. Ohjelma ei veloita korttia.',
  lastFour: 'Kortin neljä viimeistä',
  receipt: 'Varmennusnumero tai kuittinumero',
  reason: 'Syy',
  reasonHint: 'Esimerkiksi: päätelaite ei ollut yhteydessä.',
  record: 'Kirjaa maksu',
  recordSum: 'Kirjaa maksu {{sum}}',
  confirmTitle: 'Kirjataanko {{sum}} silti?',
  confirmWhat: 'Viite: {{reference}}',
  confirmNo: 'Älä kirjaa',
  confirmYes: 'Kirjaa {{sum}} silti',
  openUnclear: 'Avaa epäselvä maksu',
  insteadOf:
    'Selvitä ensin epäselvä maksu. Jos kirjaat silti, kirjaus merkitään sen rinnalle, ettei samaa veloitusta lasketa kahteen kertaan.',
  lastFourProblems: {
    empty: 'Kirjoita kortin neljä viimeistä numeroa.',
    'not-four-digits': 'Kirjoita tasan neljä numeroa. Ne näkyvät kuitissa.',
  },
  receiptProblems: {
    empty: 'Kirjoita varmennusnumero tai kuittinumero.',
    'too-long': 'Numero on liian pitkä. Enintään 40 merkkiä.',
    'control-characters': 'Numerossa on näkymättömiä merkkejä. Kirjoita se uudelleen.',
    'card-number': 'Tässä on kortin numero. Kirjoita vain varmennusnumero tai kuittinumero.',
  } as const satisfies Record<TextProblem, string>,
  reasonProblems: {
    empty: 'Kirjoita syy, miksi maksu kirjataan käsin.',
    'too-long': 'Syy on liian pitkä. Enintään 300 merkkiä.',
    'control-characters': 'Syyssä on näkymättömiä merkkejä. Kirjoita se uudelleen.',
    'card-number': 'Tekstissä on kortin numero. Poista se: kortin numeroa ei saa tallentaa.',
  } as const satisfies Record<TextProblem, string>,
} as const;

type SellingProblem = NonNullable<Selling['problem']>;

export const selling = {
  title: {
    'not-configured': 'Korttimaksuja ei ole otettu käyttöön',
    'manual-only': 'Tässä kohteessa maksut kirjataan käsin',
    'settings-damaged': 'Asetuksia ei voi lukea',
    'secrets-missing': 'Nets-tunnukset puuttuvat tältä käyttäjätililtä',
    'journal-damaged': 'Maksujen tallennus on vioittunut',
    'journal-newer': 'Maksut on tallennettu uudemmalla ohjelmalla',
    'journal-unreadable': 'Maksuja ei voida lukea levyltä',
    'journal-in-use': 'Maksuohjelma on jo auki',
    'disk-full': 'Levy on täynnä',
    'answer-unwritten': 'Viimeisin maksu ei tallentunut',
  } as const satisfies Record<SellingProblem, string>,
  text: {
    'not-configured': 'Pyydä käyttöönottotiedosto Willba-tuesta. Voit sillä välin kirjata maksut käsin.',
    'manual-only': 'Tälle kohteelle ei ole asetettu Nets-yhteyttä, joten korttia ei voi veloittaa täältä. Valitse Manuaalinen maksu.',
    'settings-damaged':
      'Asetustiedosto on vioittunut, tai toinen ohjelma pitää sitä hetken. Maksut on tallennettu erikseen, eikä vika koske niitä. Yritä uudelleen, tuo käyttöönottotiedosto tai soita tukeen. Voit sillä välin kirjata maksut käsin.',
    'secrets-missing':
      'Tunnukset ovat tilikohtaisia, eikä tällä tilillä ole niitä, tai kone ei voinut säilyttää niitä edellisestä käynnistyksestä. Pyydä käyttöönottotiedosto tuesta. Voit sillä välin kirjata maksut käsin.',
    'journal-damaged':
      'Vioittunut tiedosto on pantu talteen kokonaisena. Maksuja ei voi aloittaa, ennen kuin tuki on korjannut tallennuksen.',
    'journal-newer': 'Päivitä tämä ohjelma uusimpaan versioon. Vanhempi versio voisi sekoittaa maksut.',
    'journal-unreadable':
      'Maksuja ei voi aloittaa, ennen kuin tallennus toimii. Toinen ohjelma, kuten varmuuskopiointi, voi pitää tiedostoa hetken. Yritä uudelleen tai soita tukeen.',
    'journal-in-use': 'Toinen käyttäjätili on jättänyt ohjelman auki tällä koneella. Sulje se siellä ja paina sitten Jatka tässä.',
    'disk-full': 'Vapauta levytilaa vähintään 20 megatavua. Maksuja ei aloiteta, jos niitä ei voi tallentaa.',
    'answer-unwritten': 'Kirjoita sen tiedot paperille ja soita tukeen. Uusia maksuja ei aloiteta, ennen kuin tallennus toimii.',
  } as const satisfies Record<SellingProblem, string>,
  goOnHere: 'Jatka tässä',
  tryAgain: 'Yritä uudelleen',
  /** Like `journal-in-use`, if the account is known. */
  openBy: 'Käyttäjätili {{name}} on jättänyt ohjelman auki tällä koneella. Sulje se siellä ja paina sitten Jatka tässä.',
} as const;
