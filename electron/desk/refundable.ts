import { chargeOf, moneyMoved } from '../payments/describe.ts';
import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { isOpen } from '../payments/state.ts';

/** What a refund takes of its original: also one whose end is not known, because it may have been given back. */
function takenBy(refund: JournalledPayment): number {
  const charged = chargeOf(refund.facts, refund.state).chargedMinor;
  if (charged > 0) return charged;
  return isOpen(refund.state) || moneyMoved(refund.state) === 'unknown' ? refund.facts.amountMinor : 0;
}

/**
 * What may still be given back of a payment, in minor units, as this PC knows it: never above what was charged, and each
 * refund that went through or may have gone through counts.
 */
export function refundableMinor(original: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number {
  if (original.facts.kind !== 'sale' || moneyMoved(original.state) !== 'yes') return 0;
  const { chargedMinor } = chargeOf(original.facts, original.state);
  const taken = journal.byOriginal(original.facts.id).reduce((sum, refund) => sum + takenBy(refund), 0);
  return Math.max(0, chargedMinor - taken);
}
