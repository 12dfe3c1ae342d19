import type { Language } from '../../shared/money.ts';
import type { CountedKey, TextKey, Translation, ValuesOf } from './catalogue.ts';
import { fi } from './fi/index.ts';

// Keys, {{gaps}} and _one/_other follow i18next's format, so that translators' tools read the files; the library itself
// would add a sixth to the code on the way to the first typed amount.
type Values = Readonly<Record<string, string | number>>;
type ValueArguments<Names extends string> = [Names] extends [never] ? [] : [values: Readonly<Record<Names, string | number>>];

/** Swedish and English come as `() => import('./sv/index.ts')`: only Finnish is on the way to the first paint. */
const languages: Partial<Record<Language, () => Promise<Translation>>> = {};

let texts: Translation = fi;
let plural = new Intl.PluralRules('fi');
let language: Language = 'fi';

export const currentLanguage = (): Language => language;

/** Changes the language of every text read from now on. A language that the program does not have yet stays as it was. */
export async function switchLanguage(wanted: Language): Promise<void> {
  if (wanted === language) return;
  const load = wanted === 'fi' ? async () => fi : languages[wanted];
  if (load === undefined) return;
  texts = await load();
  plural = new Intl.PluralRules(wanted);
  language = wanted;
  document.documentElement.lang = wanted;
}

/** The text of a key in the current language. */
export function t<K extends TextKey>(key: K, ...[values]: ValueArguments<ValuesOf<K>>): string {
  return fill(lookUp(key), values);
}

/** The text for so many: `{{count}}` is filled in. */
export function tCount<K extends CountedKey>(key: K, count: number): string {
  const form = plural.select(count) === 'one' ? 'one' : 'other';
  return fill(lookUp(`${key}_${form}`), { count });
}

function lookUp(key: string): string {
  let found: unknown = texts;
  for (const part of key.split('.')) found = isBranch(found) ? found[part] : undefined;
  return typeof found === 'string' ? found : key;
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const fill = (text: string, values: Values | undefined): string =>
  values === undefined ? text : text.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap));
