import type { PaymentEvent } from '../../../electron/payments/core/events.ts';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { LookupAnswer } from '../../../electron/payments/core/outcome.ts';
import type { Settlement } from '../../../electron/payments/core/state.ts';
import type { Hint } from '../../../shared/payment.ts';
import { proofFor, somebodyElsesSale } from '../../support/fakes/fake-card-terminal.ts';

/** One sale of 12,50 € on one terminal; tests change what they mean. */
export const saleFacts: PaymentFacts = {
  id: 'payment-1',
  orderId: 'WP-0001',
  kind: 'sale',
  requestId: null,
  originalId: null,
  amountMinor: 1250,
  currency: 'EUR',
  terminalId: '71000001',
  terminalName: 'Päätelaite I',
  pointOfSale: 'Vastaanotto',
  reference: 'R-1001',
  operator: 'Maija V.',
  environment: 'test',
};

export const SEEN_AT = '2026-11-23T10:00:30.000Z';
export const ourProof: LookupAnswer = proofFor(saleFacts.orderId, 1250);

/** A hint that stood there before. */
export const ourHint: Hint = { why: 'no-transaction', amountMinor: null, at: null, seenAt: '2026-11-23T10:00:10.000Z' };
/** What another desk's sale looks like to the person who must decide. */
export const foreignHint: Hint = { why: 'foreign-order-id', amountMinor: 990, at: '2026-11-23T10:00:07Z', seenAt: SEEN_AT };

export function lookedUp(
  answer: LookupAnswer | 'foreign' | 'unreachable',
  { scheduled, sinceLossMs }: { scheduled: boolean; sinceLossMs: number },
): Extract<PaymentEvent, { type: 'looked-up' }> {
  const brought: LookupAnswer = answer === 'foreign' ? somebodyElsesSale : answer === 'unreachable' ? { kind: 'unreachable' } : answer;
  return { type: 'looked-up', answer: brought, scheduled, sinceLossMs, seenAt: SEEN_AT };
}

export const settlement = (charged: boolean): Settlement => ({
  charged,
  by: 'Maija V.',
  reason: 'Kuitti on kädessä',
  evidence: charged ? '123456 / 1234' : '',
  at: '2026-11-23T10:05:00.000Z',
});
