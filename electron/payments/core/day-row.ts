import type { PaymentFacts } from './facts.ts';
import type { SignatureVerdict } from './outcome.ts';
import type { PaymentState } from './state.ts';
import { type PaymentSummary, summaryOf } from './summary.ts';

/** What the close of a day needs of a payment. The journal reads thousands of these, so it does not parse their JSON. */
export type DayRow = PaymentSummary &
  Pick<PaymentFacts, 'terminalId' | 'terminalName' | 'reference'> & {
    /** Of a proven charge, in minor units; part of what was charged. */
    readonly tipMinor: number;
    readonly surchargeMinor: number;
    readonly signature: SignatureVerdict | null;
    /** The desk went on with another guest before its end was known. */
    readonly released: boolean;
  };

export function dayRowOf(payment: {
  readonly facts: PaymentFacts;
  readonly state: PaymentState;
  readonly startedAt: string;
  readonly releasedAt: string | null;
}): DayRow {
  const { facts, state } = payment;
  const approval = state.name === 'approved' ? state : state.name === 'settled-by-person' ? state.approval : null;
  return {
    ...summaryOf(payment),
    terminalId: facts.terminalId,
    terminalName: facts.terminalName,
    reference: facts.reference,
    tipMinor: approval?.tipMinor ?? 0,
    surchargeMinor: approval?.surchargeMinor ?? 0,
    signature: (state.name === 'approved' ? state.signature : null) ?? null,
    released: payment.releasedAt !== null,
  };
}
