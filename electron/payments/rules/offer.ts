import type { Offer } from '../../../shared/payment.ts';
import type { JournalledPayment } from '../ports.ts';
import { momentsOf } from './nets-time.ts';

/** Clocks that differ by more are not compared: one of them is not set at all. */
const PLAUSIBLE_OFFSET_MS = 24 * 3_600_000;
/** A `Date` header has whole seconds only and took some time to arrive. */
const HEADER_SLACK_MS = 5_000;

/**
 * The verdict that one tap may fill in when a person settles a payment: "not charged", if the terminal's latest transaction is a rejection
 * after this payment's start. It decides nothing. "Charged" is never offered: only the receipt shows that.
 *
 * Both times are compared in Nets' clock, with the offset from the lookup's own answer, because this PC's clock may be hours wrong. If
 * anything is in doubt there is no offer: no offset, a local time that may mean a moment before the start, a time in the future, another
 * sum.
 */
export function offeredVerdict({ facts, state, startedAt }: JournalledPayment, timeZone: string): Offer | null {
  if (facts.kind !== 'sale' || state.name !== 'unresolved') return null;
  const { hint } = state;
  if (hint === null || hint.why !== 'rejected-record' || hint.at === null) return null;
  const offsetMs = hint.clockOffsetMs;
  if (offsetMs === undefined || Math.abs(offsetMs) > PLAUSIBLE_OFFSET_MS) return null;
  // Nets writes 0 into rejections: that is not a sum.
  if (hint.amountMinor !== null && hint.amountMinor !== 0 && hint.amountMinor !== facts.amountMinor) return null;
  const [earliest] = momentsOf(hint.at, timeZone);
  const started = Date.parse(startedAt) + offsetMs;
  const seen = Date.parse(hint.seenAt) + offsetMs;
  if (earliest === undefined || !(earliest >= started) || !(earliest <= seen + HEADER_SLACK_MS)) return null;
  return { verdict: 'not-charged', at: hint.at };
}
