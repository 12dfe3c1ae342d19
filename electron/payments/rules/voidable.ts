import { isOpen } from '../core/state.ts';
import { moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { type Day, isWithin } from './day.ts';

/**
 * Whether this sale may be taken back as if it had never been: proven paid today, nothing of it given back or perhaps
 * given back, and nothing of this PC may have run on its terminal since. Terminals close their session over night; after
 * that only a refund gives the money back. Other desks cannot be seen here: the look before the void sees them.
 */
export function isVoidable(sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal' | 'latestRunAt'>, today: Day): boolean {
  const { id, kind, terminalId } = sale.facts;
  if (kind !== 'sale' || sale.state.name !== 'approved' || terminalId === null || !isWithin(today, sale.startedAt)) return false;
  if (backsOf(id, journal).some(({ state }) => isOpen(state) || moneyMoved(state) !== 'no')) return false;
  const latest = journal.latestRunAt(terminalId);
  return latest !== null && (latest.facts.id === id || (latest.facts.kind === 'void' && latest.facts.originalId === id));
}

/** The refunds and voids of a sale. What completes it, or was recorded beside it, takes nothing of it. */
export const backsOf = (saleId: string, journal: Pick<PaymentJournal, 'byOriginal'>): readonly JournalledPayment[] =>
  journal.byOriginal(saleId).filter(({ facts }) => facts.kind === 'refund' || facts.kind === 'void');

/** Something of it is on its way back to the guest, or nobody knows whether it went. */
export const mayBeGoingBack = (sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): boolean =>
  backsOf(sale.facts.id, journal).some(({ state }) => isOpen(state) || moneyMoved(state) === 'unknown');

/** What became of the voids of a sale: the sale stays charged in its own row either way. */
export function voidedAs(sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): 'no' | 'yes' | 'unknown' {
  if (sale.facts.kind !== 'sale') return 'no';
  const moved = journal.byOriginal(sale.facts.id).flatMap(({ facts, state }) => (facts.kind === 'void' ? [moneyMoved(state)] : []));
  return moved.find((each) => each === 'yes') ?? moved.find((each) => each === 'unknown') ?? 'no';
}
