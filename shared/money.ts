import { minorDigits } from './currency.ts';

/** Amounts are integers in minor units: cents, or whole units of a currency that has none. No floating point touches money anywhere. */
export type MinorUnits = number;

/** The most one sale may ask for: 999 999,99, or 99 999 999 where there are no decimals. */
export const MAX_AMOUNT_MINOR: MinorUnits = 99_999_999;

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];
export const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-IE' };
const formatters = new Map<string, Intl.NumberFormat>();

/**
 * Writes an amount for people: `128,50 €`, `1 250 ISK`.
 * The digits go to Intl as a decimal string, which it keeps exactly; a division would make a float of it.
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
  return formatter.format(`${toDecimalString(minor, currency)}` as Intl.StringNumericLiteral);
}

/** Exact decimal text with a point, for files and logs: 1250 → `12.50` in EUR, `1250` in ISK, `1.250` in KWD. */
export function toDecimalString(minor: MinorUnits, currency: string): string {
  const decimals = minorDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
