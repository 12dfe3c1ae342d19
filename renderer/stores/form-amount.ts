import { amountAsText } from '../../shared/amount-text.ts';
import type { Language, MinorUnits } from '../../shared/money.ts';
import { type MoneyProblem, parseMoney } from '../../shared/parse-money.ts';
import { failed, type Result } from '../../shared/result.ts';
import { deskCurrency } from './desk-currency.ts';
import { useMirror } from './mirror.ts';
import type { SaleForm } from './sale-form.ts';

/** The sum in the form. After refused text nothing is charged until somebody types: the field may hold another sum than was meant. */
export function formAmount({ amountText, problems }: Pick<SaleForm, 'amountText' | 'problems'>): Result<MinorUnits, MoneyProblem> {
  return problems.amount === 'control-characters' ? failed('control-characters') : parseMoney(amountText, deskCurrency());
}

const deskLanguage = (): Language => useMirror.getState().snapshot?.desk.language ?? 'fi';

/** A payment's sum for the form. Empty if the desk's currency has changed: the same digits would be another sum. */
export const fillableAmount = (minor: MinorUnits, currency: string): string =>
  currency === deskCurrency() ? amountAsText(minor, currency, deskLanguage()) : '';
