import { createInstance } from 'i18next';
import { type Language, LOCALES } from '../../shared/money.ts';
import type { CountedKey, TextKey, ValuesOf } from '../../shared/texts/catalogue.ts';
import { fi } from '../../shared/texts/fi/index.ts';
import { languages } from './languages.ts';

type ValueArguments<Names extends string> = [Names] extends [never] ? [] : [values: Readonly<Record<Names, string | number>>];

const texts = createInstance();
void texts.init({
  lng: 'fi',
  resources: { fi: { translation: fi } },
  // The texts are already loaded, so the first paint need not wait.
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});
let language: Language = 'fi';
/** The language that was chosen last: one that finishes loading later must not replace it. */
let asked: Language = language;

export const currentLanguage = (): Language => language;

/** The language that main wrote into the page. */
export const pageLanguage = (): Language => {
  const { lang } = document.documentElement;
  return lang === 'sv' || lang === 'en' ? lang : 'fi';
};

/** Changes the language of all texts that are read from now on. False if the program does not have that language yet. */
export async function switchLanguage(wanted: Language): Promise<boolean> {
  asked = wanted;
  if (wanted === language) return false;
  if (wanted !== 'fi') {
    const load = languages[wanted];
    if (load === undefined) return false;
    texts.addResourceBundle(wanted, 'translation', await load());
  }
  if (asked !== wanted) return false;
  await texts.changeLanguage(wanted);
  language = wanted;
  document.documentElement.lang = wanted;
  return true;
}

/** The text of a key in the current language. A missing key or value does not compile. */
export const t = <K extends TextKey>(key: K, ...[values]: ValueArguments<ValuesOf<K>>): string => write(key, { ...values });

/** The text for a number, in the form that the language has for it; `{{count}}` is written as the language writes numbers: `29 000`. */
export const tCount = <K extends CountedKey>(key: K, count: number): string => write(key, { count, replace: { count: numberText(count) } });

const numberText = (count: number): string => new Intl.NumberFormat(LOCALES[language]).format(count);

/** Keys and values have been checked against the Finnish texts, more strictly than i18next's own types do. */
const write = (key: string, values: Record<string, unknown>): string => texts.t(key, values);
