import { netMinor } from '../../../shared/charged-sum.ts';
import { referenceKey } from '../../../shared/reference.ts';
import type { PaymentFacts } from '../core/facts.ts';
import { isOpen } from '../core/state.ts';
import { chargeOf, moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { restMinor } from './rest.ts';
import { reversedMinor } from './reversed.ts';

type Reads = Pick<PaymentJournal, 'byId' | 'byOriginal' | 'byReference'>;

/** What this PC knows of the payments of one booking, in minor units. */
export type PaidOnReference = {
  readonly paidMinor: number;
  /** What partial payments left to pay; null if nothing is known to be left. */
  readonly leftMinor: number | null;
  /** A payment or a refund of the booking is not decided, and its sum is in neither of the others. */
  readonly unclear: boolean;
};

/** A reference with more payments names no booking; adding them up would tell the desk nothing. */
const MOST_PAYMENTS = 200;

const isCharge = ({ kind }: PaymentFacts): boolean => kind === 'sale' || kind === 'manual';

/** What one charge has paid of the bill: without tip and surcharge, and without what was certainly given back. */
function paidBy(payment: JournalledPayment, journal: Pick<Reads, 'byOriginal'>): number {
  const { facts, state } = payment;
  if (!isCharge(facts) || moneyMoved(state) !== 'yes') return 0;
  const charge = chargeOf(facts, state);
  return Math.max(0, Math.min(netMinor(charge), charge.chargedMinor - reversedMinor(payment, journal)));
}

const isUndecided = ({ state }: JournalledPayment): boolean => isOpen(state) || moneyMoved(state) === 'unknown';

/**
 * What has been paid on a reference, compared as people read it, and what is left. Null where nothing was, and for an empty reference.
 *
 * @param isOurs false for payments of another currency or environment, such as a test
 */
export function paidOnReference(reference: string, journal: Reads, isOurs: (payment: PaymentFacts) => boolean): PaidOnReference | null {
  if (referenceKey(reference) === '') return null;
  const payments = journal.byReference(reference).filter(({ facts }) => isOurs(facts));
  if (payments.length > MOST_PAYMENTS) return null;
  const paidMinor = payments.reduce((sum, payment) => sum + paidBy(payment, journal), 0);
  const left = payments.reduce((sum, payment) => sum + restMinor(payment, journal), 0);
  const unclear = payments.some(isUndecided);
  return paidMinor > 0 || unclear ? { paidMinor, leftMinor: left > 0 ? left : null, unclear } : null;
}
