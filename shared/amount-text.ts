import { toDecimalString } from './money.ts';

/** A sum as plain text: `12,50`; `1250` in a currency without decimals. */
export const plainSum = (minor: number, currency: string): string => toDecimalString(minor, currency).replace('.', ',');

/**
 * A sum for the amount field: without grouping, and readable in one way only. In a currency with three decimals `1,250` would be asked
 * about; `01,250` is not.
 */
export function amountAsText(minor: number, currency: string): string {
  const plain = plainSum(minor, currency);
  return /^[1-9]\d{0,2},\d{3}$/.test(plain) ? `0${plain}` : plain;
}
