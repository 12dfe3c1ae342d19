import { isOpen } from '../core/state.ts';
import { moneyMoved } from '../core/worth.ts';
import type { PaymentJournal } from '../ports.ts';
import { partsOf } from './rest.ts';

/**
 * Whether a request of Willba may still be charged: only if every earlier payment of it is proven not charged. The payments whose rest is
 * charged now do not count: they are one charge in several parts.
 *
 * @param completesId the payment whose rest is charged; null for none
 */
export function mayChargeRequest(
  requestId: string,
  completesId: string | null,
  journal: Pick<PaymentJournal, 'byRequest' | 'byOriginal'>,
): boolean {
  const family = completesId === null ? new Set<string>() : partsOf(completesId, journal);
  return journal.byRequest(requestId).every(({ facts, state }) => family.has(facts.id) || (!isOpen(state) && moneyMoved(state) === 'no'));
}
