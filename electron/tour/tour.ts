import type { PaymentView } from '../../shared/payment.ts';
import { isSameReference } from '../../shared/reference.ts';
import { type Situation, situations, type Tour, type WrongWay } from '../../shared/tour.ts';

/** What the tour looks at of a payment. */
export type Played = Pick<
  PaymentView,
  'id' | 'kind' | 'state' | 'reason' | 'amountMinor' | 'reference' | 'signature' | 'voided' | 'settlement'
>;

export type TourKeeper = ReturnType<typeof createTour>;

/** The tour of one run: what was handled rightly so far, and the last wrong way. It watches what happens and stops nothing. */
export function createTour() {
  let done: ReadonlySet<Situation> = new Set();
  let wrong: WrongWay | null = null;
  /** Payments of the exercise as they were last seen. */
  const seen = new Map<string, Played>();
  /** Unclear payments that were handled wrongly: their end teaches nothing any more. */
  const spoiled = new Set<string>();

  const last = (isSuch: (payment: Played) => boolean): Played | undefined => [...seen.values()].findLast(isSuch);

  /** A new payment or record beside what was there: is it one that must not be? */
  function begun(payment: Played): WrongWay | null {
    const isByHand = payment.kind === 'manual';
    if (!isByHand && payment.kind !== 'sale') return null;
    const unclear = last((other) => isUnclear(other) && isSameGuest(other, payment));
    if (unclear !== undefined) {
      spoiled.add(unclear.id);
      return isByHand ? 'recorded-unclear' : 'charged-unclear';
    }
    const declined = last((other) => other.state === 'declined' && isSameGuest(other, payment));
    const wasPaidSince = declined !== undefined && last((other) => isPaid(other) && isSameGuest(other, declined)) !== undefined;
    if (isByHand && declined !== undefined && !wasPaidSince) return 'recorded-declined';
    return last(({ state, signature }) => state === 'approved' && signature === 'asked') === undefined ? null : 'left-unsigned';
  }

  function learned(payment: Played, before: Played | undefined): Situation[] {
    const { id, state, signature } = payment;
    const found: Situation[] = [];
    if (isPaid(payment) && signature === null) {
      found.push('paid');
      if (last((other) => other.state === 'declined' && isSameGuest(other, payment)) !== undefined) found.push('declined');
    }
    if (state === 'cancelled' && payment.reason === 'by-desk') found.push('cancelled');
    const isSettled = isPaid(payment) || (state === 'settled-by-person' && payment.kind !== 'manual');
    if (before !== undefined && isUnclear(before) && isSettled && !spoiled.has(id)) found.push('unclear');
    if (signature === 'accepted' || (signature === 'refused' && payment.voided === 'yes')) found.push('signature');
    return found;
  }

  return {
    current: (): Tour => ({ done: situations.filter((each) => done.has(each)), wrong }),
    read(): void {
      wrong = null;
    },
    restart(): void {
      done = new Set();
      wrong = null;
    },
    /** @returns whether the tour has something new to say */
    changed(payment: Played): boolean {
      const before = seen.get(payment.id);
      const wrongNow = before === undefined ? begun(payment) : null;
      seen.set(payment.id, payment);
      const found = learned(payment, before).filter((each) => !done.has(each));
      if (wrongNow !== null) wrong = wrongNow;
      if (found.length > 0) done = new Set([...done, ...found]);
      return wrongNow !== null || found.length > 0;
    },
  };
}

const isUnclear = ({ state }: Played): boolean => state === 'checking' || state === 'unresolved';
const isPaid = ({ kind, state }: Played): boolean => kind === 'sale' && state === 'approved';

type Guest = Pick<Played, 'amountMinor' | 'reference'>;

/** As people see it: the same booking, or the same sum where one of the two names none. */
function isSameGuest(one: Guest, other: Guest): boolean {
  if (isSameReference(one.reference, other.reference)) return true;
  return (one.reference === '' || other.reference === '') && one.amountMinor === other.amountMinor;
}
