import type { JustCharged } from '../../../shared/errors.ts';
import { referenceKey } from '../../../shared/reference.ts';
import type { PaymentFacts } from '../core/facts.ts';
import { isOpen } from '../core/state.ts';
import { chargeOf, moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';

/** Within this time a second charge of the same sum is more often a mistake than a second guest. */
const JUST_MS = 2 * 60_000;
/** What may have charged a guest is asked about until somebody knows, within a long working day. */
const UNCLEAR_MS = 12 * 3_600_000;
/** A payment may have begun this much earlier and ended just now. */
const LONGEST_MS = 15 * 60_000;

const isUnclear = ({ state }: JournalledPayment): boolean => moneyMoved(state) === 'unknown';

/**
 * Compared as people read them. What was charged without a reference may have been for any booking, also for this one; what is unclear may
 * be the payment of a guest whose booking nobody types now.
 */
function mayBeFor(payment: JournalledPayment, wanted: string): boolean {
  const [before, now] = [referenceKey(payment.facts.reference), referenceKey(wanted)];
  return before === '' || before === now || (now === '' && isUnclear(payment));
}

/**
 * The latest payment of the same sum and the same reference, or of the same sum and without one, that charged within the last two minutes and was not
 * given back in full, or that may have charged today. It leads to a question and blocks nothing: guests split bills in halves.
 *
 * @param now ISO 8601 in UTC. A payment that seems to be from the future counts: the PC's clock has been set back.
 * @param isOurs false for payments of another environment, such as a test
 * @param family payments that belong together: the rest of a split payment is not a mistake
 */
export function justCharged(
  wanted: Pick<PaymentFacts, 'amountMinor' | 'reference'>,
  journal: Pick<PaymentJournal, 'startedSince' | 'open' | 'unresolved' | 'byOriginal'>,
  now: string,
  isOurs: (payment: PaymentFacts) => boolean,
  family: ReadonlySet<string> = new Set(),
): JustCharged | null {
  const since = new Date(Date.parse(now) - LONGEST_MS).toISOString();
  const latest = [...journal.unresolved(), ...journal.open(), ...journal.startedSince(since)]
    .filter(({ facts }) => (facts.kind === 'sale' || facts.kind === 'manual') && isOurs(facts) && !family.has(facts.id))
    .filter((payment) => isSameSum(payment, wanted.amountMinor) && mayBeFor(payment, wanted.reference))
    .filter((payment) => moneyMoved(payment.state) !== 'no' && isRecent(payment, now) && !isReversed(payment, journal))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .at(-1);
  if (latest === undefined) return null;
  const { facts, state, startedAt, endedAt } = latest;
  const charged = chargeOf(facts, state).chargedMinor;
  return {
    amountMinor: charged > 0 ? charged : facts.amountMinor,
    currency: facts.currency,
    at: endedAt ?? startedAt,
    terminalName: facts.terminalName,
    manual: facts.kind === 'manual',
    certain: moneyMoved(state) === 'yes',
  };
}

const isSameSum = ({ facts, state }: JournalledPayment, amountMinor: number): boolean =>
  facts.amountMinor === amountMinor || chargeOf(facts, state).chargedMinor === amountMinor;

/** A payment that is still open may be charged at this moment. */
function isRecent(payment: JournalledPayment, now: string): boolean {
  const { state, startedAt, endedAt } = payment;
  if (isOpen(state)) return true;
  const last = endedAt !== null && endedAt > startedAt ? endedAt : startedAt;
  return Date.parse(now) - Date.parse(last) <= (isUnclear(payment) ? UNCLEAR_MS : JUST_MS);
}

/** Only what was certainly given back counts. */
function isReversed(payment: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): boolean {
  const charged = chargeOf(payment.facts, payment.state).chargedMinor;
  const back = journal
    .byOriginal(payment.facts.id)
    .filter(({ facts }) => facts.kind === 'refund' || facts.kind === 'void')
    .reduce((sum, { facts, state }) => sum + chargeOf(facts, state).chargedMinor, 0);
  return charged > 0 && back >= charged;
}
