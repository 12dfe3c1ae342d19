import fc from 'fast-check';
import type { PaymentEvent } from '../../../electron/payments/core/events.ts';
import type { Approval, LookupAnswer, SaleOutcome, TransactionRecord, WireEvidence } from '../../../electron/payments/core/outcome.ts';
import type { Settlement } from '../../../electron/payments/core/state.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });
const minor = fc.integer({ min: 0, max: 999_999_999 });
const card = fc.record({ brand: text, last4: maybe(fc.stringMatching(/^\d{4}$/)) });
const iso = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString());

const approval: fc.Arbitrary<Approval> = fc.record({
  chargedMinor: minor,
  tipMinor: minor,
  surchargeMinor: minor,
  stan: maybe(text),
  card: maybe(card),
});
const lossCause = fc.constantFrom('answer-lost' as const, 'unreadable' as const);
const refusal = fc.constantFrom(...(['busy', 'inactive', 'not-connected', 'unknown-terminal', 'not-authorised', 'not-sent'] as const));

const outcome: fc.Arbitrary<SaleOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('approved' as const), approval }),
  fc.record({
    kind: fc.constant('rejected' as const),
    how: fc.constantFrom(...(['cancelled', 'timed-out', 'host', 'unstated'] as const)),
    hostCode: maybe(text),
  }),
  fc.record({ kind: fc.constant('refused' as const), reason: refusal }),
  fc.record({ kind: fc.constant('unknown' as const), cause: lossCause }),
);

/** `orderId` is now and then the payment's own, so that lookups prove something. */
const record = (orderId: string): fc.Arbitrary<TransactionRecord> =>
  fc.record({
    result: maybe(fc.constantFrom(0, 1, 2, 3, 99)),
    totalMinor: maybe(minor),
    tipMinor: maybe(minor),
    surchargeMinor: maybe(minor),
    orderId: maybe(fc.constantFrom(orderId, 'somebody-else')),
    stan: maybe(text),
    timeStamp: maybe(text),
    card: maybe(card),
    responseCode: maybe(text),
    cvm: maybe(text),
    sessionNumber: maybe(text),
  });

const answer = (orderId: string): fc.Arbitrary<LookupAnswer> =>
  fc.oneof(
    fc.record({ kind: fc.constant('record' as const), record: record(orderId) }),
    fc.record({ kind: fc.constantFrom(...(['no-transaction', 'unreadable', 'unreachable', 'not-authorised'] as const)) }),
  );

const settlement: fc.Arbitrary<Settlement> = fc.record({ charged: fc.boolean(), by: text, reason: text, evidence: text, at: iso });

export const randomEvent = (orderId: string): fc.Arbitrary<PaymentEvent> =>
  fc.oneof(
    fc.record({ type: fc.constantFrom(...PLAIN_EVENTS) }),
    fc.record({ type: fc.constant('stopped-before-sending' as const), reason: refusal }),
    fc.record({ type: fc.constant('answered' as const), outcome }),
    fc.record({ type: fc.constant('cancel-answered' as const), delivered: fc.boolean() }),
    fc.record({
      type: fc.constant('looked-up' as const),
      answer: answer(orderId),
      scheduled: fc.boolean(),
      sinceLossMs: fc.nat(400_000),
      seenAt: iso,
    }),
    fc.record({ type: fc.constant('settled' as const), settlement }),
  );

const PLAIN_EVENTS = [
  'started',
  'cleared',
  'request-written',
  'cancel-asked',
  'deadline-passed',
  'given-up',
  'lookup-due',
  'restarted',
  'released',
  'overwritten',
] as const;

export const randomEvidence: fc.Arbitrary<WireEvidence | null> = maybe(
  fc.record({
    status: maybe(fc.integer({ min: 100, max: 599 })),
    elapsedMs: fc.double({ min: 0, max: 400_000, noNaN: true }).map((ms) => ms + 0),
    bodySha256: maybe(fc.stringMatching(/^[0-9a-f]{64}$/)),
    bodyBytes: fc.nat(),
    record: maybe(record('any')),
    failureText: maybe(text),
    transport: maybe(text),
  }),
);
