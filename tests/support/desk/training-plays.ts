import type { ExportedPayment } from '../connect-cloud/index.ts';
import type { Outcome } from './desk.ts';
import type { TrainingEntry } from './training-ledger.ts';

/** How a sale of 12,50 € at a training terminal ends: on the screen, in the export and in the simulator's ledger. */
export interface TrainingPlay {
  readonly outcome: Outcome;
  /** What the screen must say about money, and why, in these words. */
  readonly says: readonly (string | RegExp)[];
  readonly payment: Partial<ExportedPayment>;
  /** null: nothing may have been sent. */
  readonly ledger: Partial<TrainingEntry> | null;
  /** First unclear; this heading only after the lookup. */
  readonly firstUnclear?: true;
}

const ASKED = 1250;
const notCharged = 'Korttia ei veloitettu';
const mayBeCharged = ['Korttia on voitu veloittaa', 'Älä veloita uudelleen'] as const;

interface Extra {
  readonly tipMinor?: number;
  readonly surchargeMinor?: number;
  readonly proof?: 'answer' | 'lookup';
}

function paid(chargedMinor: number, says: readonly (string | RegExp)[], extra: Extra = {}): TrainingPlay {
  const { tipMinor = 0, surchargeMinor = 0, proof = 'answer' } = extra;
  return {
    outcome: 'paid',
    says,
    payment: { state: 'approved', moneyMoved: 'yes', proof, reason: null, amountMinor: ASKED, chargedMinor, tipMinor, surchargeMinor },
    ledger: { outcome: 'charged', chargedMinor, tipMinor, surchargeMinor },
  };
}

const plainlyPaid = paid(ASKED, ['Veloitettu 12,50 €.']);
const provenLater: TrainingPlay = { ...paid(ASKED, ['Veloitettu 12,50 €.'], { proof: 'lookup' }), firstUnclear: true };

function notPaid(outcome: Outcome, state: string, reason: string, why: RegExp): TrainingPlay {
  return {
    outcome,
    says: [notCharged, why],
    payment: { state: state as ExportedPayment['state'], moneyMoved: 'no', proof: 'answer', reason, amountMinor: ASKED, chargedMinor: 0 },
    ledger: { outcome: 'not-charged', chargedMinor: 0 },
  };
}

/** The answer is lost and nothing can prove it: whatever the ledger says, the desk may claim neither. */
function unproven(ledger: Partial<TrainingEntry>): TrainingPlay {
  return {
    outcome: 'unclear',
    says: mayBeCharged,
    payment: { state: 'checking', moneyMoved: 'unknown', proof: null, amountMinor: ASKED, chargedMinor: 0 },
    ledger,
  };
}

const busy = notPaid('busy', 'refused', 'busy', /toinen maksu/i);
const guestStops = notPaid('cancelled', 'cancelled', 'by-guest', /Asiakas peruutti/);

/** By the scenario in the terminal's name; the inactive one, the slow ones and what is cancelled have tests of their own. */
export const trainingPlays: Readonly<Record<string, TrainingPlay>> = {
  'Päätelaite I – hyväksyy': plainlyPaid,
  'Päätelaite II – hylkää (kate ei riitä)': notPaid('declined', 'declined', 'host-51', /katetta/),
  'Päätelaite III – varattu': busy,
  'Päätelaite IV – asiakas peruuttaa': guestStops,
  'Päätelaite VI – ei maksua, lyhennetty 15 s': notPaid('timedOut', 'timed-out', 'timeout', /120 sekunnin kuluessa/),
  'Päätelaite VIII – väärä tunniste': notPaid('notConnected', 'refused', 'unknown-terminal', /tunniste/),
  'Sauna I – hyväksyy (lähimaksu)': plainlyPaid,
  'Sauna III – vastaus katoaa': provenLater,
  'Sauna IV – toinen kassa välissä': unproven({ outcome: 'charged', chargedMinor: ASKED }),
  'Sauna V – ei yhteyttä': notPaid('notConnected', 'refused', 'not-connected', /yhteydessä/),
  'Sauna VI – asiakas peruuttaa': guestStops,
  'Sauna VII – varattu': busy,
  'Lisä 1 – juomaraha päälle': paid(1375, ['Veloitettu 13,75 €, pyydetty 12,50 €', 'Juomaraha 1,25 €'], { tipMinor: 125 }),
  'Lisä 2 – korttimaksulisä päälle': paid(1300, ['Veloitettu 13,00 €, pyydetty 12,50 €', 'Korttimaksulisä 0,50 €'], { surchargeMinor: 50 }),
  'Lisä 3 – vain puolet hyväksytään': {
    ...paid(625, ['Veloitettu 6,25 €, pyydetty 12,50 €', 'puuttuu 6,25 €']),
    outcome: 'partlyPaid',
  },
  'Lisä 4 – asiakas maksaa kruunuina': plainlyPaid,
  'Lisä 5 – pyytää allekirjoituksen': plainlyPaid,
  'Lisä 7 – hylkää (kortti vanhentunut)': notPaid('declined', 'declined', 'host-54', /vanhentunut/),
  'Lisä 8 – tila selviää vasta haulla': provenLater,
  'Lisä 9 – hylkäys katoaa': unproven({ outcome: 'not-charged', chargedMinor: 0 }),
  'Lisä 10 – summa näppäiltiin käsin': unproven({ outcome: 'not-charged', chargedMinor: 0 }),
};
