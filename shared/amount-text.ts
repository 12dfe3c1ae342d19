import { type Language, toDecimalString } from './money.ts';

/** A sum as plain text: `12,50`, in English `12.50`; `1250` in a currency without decimals. */
export function plainSum(minor: number, currency: string, language: Language): string {
  const text = toDecimalString(minor, currency);
  return language === 'en' ? text : text.replace('.', ',');
}

/**
 * A sum for the amount field as people write it: `12 850,00`. It reads as the same sum again, in every currency. The space is an ordinary
 * one, so that what is copied can be typed. In English too: a comma between the thousands could be read as decimals.
 */
export function groupedAmount(minor: number, currency: string, language: Language): string {
  const [whole = '', ...decimals] = amountAsText(minor, currency, language).split(/([.,])/);
  const grouped = whole.startsWith('0') ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return [grouped, ...decimals].join('');
}

/**
 * A sum for the amount field: without grouping, and readable in one way only. In a currency with three decimals `1,250` would be asked
 * about; `01,250` is not.
 */
export function amountAsText(minor: number, currency: string, language: Language): string {
  const plain = plainSum(minor, currency, language);
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain) ? `0${plain}` : plain;
}
