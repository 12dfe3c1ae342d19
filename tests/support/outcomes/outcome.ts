import type { Meaning } from '../../../renderer/payment/meaning.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { approved, MORNING, samplePayment } from '../renderer-harness/sample-desk.ts';

/** A payment as main publishes it, and what a person must read. `row`: the words of its row; the heading, if it is not given. */
export type Outcome = {
  readonly name: string;
  readonly payment: PaymentView;
  readonly isAlarm?: boolean;
  readonly meaning: Meaning;
  readonly heading: string;
  readonly sum: string;
  /** The sum that stands beside it. */
  readonly second?: string;
  readonly row: string;
};

const settlement = (charged: boolean): PaymentView['settlement'] => ({
  charged,
  by: 'Maija V.',
  reason: 'Kuitista',
  evidence: '',
  at: `${MORNING}50:00.000Z`,
});
export const live = (cause: 'answer-lost' | 'unreadable' | 'overwritten'): PaymentView['live'] => ({
  phase: 'checking',
  cause,
  lookupsDone: 1,
  lookupsPlanned: 5,
  nextLookupInMs: null,
  asking: false,
  lookupFailed: false,
  hint: null,
});
export const BACK = { amountMinor: 5_500, refundableMinor: 0 } as const;
export const refund = (more: Partial<PaymentView> = {}): PaymentView => approved({ kind: 'refund', ...BACK, ...more });
export const voiding = (more: Partial<PaymentView> = {}): PaymentView => approved({ kind: 'void', ...BACK, ...more });
export const settled = (charged: boolean, more: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({
    state: 'settled-by-person',
    moneyMoved: charged ? 'yes' : 'no',
    chargedMinor: charged ? (more.amountMinor ?? 12_850) : 0,
    proof: 'person',
    settlement: settlement(charged),
    ...more,
  });
export const checking = (more: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({ state: 'checking', live: live('answer-lost'), ...more });
export const unresolved = (more: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({ state: 'unresolved', reason: 'overwritten', ...more });
export const rest = { paymentId: 'r', minor: 2_850, moneyMoved: 'yes', byHand: false, at: `${MORNING}50:00.000Z` } as const;

export const PAID = '128,50 €';
export const not = (name: string, payment: PaymentView, meaning: Meaning, heading: string, row = heading, sum = PAID): Outcome => ({
  name,
  payment,
  meaning,
  heading,
  row,
  sum,
});
export const is = (
  name: string,
  payment: PaymentView,
  meaning: Meaning,
  heading: string,
  row: string,
  sum = PAID,
  second?: string,
): Outcome => ({
  ...{ name, payment, meaning, heading, row, sum },
  ...(second === undefined ? {} : { second }),
});
