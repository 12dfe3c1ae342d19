import type { Terminal } from '../../shared/terminal.ts';
import type { Dialect } from './result-record.ts';
import type { ScenarioId } from './scenarios.ts';
import type { TerminalLanguage } from './terminal-texts.ts';

/** A virtual terminal as the directory lists it, with what the simulator needs. */
export interface TrainingTerminal extends Readonly<Terminal> {
  readonly scenario: ScenarioId;
  readonly language: TerminalLanguage;
  readonly dialect: Dialect;
}

/** This PC's point of sale in training mode until somebody chooses another. */
export const TRAINING_POINT_OF_SALE = 'Vastaanotto';

/** How a terminal differs from the usual one: Finnish, active, with firmware that answers as documented. */
type Traits = Partial<Pick<TrainingTerminal, 'active' | 'language' | 'dialect'>>;
type Row = readonly [name: string, scenario: ScenarioId, traits?: Traits];

const swedish: Traits = { language: 'sv', dialect: 'stringly' };
const english: Traits = { language: 'en' };
const stringly: Traits = { dialect: 'stringly' };

/** The names are such as a customer could type, so they are not translated. They say what the terminal does. */
const reception: readonly Row[] = [
  ['Päätelaite I – hyväksyy', 'approves'],
  ['Päätelaite II – hylkää (kate ei riitä)', 'declines-funds'],
  ['Päätelaite III – varattu', 'occupied'],
  ['Päätelaite IV – asiakas peruuttaa', 'guest-stops'],
  ['Päätelaite V – kukaan ei maksa (120 s)', 'nobody-pays'],
  ['Päätelaite VI – ei maksua, lyhennetty 15 s', 'nobody-pays-shortened', english],
  // Nets would accept a payment here: the ledger shows it if the app sends one to an inactive terminal.
  ['Päätelaite VII – epäaktiivinen', 'approves', { active: false }],
  ['Päätelaite VIII – väärä tunniste', 'unlisted'],
];

const sauna: readonly Row[] = [
  ['Sauna I – hyväksyy (lähimaksu)', 'approves-contactless', swedish],
  ['Sauna II – hyväksyy vaikka peruttiin', 'pays-although-cancelled', stringly],
  ['Sauna III – vastaus katoaa', 'answer-lost', stringly],
  ['Sauna IV – toinen kassa välissä', 'answer-lost-other-desk'],
  ['Sauna V – ei yhteyttä', 'not-connected'],
  ['Sauna VI – asiakas peruuttaa', 'guest-stops', swedish],
  ['Sauna VII – varattu', 'occupied', swedish],
];

const unplaced: readonly Row[] = [
  ['Lisä 1 – juomaraha päälle', 'adds-tip'],
  ['Lisä 2 – korttimaksulisä päälle', 'adds-surcharge', { language: 'en', dialect: 'stringly' }],
  ['Lisä 3 – vain puolet hyväksytään', 'approves-half', stringly],
  ['Lisä 4 – asiakas maksaa kruunuina', 'pays-in-kronor', english],
  ['Lisä 5 – pyytää allekirjoituksen', 'asks-signature'],
  ['Lisä 6 – asiakas hidas (60 s)', 'approves-slowly'],
  ['Lisä 7 – hylkää (kortti vanhentunut)', 'declines-expired', { language: 'en', dialect: 'stringly' }],
  ['Lisä 8 – tila selviää vasta haulla', 'unknown-99'],
  ['Lisä 9 – hylkäys katoaa', 'decline-lost', stringly],
  ['Lisä 10 – summa näppäiltiin käsin', 'answer-lost-keyed-by-hand'],
  ['Lisä 11 – jumissa (330 s)', 'hangs'],
];

/**
 * The directory of training mode, in the place of Strapi. The ids look like real ones, but they are sent to the simulator on loopback only.
 */
export const trainingTerminals: readonly TrainingTerminal[] = [
  ...placed(reception, 1, TRAINING_POINT_OF_SALE, 'Aula'),
  ...placed(sauna, 101, 'Rantasauna', 'Rantasauna'),
  ...placed(unplaced, 201, null, 'Varasto'),
];

function placed(rows: readonly Row[], first: number, pointOfSale: string | null, location: string): TrainingTerminal[] {
  return rows.map(([name, scenario, traits], index) => ({
    terminalId: `71${String(first + index).padStart(6, '0')}`,
    name,
    location,
    pointOfSale,
    scenario,
    active: true,
    language: 'fi',
    dialect: 'typed',
    ...traits,
  }));
}
