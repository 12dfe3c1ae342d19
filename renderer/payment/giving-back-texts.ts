import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import type { HeadingKey } from './outcome-model.ts';

export type GivingBack = Extract<PaymentView['kind'], 'refund' | 'void'>;

/** Money that goes back goes the sale's way and says its own words. Null: it is a sale's. */
export const givingBackOf = ({ kind }: Pick<PaymentView, 'kind'>): GivingBack | null =>
  kind === 'refund' || kind === 'void' ? kind : null;

/** The heading, or null where the sale's says it as well (a busy terminal is a busy terminal). */
export function givingBackHeading(back: GivingBack, key: HeadingKey): string | null {
  switch (key) {
    case 'approved':
    case 'part':
    case 'differs':
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'not-sent':
    case 'not-latest':
    case 'unclear':
    case 'settled':
      return t(`${back}.headings.${key}`);
    case 'busy':
    case 'inactive':
    case 'not-connected':
    case 'unknown-terminal':
    case 'not-authorised':
    case 'manual':
    case 'voided':
    case 'refunded':
      return null;
  }
}

/** Which way the money went, if it went. */
export function givingBackMoney(back: GivingBack, payment: PaymentView): string {
  const sum = moneyText(payment.chargedMinor, payment.currency);
  switch (payment.moneyMoved) {
    case 'unknown':
      return t(`${back}.money.maybe`);
    case 'yes':
      // More or less than was asked: both sums, so that nobody takes one for the other.
      if (payment.chargedMinor !== payment.amountMinor) {
        return t(`${back}.money.other`, { sum, asked: moneyText(payment.amountMinor, payment.currency) });
      }
      return payment.proof === 'person' ? t(`${back}.money.settledDone`, { sum }) : t(`${back}.money.done`, { sum });
    case 'no':
      return payment.settlement === null ? t(`${back}.money.not`) : t(`${back}.money.settledNot`);
  }
}

/** Null where the sale's own words fit. */
export function givingBackWhy(back: GivingBack, payment: PaymentView): string | null {
  switch (payment.state) {
    case 'declined':
    case 'cancelled':
    case 'timed-out':
      return t(`${back}.why.${payment.state}`);
    default:
      return null;
  }
}

export function givingBackNext(back: GivingBack, payment: PaymentView): string | null {
  if (payment.reason === 'not-latest') return t('outcome.next.refused.not-latest');
  return payment.moneyMoved === 'no' && payment.settlement === null ? t(`${back}.next`) : null;
}
