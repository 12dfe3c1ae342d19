import type { PaymentView } from '../../../shared/payment.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import type { HeadingKey } from '../outcome/outcome-model.ts';

/** The heading of a refund, or null where the sale's says it as well (a busy terminal is a busy terminal). */
export function refundHeading(key: HeadingKey): string | null {
  switch (key) {
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'not-sent':
    case 'unclear':
    case 'settled':
      return t(`refund.headings.${key}`);
    case 'busy':
    case 'inactive':
    case 'not-connected':
    case 'unknown-terminal':
    case 'not-authorised':
    case 'manual':
      return null;
  }
}

/** Which way the money went, if it went. */
export function refundMoney(payment: PaymentView): string {
  const sum = moneyText(payment.chargedMinor, payment.currency);
  switch (payment.moneyMoved) {
    case 'unknown':
      return t('refund.money.maybe');
    case 'yes':
      return payment.proof === 'person' ? t('refund.money.settledDone', { sum }) : t('refund.money.done', { sum });
    case 'no':
      return payment.settlement === null ? t('refund.money.not') : t('refund.money.settledNot');
  }
}

/** Null where the sale's own words fit. */
export function refundWhy(payment: PaymentView): string | null {
  switch (payment.state) {
    case 'declined':
    case 'cancelled':
    case 'timed-out':
      return t(`refund.why.${payment.state}`);
    default:
      return null;
  }
}

export function refundNext(payment: PaymentView): string | null {
  return payment.moneyMoved === 'no' && payment.settlement === null ? t('refund.next') : null;
}
