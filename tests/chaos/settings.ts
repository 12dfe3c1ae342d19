import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Terminal, TerminalDirectory } from '../../shared/terminal.ts';

/** The desk of one property, where nobody is asked for a name. */
export const settings: DeskSettings = {
  mode: 'production',
  environment: 'test',
  property: 'Hotelli Kaaos',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutOverHour: 0,
  askAboveMinor: 200_000,
  language: 'fi',
  support: null,
  pointOfSale: null,
  operators: [],
};

export const TERMINALS: readonly Terminal[] = ['71000001', '71000002'].map((terminalId, index) => ({
  terminalId,
  name: `Päätelaite ${index + 1}`,
  active: true,
  location: '',
  pointOfSale: null,
}));

/** The lights are not used here. */
export const noDirectory: TerminalDirectory = {
  sections: [],
  chosen: null,
  nets: 'connected',
  strapi: 'not-configured',
  definedAsOf: null,
};
