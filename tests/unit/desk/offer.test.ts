import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { offeredVerdict } from '../../../electron/payments/rules/offer.ts';
import type { Hint } from '../../../shared/payment.ts';
import { saleFacts } from '../payments/sale-facts.ts';

const HELSINKI = 'Europe/Helsinki';
const hint: Hint = {
  why: 'rejected-record',
  amountMinor: 0,
  at: '2026-11-23T10:12:30',
  seenAt: '2026-11-23T08:13:00.000Z',
  clockOffsetMs: 0,
};
type Case = {
  readonly hint?: Partial<Hint> | null;
  readonly facts?: Partial<PaymentFacts>;
  readonly startedAt?: string;
  readonly state?: PaymentState;
};
const offer = ({ hint: more = {}, facts, startedAt = '2026-11-23T08:12:10.000Z', state }: Case = {}) =>
  offeredVerdict(
    {
      facts: { ...saleFacts, ...facts },
      state: state ?? { name: 'unresolved', cause: 'overwritten', hint: more === null ? null : { ...hint, ...more } },
      startedAt,
      endedAt: null,
      releasedAt: null,
    },
    HELSINKI,
  );
const withoutOffset = (): Hint => {
  const { clockOffsetMs: _, ...rest } = hint;
  return rest;
};

describe('what the hint offers', () => {
  it('is "not charged" where the terminal rejected something after our start', () => {
    expect(offer()).toEqual({ verdict: 'not-charged', at: hint.at });
    for (const amountMinor of [null, 0, saleFacts.amountMinor]) expect(offer({ hint: { amountMinor } })).not.toBeNull();
    for (const at of ['20261123101210', '2026-11-23T08:12:30Z', '2026-11-23T08:12:30.400Z', '2026-11-23T10:12:30+02:00'])
      expect(offer({ hint: { at } })).not.toBeNull();
  });

  it.each<[string, Case]>([
    ['a rejection from before', { hint: { at: '2026-11-23T10:12:09' } }],
    ['a rejection that is still to come', { hint: { at: '2026-11-23T10:13:06' } }],
    ['a rejection of another sum', { hint: { amountMinor: 990 } }],
    ['a rejection without a time', { hint: { at: null } }],
    ['a time nobody can read', { hint: { at: 'eilen' } }],
    ['a time in spring’s skipped hour', { hint: { at: '20260329033000' } }],
    ['an approval without an order id', { hint: { why: 'no-order-id' } }],
    ['somebody else’s payment', { hint: { why: 'foreign-order-id' } }],
    ['another terminal’s', { hint: { why: 'other-terminal' } }],
    ['no transaction at all', { hint: { why: 'no-transaction' } }],
    ['what was not approved', { hint: { why: 'not-approved' } }],
    ['what could not be read', { hint: { why: 'unreadable' } }],
    ['a Date header that is days off', { hint: { clockOffsetMs: -3 * 24 * 3_600_000 } }],
    ['a Date header from long ago', { hint: { clockOffsetMs: -30 * 365 * 24 * 3_600_000 } }],
    ['nothing that was seen', { hint: null }],
    ['a refund', { facts: { kind: 'refund' } }],
    ['what is still looked up', { state: { name: 'checking', cause: 'answer-lost', lookupsDone: 1, hint } }],
    ['a lookup without a Date header', { state: { name: 'unresolved', cause: 'overwritten', hint: withoutOffset() } }],
  ])('is nothing for %s', (_, what) => expect(offer(what)).toBeNull());

  it('is nothing where this PC’s clock is an hour slow and the rejection was another guest’s', () => {
    // True time: a refusal at 10.12, our payment at 10.40. This PC writes 9.40.
    const startedAt = '2026-11-23T07:40:00.000Z';
    const earlier = { at: '20261123101200', seenAt: '2026-11-23T07:41:00.000Z', clockOffsetMs: 3_600_000 };
    expect(offer({ startedAt, hint: earlier })).toBeNull();
    expect(offer({ startedAt, hint: { ...earlier, at: '20261123104030' } })).not.toBeNull();
  });

  it('is nothing in autumn’s repeated hour where one reading is before our start', () => {
    // 3.50 for the second time, and a refusal at "3.55": perhaps of 55 minutes ago.
    const startedAt = '2026-10-25T01:50:00.000Z';
    const at = '20261025035500';
    expect(offer({ startedAt, hint: { at, seenAt: '2026-10-25T01:56:00.000Z' } })).toBeNull();
    // In the first of the two hours both readings are after our start.
    expect(offer({ startedAt: '2026-10-25T00:50:00.000Z', hint: { at, seenAt: '2026-10-25T00:56:00.000Z' } })).not.toBeNull();
  });
});

/** As a terminal writes local time: no zone. */
const local = (moment: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: HELSINKI, dateStyle: 'short', timeStyle: 'medium' }).format(moment).replace(/\D/g, '');
const around = (iso: string) => fc.integer({ min: -4 * 3_600_000, max: 4 * 3_600_000 }).map((ms) => Date.parse(iso) + ms);
/** True moments about both changes of the clock, and an ordinary day. */
const moments = fc.oneof(around('2026-10-25T01:00:00.000Z'), around('2026-03-29T01:00:00.000Z'), around('2026-11-23T10:00:00.000Z'));

describe('whatever this PC’s clock says', () => {
  const situation = fc.record({
    started: moments,
    /** How far this PC is behind Nets; negative: ahead. */
    offset: fc.integer({ min: -12 * 3_600_000, max: 12 * 3_600_000 }),
    rejectedAfter: fc.integer({ min: -3 * 3_600_000, max: 3 * 3_600_000 }),
    seenAfter: fc.integer({ min: 5_000, max: 600_000 }),
    isLocal: fc.boolean(),
  });

  const offerOf = ({ started, offset, rejectedAfter, seenAfter, isLocal }: typeof situation extends fc.Arbitrary<infer T> ? T : never) => {
    const rejected = Math.floor((started + rejectedAfter) / 1_000) * 1_000;
    return offer({
      startedAt: new Date(started - offset).toISOString(),
      hint: {
        at: isLocal ? local(rejected) : new Date(rejected).toISOString(),
        seenAt: new Date(started + seenAfter - offset).toISOString(),
        clockOffsetMs: offset,
      },
    });
  };

  it('a rejection from before our start is never offered', () => {
    fc.assert(
      fc.property(situation, (what) => {
        if (offerOf(what) !== null)
          expect(Math.floor((what.started + what.rejectedAfter) / 1_000) * 1_000).toBeGreaterThanOrEqual(what.started);
      }),
      { numRuns: 3_000 },
    );
  });

  it('one that came after it is offered, also with the clock hours off', () => {
    fc.assert(
      fc.property(situation, ({ rejectedAfter, ...what }) => {
        const after = 1_000 + (Math.abs(rejectedAfter) % 100_000);
        expect(offerOf({ ...what, rejectedAfter: after, seenAfter: after + 1_000, isLocal: false })).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});
