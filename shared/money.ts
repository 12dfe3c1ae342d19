import { minorDigits } from './currency.ts';

/** Amounts are integers in minor units: cents, or whole units of a currency without them. Money is never a floating-point number. */
export type MinorUnits = number;

/** The largest sum of one sale: 999 999,99, or 99 999 999 without decimals. */
export const MAX_AMOUNT_MINOR: MinorUnits = 99_999_999;

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];
/** How each language writes sums, numbers, dates and times at a hotel of the euro area: `12,50 €`, `9.41`; in English `€12.50`, `9:41`. */
export const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-IE' };
const formatters = new Map<string, Intl.NumberFormat>();

/**
 * Writes an amount for people: `128,50 €`, `1 250 ISK`. Intl gets the digits as a decimal string and keeps them exactly; a division would
 * make a floating-point number.
 */
export function formatMoney(minor: MinorUnits, currency: string, language: Language): string {
  const key = `${language}:${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const digits = minorDigits(currency);
    const form = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
    formatter = new Intl.NumberFormat(LOCALES[language], form);
    formatters.set(key, formatter);
  }
  // English has a hyphen there, which is overlooked beside a sum.
  return formatter.format(`${toDecimalString(minor, currency)}` as Intl.StringNumericLiteral).replace('-', '−');
}

/** Exact decimal text with a point, for files and logs: 1250 is `12.50` in EUR, `1250` in ISK, `1.250` in KWD. */
export function toDecimalString(minor: MinorUnits, currency: string): string {
  const decimals = minorDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
