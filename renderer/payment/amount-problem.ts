import { minorDigits } from '../../shared/currency.ts';
import { MAX_AMOUNT_MINOR } from '../../shared/money.ts';
import type { MoneyProblem } from '../../shared/parse-money.ts';
import { moneyText } from '../i18n/money-text.ts';
import { currentLanguage, t } from '../i18n/t.ts';

/** A sum that can be read in one way only, with the currency's decimals. */
const EXAMPLES: Readonly<Record<number, string>> = { 0: '1250', 2: '12,50', 3: '12,5' };

/** What is wrong with a sum, with an example in its currency. */
export function amountProblem(problem: MoneyProblem, currency: string): string {
  const digits = minorDigits(currency);
  const written = EXAMPLES[digits] ?? '12,5';
  const example = currentLanguage() === 'en' ? written.replace(',', '.') : written;
  return t(`sale.amountProblems.${problem}`, { digits, example, max: moneyText(MAX_AMOUNT_MINOR, currency) });
}
