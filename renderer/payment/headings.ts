import type { PaymentView } from '../../shared/payment.ts';
import type { RefusalReason } from '../../shared/reasons.ts';
import { t } from '../i18n/t.ts';
import type { Meaning } from './meaning.ts';
import { isVoided, refusalReason } from './outcome-model.ts';
import { type Reversal, reversalOf } from './reversal-texts.ts';

export type HeadingKey =
  | 'approved'
  | 'part'
  | 'differs'
  | 'late'
  | 'despite-cancel'
  | 'declined'
  | 'cancelled'
  | 'timed-out'
  | RefusalReason
  | 'unclear'
  | 'settled'
  | 'manual'
  | 'voided'
  | 'refunded';

/** The heading of each meaning; some have several, told apart by the payment's kind or reason. */
export function headingOf(payment: Pick<PaymentView, 'kind' | 'reason' | 'voided'>, meaning: Meaning): HeadingKey {
  switch (meaning) {
    case 'money-in':
    case 'money-back':
    case 'other-card':
    case 'signature':
    case 'signature-refused':
    case 'return-unclear':
      return 'approved';
    case 'taken-back':
      return isVoided(payment) ? 'voided' : 'refunded';
    case 'record':
    case 'record-not':
      return payment.kind === 'manual' ? 'manual' : 'settled';
    case 'running':
      return 'unclear';
    case 'cancelled':
    case 'cancelled-by-desk':
    case 'cancelled-by-guest':
      return 'cancelled';
    case 'busy':
    case 'not-started':
      return refusalReason(payment);
    case 'part':
    case 'differs':
    case 'late':
    case 'despite-cancel':
    case 'unclear':
    case 'declined':
    case 'timed-out':
      return meaning;
  }
}

/** The heading, or null if the sale's heading fits too (a busy terminal). */
function reversalHeading(back: Reversal, key: HeadingKey): string | null {
  switch (key) {
    case 'approved':
    case 'part':
    case 'differs':
    case 'late':
    case 'despite-cancel':
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

/** What a payment that ended like this is called, above its sum. */
export function headingText(payment: PaymentView, meaning: Meaning): string {
  const key = headingOf(payment, meaning);
  const back = reversalOf(payment);
  return (back === null ? null : reversalHeading(back, key)) ?? t(`outcome.headings.${key}`);
}

/** What must be read beside the heading: it is only a record, a signature is to be judged, its money may have gone back, or went to another card. */
export function tagText({ voided }: Pick<PaymentView, 'voided'>, meaning: Meaning): string | null {
  switch (meaning) {
    case 'record':
    case 'record-not':
      return t('outcome.tags.record');
    case 'signature':
    case 'other-card':
      return t(`outcome.tags.${meaning}`);
    case 'signature-refused':
      return t('signature.refusedTitle');
    case 'return-unclear':
      return t(voided === 'unknown' ? 'today.voidUnclear' : 'today.refundUnclear');
    default:
      return null;
  }
}
