import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Language } from '../../shared/money.ts';
import { environmentOf, operatorsOf, type Settings } from './settings.ts';

/** 2 000,00 €, and as many minor units of any other currency. */
const USUAL_ASK_ABOVE_MINOR = 200_000;

const UNCONFIGURED: Omit<DeskSettings, 'language'> = {
  mode: 'unconfigured',
  environment: 'production',
  property: 'Willba POS',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutOverHour: 0,
  askAboveMinor: USUAL_ASK_ABOVE_MINOR,
  support: null,
  pointOfSale: null,
  operators: [],
};

/** What the window gets of the settings: never an address, a user name or a secret. */
export function productionDesk(settings: Settings | null, language: Language): DeskSettings {
  if (settings === null) return { ...UNCONFIGURED, language };
  const { property, currency, timeZone, cutOverHour, support, pointOfSale, askAboveMinor = USUAL_ASK_ABOVE_MINOR } = settings;
  const environment = environmentOf(settings);
  return {
    mode: 'production',
    environment,
    property,
    currency,
    timeZone,
    cutOverHour,
    askAboveMinor,
    support,
    pointOfSale,
    operators: [...operatorsOf(settings)],
    language,
  };
}

/** Training uses the property's name and people, and nothing else of the settings. */
export function trainingDesk(settings: Settings | null, language: Language, pointOfSale: string): DeskSettings {
  const base = productionDesk(settings, language);
  const property = settings === null ? 'Harjoitushotelli' : base.property;
  // A limit in another currency would be another sum.
  const askAboveMinor = base.currency === 'EUR' ? base.askAboveMinor : USUAL_ASK_ABOVE_MINOR;
  return { ...base, mode: 'training', environment: 'training', property, currency: 'EUR', askAboveMinor, pointOfSale };
}
