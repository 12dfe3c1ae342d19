import { languages as own } from '../../../renderer/i18n/languages.ts';
import type { Translation } from '../../../shared/texts/catalogue.ts';
import { fi } from '../../../shared/texts/fi/index.ts';
import { pseudoLocale } from '../pseudo-locale.ts';

/** Stands in the place of the window's own languages: with `?pseudo` the place of English is taken by longer words. */
const isPseudo = new URLSearchParams(window.location.search).has('pseudo');
export const languages = { sv: own.sv, en: isPseudo ? async (): Promise<Translation> => pseudoLocale(fi) : own.en };
