import { languages as own } from '../../../renderer/i18n/languages.ts';
import type { Translation } from '../../../shared/texts/catalogue.ts';
import { fi } from '../../../shared/texts/fi/index.ts';
import { pseudoLocale } from '../pseudo-locale.ts';

/** Stands in the place of the window's own languages. Where `speakLonger` asked for it, longer words take the place of English. */
export const languages = {
  sv: own.sv,
  en: (): Promise<Translation> => (document.documentElement.dataset['words'] === 'longer' ? longer() : own.en()),
};
const longer = async (): Promise<Translation> => pseudoLocale(fi);
