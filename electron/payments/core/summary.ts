import type { PaymentFacts } from './facts.ts';
import type { PaymentState } from './state.ts';
import { type StateWorth, worthOf } from './worth.ts';

/** What a list needs of a payment to count it and add it up. The journal reads thousands of these, so it does not parse their JSON. */
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
