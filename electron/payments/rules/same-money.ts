import type { PaymentFacts } from '../core/facts.ts';

type Money = Pick<PaymentFacts, 'currency' | 'environment'>;

/** One currency and one kind of money: what was paid in a test is never added to, nor given back with, what is real. */
export const isSameMoney = (payment: Money, here: Money): boolean =>
  payment.currency === here.currency && payment.environment === here.environment;
