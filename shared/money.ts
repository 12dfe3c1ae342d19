import { failed, ok, type Result } from './result.ts';

/** Amounts are integers in minor units (cents). No floating point touches money anywhere. */
export type MinorUnits = number;

/** The most one sale may ask for: 999 999,99. */
export const MAX_AMOUNT_MINOR: MinorUnits = 99_999_999;

export type MoneyProblem = 'empty' | 'not-a-number' | 'zero' | 'negative' | 'too-large' | 'too-many-decimals' | 'ambiguous';

// Grouping as people type or paste it: space, no-break space, narrow no-break space, apostrophe.
const GROUP_CHARACTERS = /[ \u00a0\u202f'’]/g;
const GROUPED_BY_SPACE = /^\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d*)?$/;
const CURRENCY_SIGN = /^(?:€|EUR|eur)\s*|\s*(?:€|EUR|eur)$/g;

/**
 * Reads what a person typed as an amount: `12,5`, `12.50`, `1 250,00`, `1.250,00`, `€12`.
 *
 * A lone separator before exactly three digits (`1.250`, `1,250`) is refused as ambiguous: it is a thousand to one
 * half of Europe and one and a quarter to the other, and charging the wrong one cannot be taken back quietly.
 *
 * @returns minor units between 1 and {@link MAX_AMOUNT_MINOR}, or the one problem that stands in the way.
 */
export function parseMoney(text: string): Result<MinorUnits, MoneyProblem> {
  let rest = text.trim().replace(CURRENCY_SIGN, '').trim();
  if (rest === '') return failed('empty');

  const negative = /^[-−–]/.test(rest);
  if (negative || rest.startsWith('+')) rest = rest.slice(1).replace(CURRENCY_SIGN, '').trim();
  if (!/^\d/.test(rest) && !/^[.,]\d/.test(rest)) return failed('not-a-number');

  if (/[ \u00a0\u202f'’]/.test(rest)) {
    if (!GROUPED_BY_SPACE.test(rest)) return failed('not-a-number');
    rest = rest.replace(GROUP_CHARACTERS, '');
  } else if (/^\d{1,3}[.,]\d{3}$/.test(rest)) {
    // "0,125" can be no thousand: it is three decimals, and says so.
    return failed(/^0[.,]/.test(rest) ? 'too-many-decimals' : 'ambiguous');
  }

  const split = splitDecimals(rest);
  if (split === null) return failed('not-a-number');
  const { whole, decimals } = split;
  if (decimals.length > 2) return failed('too-many-decimals');

  const significant = whole.replace(/^0+/, '');
  if (significant.length > 6) return failed(negative ? 'negative' : 'too-large');
  const minor = Number.parseInt(`${significant === '' ? '0' : significant}${decimals.padEnd(2, '0')}`, 10);
  if (minor === 0) return failed('zero');
  if (negative) return failed('negative');
  if (minor > MAX_AMOUNT_MINOR) return failed('too-large');
  return ok(minor);
}

/** `1.250,00` and `1,250.00`: where both separators stand, the last one is the decimal one and the other must group by three. */
function splitDecimals(text: string): { whole: string; decimals: string } | null {
  const both = /^(\d{1,3})((?:\.\d{3})+),(\d*)$/.exec(text) ?? /^(\d{1,3})((?:,\d{3})+)\.(\d*)$/.exec(text);
  if (both !== null) return { whole: `${both[1]}${both[2]}`.replace(/[.,]/g, ''), decimals: both[3] ?? '' };
  // Two or more of the same separator can only group: 1.250.000
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/.test(text)) {
    return { whole: text.replace(/[.,]/g, ''), decimals: '' };
  }
  const plain = /^(\d*)(?:[.,](\d*))?$/.exec(text);
  return plain === null ? null : { whole: plain[1] ?? '', decimals: plain[2] ?? '' };
}

export type Language = 'fi' | 'sv' | 'en';
const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-IE' };
const formatters = new Map<string, Intl.NumberFormat>();

/**
 * Writes an amount for people: `128,50 €`.
 * The digits go to Intl as a decimal string, which it keeps exactly; a division would make a float of it.
 */
export function formatMoney(minor: MinorUnits, currency: string, language: Language): string {
  const key = `${language}:${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency });
    formatters.set(key, formatter);
  }
  return formatter.format(`${toDecimalString(minor)}` as Intl.StringNumericLiteral);
}

/** Exact decimal text with a point, for files and logs: 1250 → `12.50`. */
export function toDecimalString(minor: MinorUnits): string {
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
