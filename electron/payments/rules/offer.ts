import type { Offer } from '../../../shared/payment.ts';
import type { JournalledPayment } from '../ports.ts';
import { momentsOf } from './nets-time.ts';

/** Two clocks further apart than this are not compared: one of them is not set at all. */
const PLAUSIBLE_OFFSET_MS = 24 * 3_600_000;
/** A `Date` header is cut to whole seconds and was some time on its way. */
const HEADER_SLACK_MS = 5_000;

/**
 * What one tap may fill in where a person settles a payment: "not charged", because the terminal's latest transaction is a
 * rejection after this payment's start. It decides nothing, and "charged" is never offered: only the receipt knows that.
 *
 * Both times are compared in Nets' clock, by the offset that the lookup's own answer showed; this PC's clock may be hours off.
 * Where anything is in doubt (no offset, a local time that can mean two moments of which one is before the start, a time that
 * is still to come, another sum) there is no offer.
 */
export function offeredVerdict({ facts, state, startedAt }: JournalledPayment, timeZone: string): Offer | null {
  if (facts.kind !== 'sale' || state.name !== 'unresolved') return null;
  const { hint } = state;
  if (hint === null || hint.why !== 'rejected-record' || hint.at === null) return null;
  const offsetMs = hint.clockOffsetMs;
  if (offsetMs === undefined || Math.abs(offsetMs) > PLAUSIBLE_OFFSET_MS) return null;
  // Nets writes 0 in what it rejected: that names no sum.
  if (hint.amountMinor !== null && hint.amountMinor !== 0 && hint.amountMinor !== facts.amountMinor) return null;
  const [earliest] = momentsOf(hint.at, timeZone);
  const started = Date.parse(startedAt) + offsetMs;
  const seen = Date.parse(hint.seenAt) + offsetMs;
  if (earliest === undefined || !(earliest >= started) || !(earliest <= seen + HEADER_SLACK_MS)) return null;
  return { verdict: 'not-charged', at: hint.at };
}
