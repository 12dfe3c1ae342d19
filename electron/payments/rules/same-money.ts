import type { PaymentFacts } from '../core/facts.ts';

type Money = Pick<PaymentFacts, 'currency' | 'environment'>;

/** Whether both are in the same currency and environment: test payments are never added to real ones or given back with them. */
export const isSameMoney = (payment: Money, here: Money): boolean =>
  payment.currency === here.currency && payment.environment === here.environment;
