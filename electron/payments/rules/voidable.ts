import { isOpen } from '../core/state.ts';
import { moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { type Day, isWithin } from './day.ts';

type Reads = Pick<PaymentJournal, 'byOriginal' | 'latestRunAt' | 'mayBeReconciled'>;

/**
 * Whether this sale may be voided: proven paid today, nothing of it given back or maybe given back, nothing of this PC may have run on its
 * terminal since, and its session is not closed. Terminals close their session at night, and when they are reconciled; after that only a
 * refund gives the money back. Other desks' payments and reconciliations are not known here: the lookup before the void sees the payments.
 */
export function isVoidable(sale: JournalledPayment, journal: Reads, today: Day): boolean {
  const { id, kind, terminalId } = sale.facts;
  if (kind !== 'sale' || sale.state.name !== 'approved' || terminalId === null || !isWithin(today, sale.startedAt)) return false;
  if (backsOf(id, journal).some(({ state }) => isOpen(state) || moneyMoved(state) !== 'no')) return false;
  const latest = journal.latestRunAt(terminalId);
  const isLatest = latest !== null && (latest.facts.id === id || (latest.facts.kind === 'void' && latest.facts.originalId === id));
  return isLatest && !journal.mayBeReconciled(id);
}

/** The refunds and voids of a sale. Rests and records by hand give nothing back. */
export const backsOf = (saleId: string, journal: Pick<PaymentJournal, 'byOriginal'>): readonly JournalledPayment[] =>
  journal.byOriginal(saleId).filter(({ facts }) => facts.kind === 'refund' || facts.kind === 'void');

/** Money of it is being given back, or it is not known whether it was. */
export const mayBeReversing = (sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): boolean =>
  backsOf(sale.facts.id, journal).some(({ state }) => isOpen(state) || moneyMoved(state) === 'unknown');

/** How the voids of a sale ended. In each case the sale stays charged in its own row. */
export function voidedAs(sale: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): 'no' | 'yes' | 'unknown' {
  if (sale.facts.kind !== 'sale') return 'no';
  const moved = journal.byOriginal(sale.facts.id).flatMap(({ facts, state }) => (facts.kind === 'void' ? [moneyMoved(state)] : []));
  return moved.find((each) => each === 'yes') ?? moved.find((each) => each === 'unknown') ?? 'no';
}
