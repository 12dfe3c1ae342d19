import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import * as cloudKit from '../../support/connect-cloud/index.ts';
import { type ApiClient, credentials, endOf, logIn } from './api-client.ts';

const { comparePaymentsWithLedger, startConnectCloud } = cloudKit;
type Payment = cloudKit.ExportedPayment;
const T = '71000001';

function payment(orderId: string, changes: Partial<Payment> = {}): Payment {
  return {
    id: `id-${orderId}`,
    orderId,
    originalId: null,
    kind: 'sale',
    state: 'approved',
    moneyMoved: 'yes',
    amountMinor: 1000,
    chargedMinor: 1000,
    tipMinor: 0,
    surchargeMinor: 0,
    terminalId: T,
    reason: null,
    proof: 'answer',
    settlement: null,
    ...changes,
  };
}

const notCharged = (state: Payment['state']): Partial<Payment> => ({ state, moneyMoved: 'no', chargedMinor: 0 });
const open = (state: Payment['state']): Partial<Payment> => ({ state, moneyMoved: 'unknown', chargedMinor: null, proof: null });

describe('the comparison', () => {
  let cloud: cloudKit.ConnectCloud;
  let api: ApiClient;

  // One sale of every kind, on a server of its own for each comparison: `ledgerOf` cuts the one in question out.
  beforeAll(async () => {
    cloud = await startConnectCloud({ ...credentials, latestAfterMs: 0 });
    api = await logIn(cloud.baseUrl);
    const plays: ReadonlyArray<readonly [string, cloudKit.Script]> = [
      ['TIPPED', cloudKit.approve({ tipMinor: 50 })],
      ['DECLINED', cloudKit.decline()],
      ['BUSY', cloudKit.busy()],
      ['LOST', cloudKit.approveThenCut('before')],
      ['LOST-NO', cloudKit.cancelledAtTerminal({ delivery: { kind: 'cut', at: 'half', how: 'fin' } })],
      ['UNKNOWN', cloudKit.unknownResult()],
      ['PLAIN', cloudKit.approve()],
    ];
    for (const [orderId, script] of plays) {
      const play = cloud.terminal(T).play(script);
      await endOf(api.sale(T, 1000, orderId));
      await play.answered;
      if (orderId === 'LOST') await api.lookup(T);
    }
    await api.call('DELETE', `/v1/terminal/${T}/transaction`, { amount: 1000 });
    await api.sale(T, 500, 'REFUND', { transactionType: 'returnOfGoods' });
    await api.sale(T, 1000, 'TWICE');
    await api.sale(T, 1000, 'TWICE');
  });
  afterAll(() => cloud.close());

  function ledgerOf(...orderIds: readonly string[]): cloudKit.LedgerSnapshot {
    const all = cloud.ledger.snapshot();
    return {
      ...all,
      attempts: all.attempts.filter((attempt) => orderIds.includes(attempt.orderId ?? '')),
      voids: all.voids.filter((each) => orderIds.includes(each.orderId ?? '')),
    };
  }

  const agreeing: ReadonlyArray<readonly [string, string, Partial<Payment>]> = [
    ['an approval with its tip', 'TIPPED', { chargedMinor: 1050, tipMinor: 50 }],
    ['a decline', 'DECLINED', notCharged('declined')],
    ['a refusal', 'BUSY', notCharged('refused')],
    ['a lost answer that a lookup proved', 'LOST', { proof: 'lookup' }],
    ['a lost answer that is being checked', 'LOST', open('checking')],
    ['a lost answer that nobody can prove', 'LOST', open('unresolved')],
    ['a lost rejection that nobody can prove', 'LOST-NO', open('unresolved')],
    ['a refund', 'REFUND', { kind: 'refund', amountMinor: 500, chargedMinor: 500 }],
    ['a sale that was never sent', 'NOWHERE', { ...notCharged('refused'), reason: 'not-sent', proof: null }],
    ['a sale that was only created', 'NOWHERE', { ...notCharged('created'), proof: null }],
  ];
  it.each(agreeing)('agrees with %s', (_what, orderId, changes) => {
    expect(comparePaymentsWithLedger([payment(orderId, changes)], ledgerOf(orderId))).toEqual([]);
  });

  const mismatching: ReadonlyArray<readonly [string, string, Partial<Payment>, RegExp]> = [
    ['an approval that was declined', 'DECLINED', {}, /was not charged/],
    ['an approval that never reached the server', 'NOWHERE', {}, /was not charged/],
    ['a wrong total', 'TIPPED', { tipMinor: 50 }, /says 1000 was charged, but it was 1050/],
    ['a forgotten tip', 'TIPPED', { chargedMinor: 1050 }, /says a tip of 0, but it was 50/],
    ['a decline that was charged', 'TIPPED', notCharged('declined'), /was charged/],
    ['a time-out that was charged', 'LOST', notCharged('timed-out'), /was charged/],
    [
      'silence taken for a cancel, right by luck',
      'LOST-NO',
      notCharged('cancelled'),
      /no answer that proves it: rejected, delivered partial/,
    ],
    ['a decline taken for a refusal', 'DECLINED', notCharged('refused'), /no answer that proves it/],
    ['an approval by an answer that was lost', 'LOST', {}, /proven by an answer that was never given/],
    ['an approval by an answer that said 99', 'UNKNOWN', {}, /proven by an answer that was never given/],
    ['an approval by a lookup that never was', 'UNKNOWN', { proof: 'lookup' }, /proven by a lookup that never showed it/],
    ['an approval on nobody’s word', 'PLAIN', { proof: null }, /no proof from Nets/],
    ['two charges', 'TWICE', {}, /was charged 2 times/],
    ['two charges that are being checked', 'TWICE', open('checking'), /was sent 2 times/],
    ['not sent, but sent', 'BUSY', { ...notCharged('refused'), reason: 'not-sent' }, /says not sent/],
    ['created, but sent', 'BUSY', notCharged('created'), /is created/],
    ['another amount', 'PLAIN', { amountMinor: 999 }, /asks 999, but 1000 was sent/],
    ['another terminal', 'PLAIN', { terminalId: '71000002' }, /but was sent to 71000001/],
    ['a refund sent as a sale', 'PLAIN', { kind: 'refund' }, /was sent as purchase/],
    ['certainty about an open payment', 'LOST', { ...open('checking'), moneyMoved: 'no' }, /says that money moved: no/],
    ['a manual record that was sent', 'PLAIN', { kind: 'manual', state: 'settled-by-person' }, /is a manual record/],
    ['a settlement by nobody', 'LOST', open('settled-by-person'), /by nobody/],
  ];
  it.each(mismatching)('reports %s', (_what, orderId, changes, sentence) => {
    const found = comparePaymentsWithLedger([payment(orderId, changes)], { ...ledgerOf(orderId), voids: [] });
    expect(found.join('\n')).toMatch(sentence);
  });

  it('reports a POST without a payment, and an orderId that is used twice', () => {
    expect(comparePaymentsWithLedger([], ledgerOf('PLAIN', 'BUSY'))).toEqual([
      expect.stringMatching(/POST \d+ on 71000001 \(orderId BUSY, refused\) has no payment/),
      expect.stringContaining('orderId PLAIN'),
      expect.stringContaining('the void of order PLAIN'),
      expect.stringContaining('DELETE was sent 1 times'),
    ]);
    const twice = [payment('BUSY', notCharged('refused')), payment('BUSY', { ...notCharged('refused'), id: 'other' })];
    expect(comparePaymentsWithLedger(twice, ledgerOf('BUSY'))).toContain('orderId BUSY belongs to more than one payment');
  });

  it('judges persons only where the test says that they tell the truth', () => {
    const settlement = { charged: false, by: 'Maija V.', reason: 'no receipt' };
    const settled = [payment('LOST', { ...notCharged('settled-by-person'), proof: 'person', settlement })];
    expect(comparePaymentsWithLedger(settled, ledgerOf('LOST'))).toEqual([]);
    expect(comparePaymentsWithLedger(settled, ledgerOf('LOST'), { personsAreRight: true })).toEqual([
      'sale LOST (settled-by-person) was settled as not charged, but was charged',
    ]);
  });

  it('follows voids by the sale they name', () => {
    const row = payment('X', { id: 'v', orderId: null, kind: 'void', originalId: 'id-PLAIN', proof: 'answer' });
    expect(comparePaymentsWithLedger([payment('PLAIN'), row], ledgerOf('PLAIN'))).toEqual([]);
    expect(comparePaymentsWithLedger([payment('PLAIN')], ledgerOf('PLAIN'))[0]).toContain('has no payment row');
    const denied = { ...row, ...notCharged('declined') };
    expect(comparePaymentsWithLedger([payment('PLAIN'), denied], ledgerOf('PLAIN'))[0]).toContain('was done all the same');
    const undone = { ...ledgerOf('PLAIN'), voids: [] };
    expect(comparePaymentsWithLedger([payment('PLAIN'), row], undone)[0]).toContain('was done 0 times');
  });

  it('reports a cancelAction after the sale was over', () => {
    const ledger = ledgerOf('PLAIN');
    const cancel = { terminalId: T, at: 'now', hit: 'nothing', msSinceOpen: 2_500 } as const;
    const row = payment('X', { id: 'v', orderId: null, kind: 'void', originalId: 'id-PLAIN' });
    const found = comparePaymentsWithLedger([payment('PLAIN'), row], { ...ledger, cancels: [cancel, { ...cancel, msSinceOpen: 0 }] });
    expect(found).toEqual([expect.stringContaining('cancelAction was sent to 71000001')]);
  });
});

describe('reading an export', () => {
  it('reads JSON Lines and refuses what is no payment', () => {
    const lines = `${JSON.stringify(payment('A-1'))}\n${JSON.stringify(payment('A-2'))}\n`;
    expect(cloudKit.parseExportedPayments(lines).map((each) => each.orderId)).toEqual(['A-1', 'A-2']);
    expect(cloudKit.parseExportedPayments('')).toEqual([]);
    expect(() => cloudKit.parseExportedPayments(JSON.stringify({ ...payment('A-1'), state: 'paid' }))).toThrow(
      'line 1: unknown state paid',
    );
    expect(() => cloudKit.parseExportedPayments(JSON.stringify({ ...payment('A-1'), chargedMinor: 12.5 }))).toThrow('no integer');
  });
});
