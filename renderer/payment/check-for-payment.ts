import type { CheckName } from '../../shared/check-names.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { RefusalReason } from '../../shared/reasons.ts';
import { refusalReason } from './outcome-model.ts';

/** The check that fits an outcome; null if no check could find anything. */
export function checkForPayment(payment: Pick<PaymentView, 'state' | 'reason'>): CheckName | null {
  switch (payment.state) {
    case 'timed-out':
      return 'connected';
    case 'checking':
    case 'unresolved':
      return 'login';
    case 'refused':
      return afterRefusal[refusalReason(payment)];
    default:
      return null;
  }
}

const afterRefusal: Readonly<Record<RefusalReason, CheckName>> = {
  busy: 'free',
  inactive: 'active',
  'not-connected': 'connected',
  'unknown-terminal': 'id',
  'not-authorised': 'login',
  'not-sent': 'login',
  'not-latest': 'login',
};
