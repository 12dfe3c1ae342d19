import { isOpen } from '../core/state.ts';
import { chargeOf, moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { backsOf, mayBeGoingBack } from './voidable.ts';

/** What a refund or a void takes of its sale. What may have gone back counts as gone, whole. */
function takenBy({ facts, state }: JournalledPayment): number {
  const isUnclear = isOpen(state) || moneyMoved(state) === 'unknown';
  return isUnclear ? facts.amountMinor : chargeOf(facts, state).chargedMinor;
}

/**
 * What the hotel still has of a sale at the least, in minor units, as this PC knows it: what was charged, without each
 * refund and void that went through or may have gone through.
 */
export function keptMinor(original: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number {
  if (original.facts.kind !== 'sale' || moneyMoved(original.state) !== 'yes') return 0;
  const { chargedMinor } = chargeOf(original.facts, original.state);
  const taken = backsOf(original.facts.id, journal).reduce((sum, back) => sum + takenBy(back), 0);
  return Math.max(0, chargedMinor - taken);
}

/** What may be given back now, in minor units: nothing while an earlier refund or void is not known, until a person settles it. */
export const refundableMinor = (original: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number =>
  mayBeGoingBack(original, journal) ? 0 : keptMinor(original, journal);
