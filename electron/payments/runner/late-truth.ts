import type { PaymentState } from '../core/state.ts';
import { moneyMoved } from '../core/worth.ts';

/** A person said that nothing was charged, and a lookup could still show that it was. */
export const isDoubted = (state: PaymentState): boolean =>
  state.name === 'settled-by-person' && !state.settlement.charged && state.approval === null;

/** The desk waits for this payment's answer, so an approval surprises nobody. */
const isWaitedFor = (state: PaymentState, releasedAt: string | null): boolean =>
  releasedAt === null && (state.name === 'sent' || state.name === 'cancelling');

/** A charge came to light after the desk had gone on, had another verdict, or had none and was told so. */
export const isLateTruth = (before: PaymentState, after: PaymentState, releasedAt: string | null): boolean =>
  moneyMoved(after) === 'yes' && moneyMoved(before) !== 'yes' && after !== before && !isWaitedFor(before, releasedAt) && isProven(after);

/** By Nets, not by the person who stands in front of it. */
const isProven = (state: PaymentState): boolean =>
  state.name === 'approved' || (state.name === 'settled-by-person' && state.approval !== null);
