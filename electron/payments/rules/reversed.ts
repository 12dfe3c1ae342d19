import { type PaymentSummary, summaryOf } from '../core/summary.ts';
import { chargedMinorBy, moneyMovedBy } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';

/** What was given back of a sale, in minor units, by proof or by a person's word. What may have been given back is not included. */
export const reversedMinor = (sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): number =>
  reversedMinorOf(summaryOf(sale), () => journal.byOriginal(sale.facts.id).map(summaryOf));

/** The same from summaries. @param naming all payments that name this one */
export function reversedMinorOf(sale: PaymentSummary, naming: () => readonly PaymentSummary[]): number {
  if (sale.kind !== 'sale' || moneyMovedBy(sale.worth) !== 'yes') return 0;
  const done = naming().filter(({ worth }) => moneyMovedBy(worth) === 'yes');
  // A void gives back the whole sale, whatever sum its answer names.
  if (done.some(({ kind }) => kind === 'void')) return chargedMinorBy(sale.amountMinor, sale.worth);
  const refunds = done.filter(({ kind }) => kind === 'refund');
  return refunds.reduce((sum, { amountMinor, worth }) => sum + chargedMinorBy(amountMinor, worth), 0);
}

/** Charged and given back in full: the hotel no longer has this money. */
export const isReversedInFull = (sale: { readonly chargedMinor: number; readonly reversedMinor: number }): boolean =>
  sale.chargedMinor > 0 && sale.reversedMinor >= sale.chargedMinor;
