import { netMinor } from '../../shared/charged-sum.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { type RefusalReason, refusalReasons } from '../../shared/reasons.ts';

type Sums = Pick<PaymentView, 'amountMinor' | 'chargedMinor' | 'tipMinor' | 'surchargeMinor'>;

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
export const isForNothing = (payment: Pick<PaymentView, 'chargedMinor'>): boolean => payment.chargedMinor <= 0;

/** Nets proved a charge after a person had said "not charged". Both are shown; the proof counts. */
export const isOverruled = (payment: Pick<PaymentView, 'state' | 'settlement' | 'chargedMinor' | 'proof'>): boolean =>
  payment.state === 'settled-by-person' &&
  payment.settlement?.charged === false &&
  payment.chargedMinor > 0 &&
  (payment.proof === 'lookup' || payment.proof === 'answer');

/** Still running at the terminal; the waiting screen shows it. */
export const isWaiting = (payment: Pick<PaymentView, 'state'>): boolean =>
  payment.state === 'created' || payment.state === 'sent' || payment.state === 'cancelling';

/** Compares what was charged with what was asked. `less`: without tip and surcharge it is below the asked sum. */
export function chargedAgainstAsked(payment: Sums): 'same' | 'more' | 'less' {
  if (netMinor(payment) < payment.amountMinor) return 'less';
  return payment.chargedMinor === payment.amountMinor ? 'same' : 'more';
}
