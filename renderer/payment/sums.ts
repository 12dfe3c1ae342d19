import { judgeSum } from '../../shared/charged-sum.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import type { SumForm } from './looks.ts';
import { reversalOf } from './reversal-texts.ts';

type Summed = Pick<
  PaymentView,
  'kind' | 'amountMinor' | 'chargedMinor' | 'tipMinor' | 'surchargeMinor' | 'reversedMinor' | 'restMinor' | 'rests' | 'currency'
>;

/** What was charged, or what was asked where nothing was. What should go back has a minus, also where it did not: a refused refund is no refused sale. */
export function sumText(payment: Summed, form: SumForm): string {
  const moved = form === 'plain' || form === 'back' || form === 'struck';
  const minor = moved && payment.chargedMinor > 0 ? payment.chargedMinor : payment.amountMinor;
  return moneyText(reversalOf(payment) === null ? minor : -minor, payment.currency);
}

export type SecondSum = { readonly first: string; readonly second: string; readonly sum: string };

/** The sum that must be read beside the first one, and what each of the two is; null if one sum says it all. */
export function secondSum(payment: Summed, form: SumForm): SecondSum | null {
  if (form !== 'plain' && form !== 'back') return null;
  const { chargedMinor, amountMinor, currency } = payment;
  const back = reversalOf(payment);
  const judged = chargedMinor > 0 ? judgeSum(payment) : 'as-asked';
  if (judged !== 'as-asked') {
    if (back !== null) return { first: t(`${back}.sums.done`), second: t('outcome.sums.asked'), sum: moneyText(-amountMinor, currency) };
    return judged === 'part' || payment.restMinor > 0
      ? { first: t('outcome.sums.paid'), ...restOf(payment) }
      : { first: t('outcome.sums.charged'), second: t('outcome.sums.asked'), sum: moneyText(amountMinor, currency) };
  }
  if (back !== null || payment.reversedMinor <= 0) return null;
  return { first: t('outcome.sums.charged'), second: t('outcome.sums.refunded'), sum: moneyText(-payment.reversedMinor, currency) };
}

/** What has become of the rest: missing, paid, maybe paid; or the asked sum, where the rest can no longer be collected. */
function restOf({ restMinor, rests, amountMinor, currency }: Summed): { second: string; sum: string } {
  if (restMinor > 0) return { second: t('outcome.sums.missing'), sum: moneyText(restMinor, currency) };
  const all = rests.reduce((sum, { minor }) => sum + minor, 0);
  if (all === 0) return { second: t('outcome.sums.asked'), sum: moneyText(amountMinor, currency) };
  const isCertain = rests.every(({ moneyMoved }) => moneyMoved === 'yes');
  return { second: t(isCertain ? 'outcome.sums.restPaid' : 'outcome.sums.restUnclear'), sum: moneyText(all, currency) };
}
