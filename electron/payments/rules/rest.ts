import { netMinor } from '../../../shared/charged-sum.ts';
import type { PosErrorCode } from '../../../shared/errors.ts';
import type { Completes, RestPart } from '../../../shared/payment.ts';
import { referenceKey } from '../../../shared/reference.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { PaymentFacts } from '../core/facts.ts';
import { isOpen } from '../core/state.ts';
import { chargeOf, moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { reversedMinor } from './reversed.ts';

type Reads = Pick<PaymentJournal, 'byId' | 'byOriginal'>;

const givesBack = ({ facts }: JournalledPayment): boolean => facts.kind === 'refund' || facts.kind === 'void';
/** Whether it pays a part of another payment: a sale of its rest, or such a rest recorded by hand. */
const paysTowards = ({ facts }: JournalledPayment): boolean => facts.kind === 'sale' || facts.kind === 'manual';
const mayHaveMoved = ({ state }: JournalledPayment): boolean => isOpen(state) || moneyMoved(state) !== 'no';

/** What a charge paid of the asked sum, without tip and surcharge. */
const paidOf = ({ facts, state }: JournalledPayment): number => Math.max(0, netMinor(chargeOf(facts, state)));

/** The payment whose rest this charges, or the payment itself. Null if it is not a sale. */
export function rootOf(payment: JournalledPayment, journal: Pick<Reads, 'byId'>): JournalledPayment | null {
  const { kind, originalId } = payment.facts;
  if (kind !== 'sale') return null;
  return originalId === null ? payment : journal.byId(originalId);
}

/**
 * What one rest takes of what is left. If its end is not known, it takes its whole sum, because the guest may have paid. What was certainly
 * given back is free again.
 */
function takenBy(rest: JournalledPayment, journal: Pick<Reads, 'byOriginal'>): number {
  const { facts, state } = rest;
  if (moneyMoved(state) !== 'yes' || chargeOf(facts, state).chargedMinor <= 0) return mayHaveMoved(rest) ? facts.amountMinor : 0;
  return Math.max(0, Math.min(paidOf(rest), chargeOf(facts, state).chargedMinor - reversedMinor(rest, journal)));
}

/**
 * What is still to be collected of a payment, in minor units: what was asked, minus what it charged and what its rests charged or may have
 * charged. 0 if it was never approved, and if any of it was given back or may have been, or its signature was refused: then the payment is
 * being undone, and what the guest owes is a new sale.
 */
export function restMinor(root: JournalledPayment, journal: Reads): number {
  const { facts, state } = root;
  if (facts.kind !== 'sale' || facts.originalId !== null || state.name !== 'approved' || state.signature === 'refused') return 0;
  // An approval without a sum does not say what is left.
  if (state.chargedMinor <= 0) return 0;
  const room = facts.amountMinor - paidOf(root);
  if (room <= 0) return 0;
  // A tip and a surcharge of the whole charge contradict it: then nobody knows what of it was for the booking.
  if (netMinor(chargeOf(facts, state)) <= 0) return 0;
  const named = journal.byOriginal(facts.id);
  if (named.some((each) => givesBack(each) && mayHaveMoved(each))) return 0;
  const taken = named.filter(paysTowards).reduce((sum, rest) => sum + takenBy(rest, journal), 0);
  return Math.max(0, room - taken);
}

/** The payments of a payment's rest: paid or maybe paid. Those without a charge are left out. */
export function restsOf(root: JournalledPayment, journal: Reads): RestPart[] {
  if (root.facts.kind !== 'sale' || root.state.name !== 'approved') return [];
  const room = root.facts.amountMinor - paidOf(root);
  return journal.byOriginal(root.facts.id).flatMap((rest) => {
    const minor = paysTowards(rest) ? takenBy(rest, journal) : 0;
    // A record by hand of more than was left stands beside the payment and is not a rest of it.
    if (minor === 0 || (rest.facts.kind === 'manual' && rest.facts.amountMinor > room)) return [];
    const moved = moneyMoved(rest.state) === 'yes' ? 'yes' : 'unknown';
    return [
      { paymentId: rest.facts.id, minor, moneyMoved: moved, byHand: rest.facts.kind === 'manual', at: rest.endedAt ?? rest.startedAt },
    ];
  });
}

/** What a rest completes, for the person who charges it. */
export function completedBy(paymentId: string, journal: Reads): Completes | null {
  const payment = journal.byId(paymentId);
  const root = payment === null ? null : rootOf(payment, journal);
  if (root === null) return null;
  const { id, reference, amountMinor, currency } = root.facts;
  const known = restsOf(root, journal).filter((rest) => rest.moneyMoved === 'yes');
  const paidMinor = known.reduce((sum, rest) => sum + rest.minor, paidOf(root));
  return { paymentId: id, reference, currency, askedMinor: amountMinor, paidMinor, leftMinor: restMinor(root, journal) };
}

/** The payment and all that pay a part of it: a rest must not cause a warning about its own family. */
export function partsOf(rootId: string, journal: Pick<Reads, 'byOriginal'>): ReadonlySet<string> {
  return new Set([
    rootId,
    ...journal
      .byOriginal(rootId)
      .filter(paysTowards)
      .map(({ facts }) => facts.id),
  ]);
}

/**
 * The payment that a form completes; null for none. It is refused if the sum is more than what is left, which may have been paid since the
 * form was filled. With another reference it is an ordinary sale for another booking.
 */
export function readCompleted(
  form: { readonly completesId: string | null; readonly reference: string; readonly amountMinor: number },
  journal: Reads,
  isOurs: (payment: PaymentFacts) => boolean,
): Result<string | null, PosErrorCode> {
  if (form.completesId === null) return ok(null);
  const named = journal.byId(form.completesId);
  if (named === null) return failed('payment-unknown');
  if (!isOurs(named.facts)) return failed('nets-host-mismatch');
  const root = rootOf(named, journal);
  if (root === null) return failed('rest-too-large');
  if (referenceKey(form.reference) !== referenceKey(root.facts.reference)) return ok(null);
  return form.amountMinor > restMinor(root, journal) ? failed('rest-too-large') : ok(root.facts.id);
}

/** What the desk sees of a payment's family. `completes` is on a rest, `rests` on the payment that it completes. */
export function familyView(payment: JournalledPayment, journal: Reads, ours: boolean) {
  const root = rootOf(payment, journal);
  const isRest = root !== null && root.facts.id !== payment.facts.id;
  return {
    restMinor: root !== null && ours ? restMinor(root, journal) : 0,
    rests: isRest ? [] : restsOf(payment, journal),
    completes: isRest ? completedBy(payment.facts.id, journal) : null,
  };
}
