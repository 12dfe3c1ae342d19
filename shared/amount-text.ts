import { toDecimalString } from './money.ts';

/** A sum as it stands beside others: `12,50`, `1250` in a currency without decimals. */
export const plainSum = (minor: number, currency: string): string => toDecimalString(minor, currency).replace('.', ',');

/**
 * A sum as it is put into the field: without grouping, and so that it reads in one way only. Where there are three decimals
 * `1,250` would be asked about, and `01,250` is not.
 */
export function amountAsText(minor: number, currency: string): string {
  const plain = plainSum(minor, currency);
  return /^[1-9]\d{0,2},\d{3}$/.test(plain) ? `0${plain}` : plain;
}
