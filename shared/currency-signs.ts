import { LOCALES, languages } from './money.ts';

export type CurrencySigns = { readonly before: readonly string[]; readonly after: readonly string[] };

/** Words that people write after a sum, besides the signs that Intl knows. */
const WORDS: Readonly<Record<string, readonly string[]>> = { EUR: ['e', 'eur', 'euro', 'euroa', 'euros'] };
const known = new Map<string, CurrencySigns>();

/**
 * What people write beside a sum of this currency: `€`, `EUR`, `euroa`; `kr`, `ISK`. In lower case, with plain spaces, the longest first.
 */
export function currencySigns(currency: string): CurrencySigns {
  let signs = known.get(currency);
  if (signs === undefined) {
    signs = findSigns(currency);
    known.set(currency, signs);
  }
  return signs;
}

function findSigns(currency: string): CurrencySigns {
  const found = new Set([currency.toLowerCase()]);
  for (const language of languages) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const parts = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, currencyDisplay }).formatToParts(1);
      for (const { type, value } of parts) if (type === 'currency') found.add(value.toLowerCase().replace(/\p{Zs}/gu, ' '));
    }
  }
  if (found.has('kr')) found.add('kr.');
  const after = [...found, ...(WORDS[currency] ?? [])];
  return { before: longestFirst(found), after: longestFirst(after) };
}

const longestFirst = (signs: Iterable<string>): string[] => [...new Set(signs)].sort((a, b) => b.length - a.length);
