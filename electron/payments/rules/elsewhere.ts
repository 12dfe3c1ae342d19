import type { Elsewhere } from '../../../shared/errors.ts';
import { referenceKey } from '../../../shared/reference.ts';
import type { PaymentFacts } from '../core/facts.ts';
import type { SeenPayment } from './shared-payment.ts';

/** Older ones are not read: no guest pays the same stay for longer. */
export const SEEN_DAYS = 14;

export const seenSince = (now: string): string => new Date(Date.parse(now) - SEEN_DAYS * 24 * 3_600_000).toISOString();

/**
 * The payment of another desk that the desk must hear of before it charges this reference: the latest one that is charged and not given
 * back in full, or that may be charged. It leads to a question and blocks nothing: guests split bills.
 *
 * @param isOurs false for payments of another currency or environment, such as a test
 */
export function chargedElsewhere(
  reference: string,
  seen: readonly SeenPayment[],
  now: string,
  isOurs: (payment: Pick<PaymentFacts, 'currency' | 'environment'>) => boolean,
): Elsewhere | null {
  const key = referenceKey(reference);
  if (key === '') return null;
  const since = seenSince(now);
  const relevant = seen
    .filter((payment) => (payment.kind === 'sale' || payment.kind === 'manual') && payment.referenceKey === key && isOurs(payment))
    .filter(({ startedAt }) => startedAt >= since)
    .filter((payment) => isUndecided(payment) || (payment.moneyMoved === 'yes' && !isGivenBack(payment, seen)))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const latest = relevant.at(-1);
  if (latest === undefined) return null;
  const isCharged = latest.moneyMoved === 'yes';
  return {
    desk: latest.desk,
    terminalName: latest.terminalName,
    amountMinor: isCharged && latest.chargedMinor > 0 ? latest.chargedMinor : latest.amountMinor,
    currency: latest.currency,
    at: isCharged ? latest.changedAt : latest.startedAt,
    state: isCharged ? 'charged' : isRunning(latest) ? 'running' : 'unclear',
    manual: latest.kind === 'manual',
    others: relevant.length - 1,
  };
}

const isRunning = ({ state }: SeenPayment): boolean => state === 'created' || state === 'sent' || state === 'cancelling';

/** It may be charged, or may be about to be. */
const isUndecided = (payment: SeenPayment): boolean => isRunning(payment) || payment.moneyMoved === 'unknown';

/** As far as the records say. Only what was certainly given back counts. */
function isGivenBack({ paymentId, chargedMinor }: SeenPayment, seen: readonly SeenPayment[]): boolean {
  const back = seen
    .filter(({ originalId, kind }) => originalId === paymentId && (kind === 'refund' || kind === 'void'))
    .filter(({ moneyMoved }) => moneyMoved === 'yes')
    .reduce((sum, refund) => sum + refund.chargedMinor, 0);
  return chargedMinor > 0 && back >= chargedMinor;
}

/** What another desk has begun at a terminal. */
export type StartedElsewhere = { readonly desk: string | null; readonly at: string };

/**
 * What other desks have begun on this terminal since then, the latest first, one a desk. It decides nothing about the payment that is
 * unclear there; it tells a person why a lookup may show somebody else's transaction.
 */
export function startedElsewhereSince(terminalId: string, since: string, seen: readonly SeenPayment[]): readonly StartedElsewhere[] {
  const begun = seen
    .filter((payment) => payment.terminalId === terminalId && payment.startedAt >= since)
    // What was refused, or has not left its PC, never ran at the terminal.
    .filter(({ state }) => state !== 'refused' && state !== 'created')
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const desks = new Set<string | null>();
  return begun.filter(({ desk }) => !desks.has(desk) && desks.add(desk)).map(({ desk, startedAt }) => ({ desk, at: startedAt }));
}
