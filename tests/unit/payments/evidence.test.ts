import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLookup, toApproval } from '../../../electron/payments/core/evidence.ts';
import type { TransactionRecord } from '../../../electron/payments/core/outcome.ts';
import type { Hint } from '../../../shared/payment.ts';
import { blankRecord } from '../../support/fakes/fake-card-terminal.ts';

const OURS = 'WP-0001';
const proof: TransactionRecord = {
  ...blankRecord,
  result: 0,
  totalMinor: 1250,
  tipMinor: 0,
  surchargeMinor: 0,
  orderId: OURS,
  stan: '000042',
  timeStamp: '2026-11-23T10:00:07Z',
  card: { brand: 'VISA', last4: '1234' },
};
const WANTED = { orderId: OURS, terminalId: '71000001' };
const judge = (record: Partial<TransactionRecord>) => judgeLookup({ kind: 'record', record: { ...proof, ...record } }, WANTED);

describe('what proves an approval', () => {
  it('Result 0, a readable amount and our own order id', () => {
    expect(judge({})).toEqual({
      proof: 'approved',
      approval: { chargedMinor: 1250, tipMinor: 0, surchargeMinor: 0, stan: '000042', card: { brand: 'VISA', last4: '1234' } },
    });
  });

  it.each<[string, Partial<TransactionRecord>, number]>([
    ['a tip on top', { totalMinor: 1450, tipMinor: 200 }, 1450],
    ['a surcharge on top', { totalMinor: 1275, surchargeMinor: 25 }, 1275],
    ['less than was asked', { totalMinor: 500 }, 500],
    ['no STAN', { stan: null }, 1250],
    ['a STAN that was seen before', { stan: '000001' }, 1250],
    ['no time', { timeStamp: null }, 1250],
    ['a time in the terminal’s own zone, an hour off', { timeStamp: '20261123110007' }, 1250],
    ['no card', { card: null }, 1250],
    ['an odd response code', { responseCode: '05' }, 1250],
    ['no tip and no surcharge told', { tipMinor: null, surchargeMinor: null }, 1250],
    ['our terminal named', { terminalId: '71000001' }, 1250],
    ['our terminal named with zeros before it', { terminalId: '0071000001' }, 1250],
  ])('is nothing else: %s changes nothing about it', (_what, change, chargedMinor) => {
    expect(judge(change)).toMatchObject({ proof: 'approved', approval: { chargedMinor } });
  });
});

describe('what looks like an approval and is none', () => {
  it.each<[string, Partial<TransactionRecord>, Hint['why']]>([
    ['Result 1, an administrative success', { result: 1 }, 'not-approved'],
    ['Result 2, a rejection with our order id', { result: 2 }, 'rejected-record'],
    [
      'Result 2 with amount 0 and no order id, as Nets sends it',
      { result: 2, totalMinor: 0, orderId: null, stan: null },
      'rejected-record',
    ],
    ['Result 3, loyalty', { result: 3 }, 'not-approved'],
    ['Result 99, unknown', { result: 99 }, 'not-approved'],
    ['Result -1', { result: -1 }, 'not-approved'],
    ['Result 0.5', { result: 0.5 }, 'not-approved'],
    ['a Result that is not a number', { result: Number.NaN }, 'not-approved'],
    ['no Result, or one that was empty', { result: null }, 'not-approved'],
    ['no order id: a sale keyed in by hand', { orderId: null }, 'no-order-id'],
    ['an empty order id', { orderId: '' }, 'foreign-order-id'],
    ['another desk’s order id', { orderId: 'ANOTHER-DESK-1' }, 'foreign-order-id'],
    ['our order id in other letters', { orderId: 'wp-0001' }, 'foreign-order-id'],
    ['our order id with a blank', { orderId: 'WP-0001 ' }, 'foreign-order-id'],
    ['the start of our order id', { orderId: 'WP-000' }, 'foreign-order-id'],
    ['our order id and more', { orderId: 'WP-00011' }, 'foreign-order-id'],
    ['our order id from another terminal', { terminalId: '71000002' }, 'other-terminal'],
    ['a terminal that nobody can read', { terminalId: '(unreadable)' }, 'other-terminal'],
    ['a rejection of another terminal', { result: 2, terminalId: '71000002' }, 'other-terminal'],
    ['our order id without an amount', { totalMinor: null }, 'unreadable'],
    ['our order id and an amount of 0', { totalMinor: 0 }, 'no-amount'],
    ['our order id and an amount below 0', { totalMinor: -1250 }, 'no-amount'],
    ['our order id and a tip without any amount', { totalMinor: 0, tipMinor: 200 }, 'no-amount'],
  ])('%s', (_what, change, why) => {
    const judgement = judge(change);
    expect(judgement).toEqual({
      proof: 'none',
      hint: { why, amountMinor: change.totalMinor === undefined ? 1250 : change.totalMinor, at: '2026-11-23T10:00:07Z' },
    });
  });

  it('the same amount, card, STAN and time, but no order id', () => {
    expect(judge({ orderId: null }).proof).toBe('none');
  });

  it('an amount from tip and surcharge alone', () => {
    expect(judge({ totalMinor: null, tipMinor: 200, surchargeMinor: 25 }).proof).toBe('none');
  });
});

