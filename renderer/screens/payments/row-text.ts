import type { PaymentView } from '../../../shared/payment.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { reversalOf } from '../../payment/reversal-texts.ts';
import { rowDetail } from '../../payment/row-detail.ts';
import { dateAndClockText } from '../../time/clock-text.ts';

/** What was charged, or what was asked where nothing was; negative where money went back. */
export const rowSum = (payment: PaymentView): string => {
  const minor = payment.chargedMinor > 0 ? payment.chargedMinor : payment.amountMinor;
  return moneyText(reversalOf(payment) === null ? minor : -minor, payment.currency);
};

export const referenceText = ({ reference }: PaymentView): string => (reference === '' ? t('today.noReference') : reference);

/** Time, reference, state, terminal, person and sum: what a row says. */
export const rowText = (payment: PaymentView, timeZone: string): readonly string[] => [
  dateAndClockText(payment.startedAt, timeZone, currentLanguage()),
  referenceText(payment),
  rowDetail(payment, payment.terminalId),
  payment.terminalName ?? '',
  payment.operator ?? '',
  rowSum(payment),
];
