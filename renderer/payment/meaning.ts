import { judgeSum } from '../../shared/charged-sum.ts';
import { isOtherCard } from '../../shared/other-card.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { holdsRefused, isForNothing, isOverruled, isRefunded, isVoided, refusalReason } from './outcome-model.ts';

/** What an outcome means to a person. Each has one look, and each look says one thing (`looks.ts`). */
export const meanings = [
  'money-in',
  'money-back',
  'other-card',
  'taken-back',
  'part',
  'differs',
  'signature',
  'signature-refused',
  'late',
  'despite-cancel',
  'return-unclear',
  'record',
  'record-not',
  'unclear',
  'running',
  'declined',
  'cancelled-by-desk',
  'cancelled-by-guest',
  'cancelled',
  'timed-out',
  'busy',
  'not-started',
] as const;
export type Meaning = (typeof meanings)[number];

/** What decides the meaning. */
export type Meant = Pick<
  PaymentView,
  | 'kind'
  | 'state'
  | 'reason'
  | 'amountMinor'
  | 'chargedMinor'
  | 'tipMinor'
  | 'surchargeMinor'
  | 'reversedMinor'
  | 'reversing'
  | 'voided'
  | 'released'
  | 'settlement'
  | 'proof'
  | 'signature'
  | 'despiteCancel'
  | 'card'
  | 'originalCard'
>;

/** @param isAlarm it is an alarm, or was opened from one: proven after the desk had gone on, which the payment itself may not tell. */
export function meaningOf(payment: Meant, isAlarm = false): Meaning {
  if (isVoided(payment) || isRefunded(payment)) return 'taken-back';
  switch (payment.state) {
    case 'approved':
      return ofApproval(payment, isAlarm);
    case 'settled-by-person':
      if (isOverruled(payment)) return payment.reversing || payment.voided === 'unknown' ? 'return-unclear' : 'late';
      return payment.settlement?.charged === false ? 'record-not' : 'record';
    case 'declined':
    case 'timed-out':
      return payment.state;
    case 'cancelled':
      if (payment.reason === 'by-desk') return 'cancelled-by-desk';
      return payment.reason === 'by-guest' ? 'cancelled-by-guest' : 'cancelled';
    case 'refused':
      return refusalReason(payment) === 'busy' ? 'busy' : 'not-started';
    case 'created':
    case 'sent':
    case 'cancelling':
      return payment.released ? 'unclear' : 'running';
    case 'checking':
    case 'unresolved':
      return 'unclear';
  }
}

/** What must be looked at first comes first. */
function ofApproval(payment: Meant, isAlarm: boolean): Meaning {
  if (isForNothing(payment)) return 'unclear';
  // Nobody knows whether its money has gone back: green would be a guess.
  if (payment.voided === 'unknown' || payment.reversing) return 'return-unclear';
  if (holdsRefused(payment)) return 'signature-refused';
  if (payment.signature === 'asked') return 'signature';
  if (isAlarm || payment.released) return 'late';
  if (payment.despiteCancel) return 'despite-cancel';
  const sum = judgeSum(payment);
  if (sum !== 'as-asked') return sum;
  if (isOtherCard(payment)) return 'other-card';
  return payment.kind === 'refund' || payment.kind === 'void' ? 'money-back' : 'money-in';
}
