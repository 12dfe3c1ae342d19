import { createInstance } from 'i18next';
import type { Language } from '../../shared/money.ts';
import type { CountedKey, TextKey, Translation, ValuesOf } from '../../shared/texts/catalogue.ts';
import { fi } from '../../shared/texts/fi/index.ts';

type ValueArguments<Names extends string> = [Names] extends [never] ? [] : [values: Readonly<Record<Names, string | number>>];

/** Swedish and English come as `() => import('./sv/index.ts')`: only Finnish is on the way to the first paint. */
const languages: Partial<Record<Language, () => Promise<Translation>>> = {};

const texts = createInstance();
void texts.init({
  lng: 'fi',
  resources: { fi: { translation: fi } },
  // The texts are at hand: the first paint waits for nothing.
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});
let language: Language = 'fi';

export const currentLanguage = (): Language => language;

/** Changes the language of every text read from now on. A language that the program does not have yet stays as it was. */
export async function switchLanguage(wanted: Language): Promise<void> {
  if (wanted === language) return;
  if (wanted !== 'fi') {
    const load = languages[wanted];
    if (load === undefined) return;
    texts.addResourceBundle(wanted, 'translation', await load());
  }
  await texts.changeLanguage(wanted);
  language = wanted;
  document.documentElement.lang = wanted;
}

/** The text of a key in the current language. A missing key or value does not compile. */
export const t = <K extends TextKey>(key: K, ...[values]: ValueArguments<ValuesOf<K>>): string => write(key, { ...values });

/** The text for so many: `{{count}}` is filled in. */
export const tCount = <K extends CountedKey>(key: K, count: number): string => write(key, { count });

/** Keys and values were checked against the Finnish texts already, more strictly than i18next's own types would. */
const write = (key: string, values: Record<string, string | number>): string => texts.t(key, values);
