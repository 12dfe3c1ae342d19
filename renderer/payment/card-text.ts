import type { PaymentView } from '../../shared/payment.ts';
import { t } from '../i18n/t.ts';

/** `VISA ····4242`; null if no card was read. */
export function cardText(payment: Pick<PaymentView, 'card'>): string | null {
  const { card } = payment;
  if (card === null) return null;
  const ending = card.last4 === null ? '' : t('today.cardEnding', { last4: card.last4 });
  const text = `${card.brand} ${ending}`.trim();
  return text === '' ? null : text;
}
