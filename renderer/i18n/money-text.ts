import { formatMoney } from '../../shared/money.ts';
import { useMirror } from '../stores/mirror.ts';
import { currentLanguage } from './t.ts';

/** The property's currency: what is typed at this desk is so many of it. */
export const deskCurrency = (): string => useMirror.getState().snapshot?.desk.currency || 'EUR';

/** An amount in the desk's language, and in the property's currency where no other is named: `128,50 €`. */
export const moneyText = (minor: number, currency = deskCurrency()): string => formatMoney(minor, currency, currentLanguage());

/** The currency alone, as it stands beside the field: `€`. */
export const currencySign = (currency = deskCurrency()): string => moneyText(0, currency).replace(/[\d\s.,]/g, '');

/**
 * An amount in a currency that is not the property's, named by its code so that no sign is mistaken for ours: `13,50 USD`. How
 * many decimals it has is the currency's own affair.
 */
export function foreignMoneyText(minor: number, currency: string): string {
  const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-IE' }[currentLanguage()];
  const formatter = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
  const decimals = formatter.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = String(minor).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return formatter.format(`${whole}.${digits.slice(whole.length)}0` as Intl.StringNumericLiteral);
}
