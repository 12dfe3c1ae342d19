import { referenceKey } from '../../../shared/reference.ts';
import type { PaymentFacts } from './facts.ts';

/** What is about to be sent. */
export type Asked = Pick<PaymentFacts, 'kind' | 'amountMinor' | 'reference' | 'originalId' | 'requestId'>;

/** Whether this may be another try of that payment: the same sum, booking, request or, of a refund or a rest, the same original. */
export function mayBeSameGuest(asked: Asked, facts: PaymentFacts): boolean {
  if (asked.kind !== facts.kind) return false;
  const key = referenceKey(asked.reference);
  return (
    asked.amountMinor === facts.amountMinor ||
    (key !== '' && key === referenceKey(facts.reference)) ||
    (asked.requestId !== null && asked.requestId === facts.requestId) ||
    (asked.originalId !== null && asked.originalId === facts.originalId)
  );
}
