import { minorDigits } from '../../shared/currency.ts';

/**
 * Metals, funds and test codes of ISO 4217, which have no minor units. The other codes that begin with X are currencies that several
 * countries share.
 */
const NO_MONEY = /^X(?!AF$|CD$|CG$|OF$|PF$)/;

/**
 * Whether a desk may use this currency: it must exist, and its number of decimals must be certain. Where ISO 4217 and Intl disagree, a
 * hundred times the shown sum could be sent.
 *
 * @returns what is wrong with it, or null.
 */
export function currencyProblem(code: string): string | null {
  if (!/^[A-Z]{3}$/.test(code)) return 'must be three capital letters, such as EUR';
  if (NO_MONEY.test(code) || !Intl.supportedValuesOf('currency').includes(code)) return `${code} is not a currency`;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
  if (maximumFractionDigits === minorDigits(code)) return null;
  return `${code} cannot be used: this system and ISO 4217 give it different decimals`;
}
