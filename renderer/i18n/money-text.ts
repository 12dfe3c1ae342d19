import { formatMoney } from '../../shared/money.ts';
import { useMirror } from '../stores/mirror.ts';
import { currentLanguage } from './t.ts';

/** The property's currency: what is typed at this desk is so many of it. */
export const deskCurrency = (): string => useMirror.getState().snapshot?.desk.currency || 'EUR';

/** An amount in the desk's language, and in the property's currency where no other is named: `128,50 €`. */
export const moneyText = (minor: number, currency = deskCurrency()): string => formatMoney(minor, currency, currentLanguage());

/** The currency alone, as it stands beside the field: `€`. */
export const currencySign = (currency = deskCurrency()): string => moneyText(0, currency).replace(/[\d\s.,]/g, '');
