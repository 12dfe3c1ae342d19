import type { PaymentState } from '../core/state.ts';
import { moneyMoved } from '../core/worth.ts';

/** A person said "not charged", and a lookup could still show a charge. */
export const isDoubted = (state: PaymentState): boolean =>
  state.name === 'settled-by-person' && !state.settlement.charged && state.approval === null;

/** The desk is waiting for this payment's answer, so an approval is no surprise. */
const isWaitedFor = (state: PaymentState, releasedAt: string | null): boolean =>
  releasedAt === null && (state.name === 'sent' || state.name === 'cancelling');

/** True if a charge became known after the desk had gone on, had another verdict, or was told that the outcome is unknown. */
export const isLateTruth = (before: PaymentState, after: PaymentState, releasedAt: string | null): boolean =>
  moneyMoved(after) === 'yes' && moneyMoved(before) !== 'yes' && after !== before && !isWaitedFor(before, releasedAt) && isProven(after);

/** Proven by Nets, not said by a person. */
const isProven = (state: PaymentState): boolean =>
  state.name === 'approved' || (state.name === 'settled-by-person' && state.approval !== null);
