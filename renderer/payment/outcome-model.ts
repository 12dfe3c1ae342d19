import { judgeSum, netMinor } from '../../shared/charged-sum.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { type RefusalReason, refusalReasons } from '../../shared/reasons.ts';

/** `differs`: the money that moved is not the sum asked for. Somebody must look, so it is never green. */
export type Tone = 'paid' | 'differs' | 'failed' | 'unclear' | 'manual';

type Sums = Pick<PaymentView, 'amountMinor' | 'chargedMinor' | 'tipMinor' | 'surchargeMinor'>;

export type HeadingKey =
  | 'approved'
  | 'part'
  | 'differs'
  | 'declined'
  | 'cancelled'
  | 'timed-out'
  | RefusalReason
  | 'unclear'
  | 'settled'
  | 'manual'
  | 'voided'
  | 'refunded';

/** Charged and voided: it must not look paid, even from two metres away. */
export const isVoided = (payment: Pick<PaymentView, 'voided'>): boolean => payment.voided === 'yes';

type Worth = Pick<PaymentView, 'kind' | 'voided' | 'chargedMinor' | 'reversedMinor'>;

/** Charged and refunded in full: like a void, it must not look paid. */
export const isRefunded = (payment: Worth): boolean =>
  payment.kind === 'sale' && !isVoided(payment) && payment.chargedMinor > 0 && payment.reversedMinor >= payment.chargedMinor;

/** The guest was charged and the signature was refused. No longer true once the money has gone back. */
export const holdsRefused = (payment: Worth & Pick<PaymentView, 'signature'>): boolean =>
  payment.signature === 'refused' && !isVoided(payment) && !isRefunded(payment);

/**
 * The view's reason may be any text. For a refusal it is always in the list; anything else is shown as what is certain: nothing was sent.
 */
export function refusalReason(payment: Pick<PaymentView, 'reason'>): RefusalReason {
  return refusalReasons.find((reason) => reason === payment.reason) ?? 'not-sent';
}

/** An approval of 0, stored by an earlier version: nobody knows what it was. */
const isForNothing = (payment: Pick<PaymentView, 'chargedMinor'>): boolean => payment.chargedMinor <= 0;

function headingOfApproval(payment: Sums): HeadingKey {
  if (isForNothing(payment)) return 'unclear';
  const sum = judgeSum(payment);
  return sum === 'as-asked' ? 'approved' : sum;
}

export function headingOf(payment: Sums & Worth & Pick<PaymentView, 'state' | 'reason'>): HeadingKey {
  if (isVoided(payment)) return 'voided';
  if (isRefunded(payment)) return 'refunded';
  switch (payment.state) {
    case 'approved':
      return headingOfApproval(payment);
    case 'declined':
    case 'cancelled':
    case 'timed-out':
      return payment.state;
    case 'refused':
      return refusalReason(payment);
    case 'settled-by-person':
      return payment.kind === 'manual' ? 'manual' : 'settled';
    case 'created':
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return 'unclear';
  }
}

/** Nets proved a charge after a person had said "not charged". Both are shown; the proof counts. */
export const isOverruled = (payment: Pick<PaymentView, 'state' | 'settlement' | 'chargedMinor' | 'proof'>): boolean =>
  payment.state === 'settled-by-person' &&
  payment.settlement?.charged === false &&
  payment.chargedMinor > 0 &&
  (payment.proof === 'lookup' || payment.proof === 'answer');

const toneOfCharge = (payment: Sums): Tone => (isForNothing(payment) ? 'unclear' : judgeSum(payment) === 'as-asked' ? 'paid' : 'differs');

export function toneOf(
  payment: Sums & Worth & Pick<PaymentView, 'state' | 'settlement' | 'proof'> & Partial<Pick<PaymentView, 'signature'>>,
): Tone {
  if (isVoided(payment) || isRefunded(payment)) return 'failed';
  // Charged although the signature was refused: never plain green.
  if (holdsRefused({ ...payment, signature: payment.signature ?? null })) return 'unclear';
  // Nobody knows whether it was voided: green would be a guess.
  if (payment.voided === 'unknown') return 'unclear';
  switch (payment.state) {
    case 'approved':
      return toneOfCharge(payment);
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
      return 'failed';
    case 'settled-by-person':
      if (isOverruled(payment)) return toneOfCharge(payment);
      return payment.settlement?.charged === false ? 'failed' : 'manual';
    case 'created':
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return 'unclear';
  }
}

/** Still running at the terminal; the waiting screen shows it. */
export const isWaiting = (payment: Pick<PaymentView, 'state'>): boolean =>
  payment.state === 'created' || payment.state === 'sent' || payment.state === 'cancelling';

/** Approved for the full sum, with nothing left to do: only then may Enter leave the screen. */
export const isComplete = (payment: Sums & Pick<PaymentView, 'state' | 'signature' | 'restMinor'>): boolean =>
  payment.state === 'approved' &&
  judgeSum(payment) === 'as-asked' &&
  payment.restMinor === 0 &&
  payment.signature !== 'asked' &&
  payment.signature !== 'refused';

/** Compares what was charged with what was asked. `less`: without tip and surcharge it is below the asked sum. */
export function chargedAgainstAsked(payment: Sums): 'same' | 'more' | 'less' {
  if (netMinor(payment) < payment.amountMinor) return 'less';
  return payment.chargedMinor === payment.amountMinor ? 'same' : 'more';
}
