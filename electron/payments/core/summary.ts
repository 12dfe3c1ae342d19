import type { PaymentFacts } from './facts.ts';
import type { PaymentState } from './state.ts';
import { type StateWorth, worthOf } from './worth.ts';

/** As much of a payment as a list needs to count it and add it up. Read by the thousand, so the journal reads it without its JSON. */
export type PaymentSummary = Pick<PaymentFacts, 'id' | 'kind' | 'originalId' | 'amountMinor' | 'currency' | 'environment'> & {
  readonly startedAt: string;
  readonly worth: StateWorth;
};

export function summaryOf(payment: {
  readonly facts: PaymentFacts;
  readonly state: PaymentState;
  readonly startedAt: string;
}): PaymentSummary {
  const { id, kind, originalId, amountMinor, currency, environment } = payment.facts;
  return { id, kind, originalId, amountMinor, currency, environment, startedAt: payment.startedAt, worth: worthOf(payment.state) };
}
