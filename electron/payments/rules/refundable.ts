import { isOpen } from '../core/state.ts';
import { chargeOf, moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { backsOf, mayBeReversing } from './voidable.ts';

/** What a refund or a void takes of its sale. If its end is not known, its whole sum counts as given back. */
function takenBy({ facts, state }: JournalledPayment): number {
  const isUnclear = isOpen(state) || moneyMoved(state) === 'unknown';
  return isUnclear ? facts.amountMinor : chargeOf(facts, state).chargedMinor;
}

/**
 * The least that the hotel still has of a sale, in minor units, as far as this PC knows: what was charged, minus each refund and void that
 * was made or may have been made.
 */
export function keptMinor(original: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number {
  if (original.facts.kind !== 'sale' || moneyMoved(original.state) !== 'yes') return 0;
  const { chargedMinor } = chargeOf(original.facts, original.state);
  const taken = backsOf(original.facts.id, journal).reduce((sum, back) => sum + takenBy(back), 0);
  return Math.max(0, chargedMinor - taken);
}

/**
 * What may be given back now, in minor units. Nothing while the end of an earlier refund or void is not known, until a person settles it.
 */
export const refundableMinor = (original: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number =>
  mayBeReversing(original, journal) ? 0 : keptMinor(original, journal);
