import { formatMoney, LOCALES } from '../../shared/money.ts';
import { currentLanguage } from './t.ts';

/** An amount in the desk's language: `128,50 €`. */
export const moneyText = (minor: number, currency: string): string => formatMoney(minor, currency, currentLanguage());

/** The currency sign alone, for beside the field: `€`. */
export const currencySign = (currency: string): string => moneyText(0, currency).replace(/[\d\s.,]/g, '');

/**
 * An amount in a currency other than the property's, with its code, so that its sign is not taken for ours: `13,50 USD`. Intl decides how
 * many decimals it has.
 */
export function foreignMoneyText(minor: number, currency: string): string {
  const formatter = new Intl.NumberFormat(LOCALES[currentLanguage()], { style: 'currency', currency, currencyDisplay: 'code' });
  const decimals = formatter.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = String(minor).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return formatter.format(`${whole}.${digits.slice(whole.length)}0` as Intl.StringNumericLiteral);
}
