import type { PaymentView } from '../../shared/payment.ts';
import type { RefusalReason } from '../../shared/reasons.ts';
import { refusalReason } from './outcome-model.ts';

export type OutcomeAction = 'retry' | 'other-terminal' | 'manual' | 'rest';

/** What the desk can do next, the most likely first; never a record by hand, which moves no money. `Uusi maksu` is always there as well. */
export function actionsOf(payment: Pick<PaymentView, 'state' | 'reason' | 'restMinor' | 'kind'>): readonly OutcomeAction[] {
  if (payment.kind !== 'sale') return [];
  switch (payment.state) {
    case 'approved':
      return payment.restMinor > 0 ? ['rest'] : [];
    case 'declined':
    case 'cancelled':
    case 'timed-out':
      return ['retry', 'other-terminal', 'manual'];
    case 'refused':
      return actionsAfterRefusal[refusalReason(payment)];
    case 'created':
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
    case 'settled-by-person':
      return [];
  }
}

const actionsAfterRefusal: Record<RefusalReason, readonly OutcomeAction[]> = {
  busy: ['retry', 'other-terminal', 'manual'],
  inactive: ['other-terminal', 'manual'],
  'not-connected': ['retry', 'other-terminal', 'manual'],
  'unknown-terminal': ['other-terminal', 'retry', 'manual'],
  'not-authorised': ['retry', 'manual'],
  'not-sent': ['retry', 'other-terminal', 'manual'],
  'not-latest': [],
};
