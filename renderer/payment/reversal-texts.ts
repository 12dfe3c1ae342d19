import { isOtherCard } from '../../shared/other-card.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { wasFullTime } from '../time/countdown.ts';
import { cardText } from './card-text.ts';

export type Reversal = Extract<PaymentView['kind'], 'refund' | 'void'>;

/** Refunds and voids use the sale's screens with their own texts. Null: it is a sale. */
export const reversalOf = ({ kind }: Pick<PaymentView, 'kind'>): Reversal | null => (kind === 'refund' || kind === 'void' ? kind : null);

/** Whether the money went back. */
export function reversalMoney(back: Reversal, payment: PaymentView): string {
  const sum = moneyText(payment.chargedMinor, payment.currency);
  switch (payment.moneyMoved) {
    case 'unknown':
      return t(`${back}.money.maybe`);
    case 'yes':
      // More or less than was asked: both sums are shown, so that they are not confused.
      if (payment.chargedMinor !== payment.amountMinor) {
        return t(`${back}.money.other`, { sum, asked: moneyText(payment.amountMinor, payment.currency) });
      }
      if (isOtherCard(payment))
        return t('refund.money.otherCard', { sum, to: cardText(payment) ?? '', from: cardText({ card: payment.originalCard }) ?? '' });
      return payment.proof === 'person' ? t(`${back}.money.settledDone`, { sum }) : t(`${back}.money.done`, { sum });
    case 'no':
      return payment.settlement === null ? t(`${back}.money.not`) : t(`${back}.money.settledNot`);
  }
}

/** Null if the sale's own text fits. */
export function reversalWhy(back: Reversal, payment: PaymentView): string | null {
  switch (payment.state) {
    case 'declined':
    case 'cancelled':
      return t(`${back}.why.${payment.state}`);
    case 'timed-out':
      return back === 'refund' && !wasFullTime(payment) ? t('refund.why.timeoutEarly') : t(`${back}.why.timed-out`);
    default:
      return null;
  }
}

export function reversalNext(back: Reversal, payment: PaymentView): string | null {
  if (payment.reason === 'not-latest') return t('outcome.next.refused.not-latest');
  return payment.moneyMoved === 'no' && payment.settlement === null ? t(`${back}.next`) : null;
}
