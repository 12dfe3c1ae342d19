import type { Beside } from '../../../shared/payment.ts';
import { isSameReference, referenceKey } from '../../../shared/reference.ts';
import type { PaymentFacts } from '../core/facts.ts';
import { chargeOf, moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { type Day, isWithin } from './day.ts';
import { restsOf } from './rest.ts';

type Charge = Pick<PaymentFacts, 'reference' | 'amountMinor'>;

/** The references cannot be compared: one of them names no booking. */
const isOneWithoutReference = (a: Charge, b: Charge): boolean => referenceKey(a.reference) === '' || referenceKey(b.reference) === '';

/**
 * The unclear sale that may be the same charge as a record by hand: one with the same reference, or one of today with the same sum if one
 * of the two has no reference. The latest, if there are several.
 */
export function unclearBeside(
  record: Charge,
  journal: Pick<PaymentJournal, 'open' | 'unresolved'>,
  isOurs: (payment: PaymentFacts) => boolean,
  today: Day,
): { readonly payment: JournalledPayment; readonly by: 'reference' | 'sum' } | null {
  const unclear = [...journal.open(), ...journal.unresolved()]
    .filter(({ facts, state }) => facts.kind === 'sale' && isOurs(facts) && moneyMoved(state) === 'unknown')
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const sameReference = unclear.findLast(({ facts }) => isSameReference(facts.reference, record.reference));
  if (sameReference !== undefined) return { payment: sameReference, by: 'reference' };
  const sameSum = unclear.findLast(
    ({ facts, startedAt }) =>
      facts.amountMinor === record.amountMinor && isOneWithoutReference(facts, record) && isWithin(today, startedAt),
  );
  return sameSum === undefined ? null : { payment: sameSum, by: 'sum' };
}

function asBeside({ facts, state, startedAt }: JournalledPayment): Beside {
  const charged = chargeOf(facts, state).chargedMinor;
  return {
    paymentId: facts.id,
    byHand: facts.kind === 'manual',
    minor: charged > 0 ? charged : facts.amountMinor,
    moneyMoved: moneyMoved(state),
    reference: facts.reference,
    by: facts.operator,
    at: startedAt,
  };
}

/**
 * The records by hand that were made while this payment was unclear, or the payment that was unclear when this record was made. Both may be
 * the same charge, which must not be counted twice.
 */
export function besideOf(payment: JournalledPayment, journal: Pick<PaymentJournal, 'byId' | 'byOriginal'>): Beside[] {
  const { id, kind, originalId } = payment.facts;
  if (kind === 'sale') {
    const rests = new Set(restsOf(payment, journal).map(({ paymentId }) => paymentId));
    return journal.byOriginal(id).flatMap((each) => (each.facts.kind === 'manual' && !rests.has(each.facts.id) ? [asBeside(each)] : []));
  }
  const named = kind === 'manual' && originalId !== null ? journal.byId(originalId) : null;
  if (named === null || restsOf(named, journal).some(({ paymentId }) => paymentId === id)) return [];
  return [asBeside(named)];
}
