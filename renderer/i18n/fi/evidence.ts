import type { Hint } from '../../../shared/payment.ts';
import type { EvidenceEntry } from '../../../shared/payment-evidence.ts';

type Verdict = NonNullable<EvidenceEntry['verdict']>;

export const evidence = {
  open: 'Näytä todisteet',
  title: 'Todisteet',
  text: 'Kaikki, mitä ohjelma on tästä maksusta kirjannut, siinä järjestyksessä kuin se tuli tietoon.',
  loading: 'Haetaan todisteita…',
  empty: 'Tästä maksusta ei ole kirjattu mitään.',
  list: 'Tapahtumat',
  /** What happened. */
  kinds: {
    started: 'Maksu aloitettiin ja kirjattiin tälle koneelle.',
    cleared: 'Lupa Netsiin saatiin, ja päätelaite oli tämän kassan osalta vapaa.',
    'stopped-before-sending': 'Pyyntöä ei lähetetty päätelaitteelle.',
    'request-written': 'Pyyntö alkoi lähteä Netsiin.',
    answered: 'Oma pyyntö päättyi.',
    'cancel-asked': 'Kassa pyysi peruutusta.',
    'cancel-answered': 'Peruutuspyyntöön saatiin tulos.',
    'deadline-passed': '120 sekuntia kului, ja peruutusta pyydettiin automaattisesti.',
    'given-up': '300 sekuntia kului, eikä vastausta enää odotettu.',
    'lookup-due': 'Tilakyselyn aika tuli.',
    'looked-up': 'Päätelaitteen viimeisin tapahtuma kysyttiin Netsiltä.',
    restarted: 'Ohjelma käynnistyi uudelleen, kun maksu oli kesken.',
    released: 'Kassa jatkoi toisella asiakkaalla.',
    overwritten: 'Samalle päätelaitteelle lähti uusi maksu.',
    settled: 'Henkilö kertoi, miten maksussa kävi.',
  } as const satisfies Record<EvidenceEntry['kind'], string>,
  /** What a row proves that carries no verdict. */
  alone: {
    started: 'Mitään ei ollut vielä lähtenyt.',
    cleared: 'Mitään ei ollut vielä lähtenyt.',
    'stopped-before-sending': 'Mitään ei lähtenyt päätelaitteelle.',
    'request-written': 'Tästä lähtien korttia on voitu veloittaa.',
    answered: 'Lopputulosta ei kirjattu.',
    'cancel-asked': 'Toive, ei tulos: päätelaitteen vastaus ratkaisee.',
    'cancel-answered': 'Peruutuksen perillemeno ei selvinnyt.',
    'deadline-passed': 'Ajan loppuminen ei todista, ettei korttia veloitettu.',
    'given-up': 'Hiljaisuus ei todista mitään: korttia on voitu veloittaa.',
    'lookup-due': 'Ei todista vielä mitään.',
    'looked-up': 'Kyselyn tulosta ei kirjattu.',
    restarted: 'Mahdollinen vastaus katosi: korttia on voitu veloittaa.',
    released: 'Ei muuttanut maksun tilaa. Tarkistus jatkui taustalla.',
    overwritten: 'Tilakysely ei voi enää näyttää tätä maksua.',
    settled: 'Henkilön sana, ei Netsin todiste.',
  } as const satisfies Record<EvidenceEntry['kind'], string>,
  /** What a row proves. */
  verdicts: {
    approved: 'Todistaa: hyväksytty, raha siirtyi.',
    rejected: 'Todistaa: hylätty tai peruttu, rahaa ei siirtynyt.',
    refused: 'Todistaa: ei alkanut, rahaa ei siirtynyt.',
    unknown: 'Ei todista mitään: vastaus puuttui tai sitä ei voitu tulkita. Korttia on voitu veloittaa.',
    'no-proof': 'Ei kelvannut todisteeksi.',
    'not-reached': 'Ei todista mitään: Netsiltä ei saatu vastausta kyselyyn.',
    taken: 'Peruutuspyyntö meni perille. Se ei vielä todista, ettei korttia veloitettu.',
    'not-taken': 'Peruutuspyyntö ei mennyt perille.',
  } as const satisfies Record<Verdict, string>,
  /** Why a look-up that reached Nets did not count. */
  why: {
    'no-transaction': 'Päätelaitteella ei näkynyt yhtään tapahtumaa.',
    'rejected-record': 'Viimeisin tapahtuma oli hylätty, ja se voi olla kenen tahansa.',
    'no-order-id': 'Hyväksytystä tapahtumasta puuttui tilausnumero, joten se voi olla toisen maksun.',
    'foreign-order-id': 'Viimeisin tapahtuma kuului toiseen maksuun.',
    'not-approved': 'Viimeisin tapahtuma ei ollut hyväksytty maksu.',
    unreadable: 'Viimeisintä tapahtumaa ei voitu lukea.',
  } as const satisfies Record<Hint['why'], string>,
  technical: {
    status: 'HTTP {{status}}',
    elapsed: '{{ms}} ms',
    bytes: '{{count}} tavua',
    digest: 'SHA-256 {{digest}}',
    result: 'Result {{result}}',
    responseCode: 'vastauskoodi {{code}}',
    order: 'tilausnumero {{id}}',
    stan: 'STAN {{stan}}',
    nets: 'Netsin kello {{at}}',
    transport: 'yhteys: {{code}}',
  },
} as const;
