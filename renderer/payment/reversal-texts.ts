import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import type { HeadingKey } from './outcome-model.ts';

export type Reversal = Extract<PaymentView['kind'], 'refund' | 'void'>;

/** Refunds and voids use the sale's screens with their own texts. Null: it is a sale. */
export const reversalOf = ({ kind }: Pick<PaymentView, 'kind'>): Reversal | null => (kind === 'refund' || kind === 'void' ? kind : null);

/** The heading, or null if the sale's heading fits too (a busy terminal). */
export function reversalHeading(back: Reversal, key: HeadingKey): string | null {
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
    case 'timed-out':
      return t(`${back}.why.${payment.state}`);
    default:
      return null;
  }
}

export function reversalNext(back: Reversal, payment: PaymentView): string | null {
  if (payment.reason === 'not-latest') return t('outcome.next.refused.not-latest');
  return payment.moneyMoved === 'no' && payment.settlement === null ? t(`${back}.next`) : null;
}
