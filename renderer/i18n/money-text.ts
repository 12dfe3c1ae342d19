import { formatMoney } from '../../shared/money.ts';
import { useMirror } from '../stores/mirror.ts';
import { currentLanguage } from './t.ts';

/** An amount in the property's currency and the desk's language: `128,50 €`. */
export function moneyText(minor: number, currency?: string): string {
  const known = currency ?? useMirror.getState().snapshot?.desk.currency;
  return formatMoney(minor, known === undefined || known === '' ? 'EUR' : known, currentLanguage());
}

/** The currency alone, as it stands beside the field: `€`. */
export function currencySign(): string {
  return moneyText(0).replace(/[\d\s.,]/g, '');
}