describe('a lookup without a record', () => {
  it.each(['no-transaction', 'unreadable'] as const)('%s is a hint and no more', (kind) => {
    expect(judgeLookup({ kind }, WANTED)).toEqual({ proof: 'none', hint: { why: kind, amountMinor: null, at: null } });
  });

  it.each(['unreachable', 'not-authorised'] as const)('%s taught nothing, so it does not count as a lookup', (kind) => {
    expect(judgeLookup({ kind }, WANTED)).toEqual({ proof: 'not-looked-up' });
  });
});

describe('an approval read from a record', () => {
  it('is only there with Result 0 and an amount', () => {
    expect(toApproval(proof)).toEqual({
      chargedMinor: 1250,
      tipMinor: 0,
      surchargeMinor: 0,
      stan: '000042',
      card: { brand: 'VISA', last4: '1234' },
    });
    for (const result of [null, 1, 2, 3, 99, Number.NaN]) expect(toApproval({ ...proof, result })).toBeNull();
    for (const totalMinor of [null, 0, -0, -1, -1250]) expect(toApproval({ ...proof, totalMinor })).toBeNull();
  });
});

describe('for any record', () => {
  const texts = fc.option(fc.oneof(fc.constant(OURS), fc.string(), fc.constant('')), { nil: null });
  const amounts = fc.option(fc.oneof(fc.constant(1250), fc.constant(0), fc.integer({ min: 0, max: 999_999_999 })), { nil: null });
  const records = fc.record({
    result: fc.option(fc.oneof(fc.constantFrom(0, 1, 2, 3, 99), fc.integer(), fc.double()), { nil: null }),
    totalMinor: amounts,
    tipMinor: amounts,
    surchargeMinor: amounts,
    orderId: texts,
    stan: texts,
    timeStamp: texts,
    card: fc.constantFrom(null, { brand: 'VISA', last4: '1234' }),
    responseCode: texts,
    cvm: texts,
    sessionNumber: texts,
  });

  it('approved is proven exactly by Result 0, an amount above 0 and our order id', () => {
    fc.assert(
      fc.property(records, (record) => {
        const ours = record.result === 0 && record.totalMinor !== null && record.totalMinor > 0 && record.orderId === OURS;
        const judgement = judgeLookup({ kind: 'record', record }, WANTED);
        expect(judgement.proof).toBe(ours ? 'approved' : 'none');
        if (judgement.proof === 'approved') expect(judgement.approval.chargedMinor).toBe(record.totalMinor);
      }),
      { numRuns: 500 },
    );
  });
});
