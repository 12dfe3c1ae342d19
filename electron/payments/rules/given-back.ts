import { type PaymentSummary, summaryOf } from '../core/summary.ts';
import { chargedMinorBy, moneyMovedBy } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';

/**
 * What has gone back of a sale to the guest, in minor units: what is proven, and what a person vouches for. What may have gone
 * back and nobody knows is not in it.
 */
export const givenBackMinor = (sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number =>
  givenBackBy(summaryOf(sale), () => journal.byOriginal(sale.facts.id).map(summaryOf));

/** The same from less. @param naming whatever names this payment */
export function givenBackBy(sale: PaymentSummary, naming: () => readonly PaymentSummary[]): number {
  if (sale.kind !== 'sale' || moneyMovedBy(sale.worth) !== 'yes') return 0;
  const done = naming().filter(({ worth }) => moneyMovedBy(worth) === 'yes');
  // A void takes back the whole sale, whatever sum its answer names.
  if (done.some(({ kind }) => kind === 'void')) return chargedMinorBy(sale.amountMinor, sale.worth);
  const refunds = done.filter(({ kind }) => kind === 'refund');
  return refunds.reduce((sum, { amountMinor, worth }) => sum + chargedMinorBy(amountMinor, worth), 0);
}

/** Charged, and all of it has gone back: the hotel has none of this money any more. */
export const hasGoneBack = (sale: { readonly chargedMinor: number; readonly givenBackMinor: number }): boolean =>
  sale.chargedMinor > 0 && sale.givenBackMinor >= sale.chargedMinor;
