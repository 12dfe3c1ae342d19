import { chargeOf, moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';

/**
 * What has gone back of a sale to the guest, in minor units: what is proven, and what a person vouches for. What may have gone
 * back and nobody knows is not in it.
 */
export function givenBackMinor(sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number {
  if (sale.facts.kind !== 'sale' || moneyMoved(sale.state) !== 'yes') return 0;
  const done = journal.byOriginal(sale.facts.id).filter(({ state }) => moneyMoved(state) === 'yes');
  // A void takes back the whole sale, whatever sum its answer names.
  if (done.some(({ facts }) => facts.kind === 'void')) return chargeOf(sale.facts, sale.state).chargedMinor;
  const refunds = done.filter(({ facts }) => facts.kind === 'refund');
  return refunds.reduce((sum, { facts, state }) => sum + chargeOf(facts, state).chargedMinor, 0);
}

/** Charged, and all of it has gone back: the hotel has none of this money any more. */
export const hasGoneBack = (sale: { readonly chargedMinor: number; readonly givenBackMinor: number }): boolean =>
  sale.chargedMinor > 0 && sale.givenBackMinor >= sale.chargedMinor;
