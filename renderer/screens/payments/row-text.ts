import type { PaymentView } from '../../../shared/payment.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { looks } from '../../payment/looks.ts';
import { rowDetail } from '../../payment/row-detail.ts';
import { sumText } from '../../payment/sums.ts';
import { meaningNow } from '../../payment/use-meaning.ts';
import { dateAndClockText } from '../../time/clock-text.ts';

export const referenceText = ({ reference }: PaymentView): string => (reference === '' ? t('today.noReference') : reference);

/** Time, reference, state, terminal, person and sum: what a row says. */
export function rowText(payment: PaymentView, timeZone: string): readonly string[] {
  const meaning = meaningNow(payment);
  return [
    dateAndClockText(payment.startedAt, timeZone, currentLanguage()),
    referenceText(payment),
    rowDetail(payment, meaning, payment.terminalId),
    payment.terminalName ?? '',
    payment.operator ?? '',
    sumText(payment, looks[meaning].sum),
  ];
}
