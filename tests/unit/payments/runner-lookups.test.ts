import { describe, expect, it } from 'vitest';
import type { LookupAnswer } from '../../../electron/payments/core/outcome.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { approved, blankRecord, hostSaidNo, lost, refused, rejectedAs, somebodyElsesSale } from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts } from './sale-facts.ts';
import { answerLast, BEGINNING, openTill, type Till } from './till.ts';

/** A sale whose answer was lost at once; every lookup answers as told, or hangs where nothing is told. */
async function lostAtOnce(...answers: LookupAnswer[]): Promise<Till> {
  const till = openTill();
  till.terminal.script.lookup.push(...answers);
  const sale = await till.onTheWire();
  sale.answer(lost);
  await till.clock.settle();
  return till;
}
const unreachable: LookupAnswer = { kind: 'unreachable' };
const times = (count: number, answer: LookupAnswer): LookupAnswer[] => Array.from({ length: count }, () => answer);

describe('the answer is given up', () => {
  it('at 300 s, then looked up at 5, 15, 30, 60 and 180 s, and a person must decide', async () => {
    const till = openTill();
    till.terminal.script.cancelAction.push('delivered');
    till.terminal.script.lookup.push(...times(9, somebodyElsesSale));
    await till.onTheWire();
    await till.clock.advanceBy('givenUp');
    await till.clock.advance(24 * 3_600_000);
    expect(till.story).toEqual([
      ...BEGINNING,
      '120 row cancelling after deadline-passed',
      '120 call cancelAction',
      '120 row cancelling after cancel-answered',
      '300 row checking after given-up',
      '305 call lookup',
      '305 row checking after looked-up',
      '315 call lookup',
      '315 row checking after looked-up',
      '330 call lookup',
      '330 row checking after looked-up',
      '360 call lookup',
      '360 row checking after looked-up',
      '480 call lookup',
      '480 row unresolved after looked-up',
    ]);
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'answer-lost', hint: { why: 'foreign-order-id', amountMinor: 990 } });
  });

  it('and its own late approval is still the truth, and ends the lookups', async () => {
    const till = openTill();
    till.terminal.script.lookup.push(somebodyElsesSale);
    const sale = await till.onTheWire();
    await till.clock.advanceBy('givenUp');
    await till.clock.advance(8_000);
    sale.answer(approved(1250));
    await till.clock.advance(3_600_000);
    expect(till.moments('lookup')).toEqual([305]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
    expect(till.journal.stateNames(saleFacts.id).slice(-3)).toEqual(['checking', 'checking', 'approved']);
  });

  it('and its own late rejection is still the proof that nothing was charged', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advanceBy('givenUp');
    await till.clock.advance(1_000);
    sale.answer(hostSaidNo);
    await till.clock.advance(3_600_000);
    expect(till.state()).toEqual({ name: 'declined', hostCode: '51' });
    expect(till.terminal.count('lookup')).toBe(0);
  });

  it.each<[string, (till: Till) => void, PaymentState]>([
    ['the deadline', () => undefined, { name: 'timed-out' }],
    ['the desk, twice in vain', (till) => void till.runner.cancel(saleFacts.id), { name: 'cancelled', by: 'desk' }],
  ])('and its own late cancellation is the doing of %s', async (_who, wish, end) => {
    const till = openTill();
    till.terminal.script.cancelAction.push('failed', 'failed');
    const sale = await till.onTheWire();
    wish(till);
    till.terminal.script.lookup.push(somebodyElsesSale);
    await till.clock.advanceBy('givenUp');
    await till.clock.advance(8_000);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(till.state()).toEqual(end);
  });

  it('and its connection ends later without an answer: the lookups go on as they were', async () => {
    const till = openTill();
    till.terminal.script.lookup.push(...times(9, somebodyElsesSale));
    const sale = await till.onTheWire();
    await till.clock.advanceBy('givenUp');
    await till.clock.advance(20_000);
    sale.answer(lost);
    await till.clock.advance(3_600_000);
    expect(till.moments('lookup')).toEqual([305, 315, 330, 360, 480]);
  });
});

describe('lookups after a lost answer', () => {
  it('prove the approval at the second one', async () => {
    const till = await lostAtOnce({ kind: 'no-transaction' }, ourProof);
    await till.clock.advance(3_600_000);
    expect(till.story).toEqual([
      ...BEGINNING,
      '0 row checking after answered',
      '5 call lookup',
      '5 row checking after looked-up',
      '15 call lookup',
      '15 row approved after looked-up',
    ]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup', chargedMinor: 1250 });
    expect(till.clock.timers()).toBe(0);
  });

  it.each<[string, LookupAnswer]>([
    ['no transaction at all', { kind: 'no-transaction' }],
    ['a rejection', { kind: 'record', record: { ...blankRecord, result: 2, totalMinor: 0 } }],
    ['an approval without an order id', { kind: 'record', record: { ...blankRecord, result: 0, totalMinor: 1250 } }],
    ['another order id', somebodyElsesSale],
    ['an unknown result', { kind: 'record', record: { ...blankRecord, result: 99, totalMinor: 1250, orderId: saleFacts.orderId } }],
    ['something unreadable', { kind: 'unreadable' }],
  ])('never conclude "not charged" from %s, however often it is seen', async (_what, answer) => {
    const till = await lostAtOnce(...times(20, answer));
    await till.clock.advance(24 * 3_600_000);
    expect(till.moments('lookup')).toEqual([5, 15, 30, 60, 180]);
    expect(till.state().name).toBe('unresolved');
  });

  it('go on while Nets is not reached, use up no planned one, and find the approval when the line is back', async () => {
    const till = await lostAtOnce(...times(4, unreachable), somebodyElsesSale, ourProof);
    await till.clock.advance(3_600_000);
    // Tried again every 5 s: 5, 10, 15, 20; the line is back at 25, and the planned one at 30 proves it.
    expect(till.moments('lookup')).toEqual([5, 10, 15, 20, 25, 30]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('wait as long as Nets asks to be left alone, and never past the last planned moment', async () => {
    const asksToWait = (seconds: number): LookupAnswer => ({ kind: 'unreachable', retryAfterMs: seconds * 1_000 });
    const till = await lostAtOnce(asksToWait(40), asksToWait(600), asksToWait(600), asksToWait(86_400), ourProof);
    await till.clock.advance(24 * 3_600_000);
    // Asked for 40 s, then for ten minutes (180 s comes first), then for ten minutes, then for a day: an hour must do.
    expect(till.moments('lookup')).toEqual([5, 45, 180, 780, 4_380]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('leave the decision to a person when the line stays down, and still find the approval once it is back', async () => {
    const till = await lostAtOnce(...times(60, unreachable), ourProof);
    await till.clock.advance(180_000);
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'answer-lost' });
    await till.clock.advance(3_600_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    const afterwards = till.moments('lookup').filter((at) => at >= 180);
    expect(afterwards.slice(0, 4)).toEqual([180, 190, 200, 210]);
    // Nothing was learnt from them, so nothing was written.
    expect(till.journal.rows(saleFacts.id)).toHaveLength(6);
  });

  it('find an approval that Nets shows within 15 s of the line being back', async () => {
    for (const downFor of [1_000, 4_000, 9_000, 47_000, 100_000, 179_000, 181_000, 1_000_000]) {
      const till = openTill();
      const sale = await till.onTheWire();
      sale.answer(lost);
      const backAt = till.clock.elapsed() + downFor;
      await till.clock.settle();
      for (let second = 0; second < 1_200 && till.state().name !== 'approved'; second += 1) {
        await till.clock.advance(1_000);
        const asked = till.terminal.lookups.at(-1);
        if (asked?.answered() === false) asked.answer(till.clock.elapsed() < backAt ? unreachable : ourProof);
        await till.clock.settle();
      }
      expect(till.state()).toMatchObject({ name: 'approved' });
      expect(till.clock.elapsed() - backAt).toBeLessThanOrEqual(15_000);
    }
  });

  it('do not stop for ever because one of them broke down', async () => {
    const till = openTill();
    till.terminal.script.lookup.push({ throws: new Error('bug') }, ourProof);
    const sale = await till.onTheWire();
    sale.answer(lost);
    await till.clock.advance(3_600_000);
    expect(till.broke).toHaveLength(1);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('are one at a time, however slow the first one is', async () => {
    const till = await lostAtOnce();
    await till.clock.advance(50_000);
    expect(till.terminal.count('lookup')).toBe(1);
    answerLast(till.terminal.lookups, somebodyElsesSale);
    await till.clock.advance(10_000);
    expect(till.moments('lookup')).toEqual([5, 60]);
  });

  it('end when the own answer proves the payment while one is on its way', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(TIMES.givenUp + 5_000);
    expect(till.terminal.count('lookup')).toBe(1);
    sale.answer(approved(1250));
    await till.clock.settle();
    answerLast(till.terminal.lookups, { kind: 'no-transaction' });
    await till.clock.advance(3_600_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
    expect(till.terminal.count('lookup')).toBe(1);
  });

  it('can still prove an approval after the own answer said refused', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(TIMES.givenUp + 5_000);
    sale.answer(refused('busy'));
    await till.clock.settle();
    expect(till.state().name).toBe('refused');
    answerLast(till.terminal.lookups, ourProof);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });
});

describe('Päivitä', () => {
  it('while the payment is still going on changes nothing', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(10_000);
    expect(till.runner.refresh(saleFacts.id)).toEqual({ ok: true, value: null });
    answerLast(till.terminal.lookups, somebodyElsesSale);
    await till.clock.settle();
    expect(till.state()).toEqual({ name: 'sent', written: true });
    expect(till.runner.find(saleFacts.id)?.refresh).toBe('still-running');
    await till.clock.advance(5_000);
    sale.answer(approved(1250));
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
  });

  it('never turns a rejection that it sees into "not charged"', async () => {
    const till = openTill();
    await till.onTheWire();
    till.runner.refresh(saleFacts.id);
    answerLast(till.terminal.lookups, { kind: 'record', record: { ...blankRecord, result: 2, totalMinor: 0, orderId: saleFacts.orderId } });
    await till.clock.settle();
    expect(till.state()).toEqual({ name: 'sent', written: true });
  });

  it('marks the payment as paid when our own order id is there, and nothing is cancelled after that', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(10_000);
    till.runner.refresh(saleFacts.id);
    answerLast(till.terminal.lookups, ourProof);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    sale.answer(approved(1250));
    await till.clock.advance(TIMES.givenUp);
    expect(till.terminal.names()).toEqual(['clear', 'sale', 'lookup']);
    await till.clock.settle();
    // The answer is kept as evidence; the verdict stands as it was.
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    expect(till.journal.eventNames(saleFacts.id).slice(-2)).toEqual(['looked-up', 'answered']);
  });

  it('reaches one terminal at most once in 10 s', async () => {
    const till = openTill();
    await till.onTheWire();
    till.terminal.script.lookup.push(...times(5, somebodyElsesSale));
    expect(till.runner.refresh(saleFacts.id).ok).toBe(true);
    await till.clock.advance(TIMES.refreshRest - 1);
    expect(till.runner.refresh(saleFacts.id)).toEqual({ ok: false, error: 'lookup-too-soon' });
    await till.clock.advance(1);
    expect(till.runner.refresh(saleFacts.id).ok).toBe(true);
    await till.clock.settle();
    expect(till.moments('lookup')).toEqual([0, 10]);
  });

  it('pressed again while the first one is still asking sends no second one', async () => {
    const till = openTill();
    await till.onTheWire();
    till.runner.refresh(saleFacts.id);
    await till.clock.advance(30_000);
    till.runner.refresh(saleFacts.id);
    await till.clock.settle();
    expect(till.terminal.count('lookup')).toBe(1);
  });

  it('that reached nobody because one was asking already costs no rest of its own', async () => {
    const till = openTill();
    await till.onTheWire();
    till.runner.refresh(saleFacts.id);
    await till.clock.advance(30_000);
    till.runner.refresh(saleFacts.id);
    answerLast(till.terminal.lookups, somebodyElsesSale);
    await till.clock.advance(1_000);
    expect(till.runner.refresh(saleFacts.id).ok).toBe(true);
    await till.clock.settle();
    expect(till.moments('lookup')).toEqual([0, 31]);
  });

  it('and a planned lookup never ask at the same time', async () => {
    const till = await lostAtOnce();
    await till.clock.advance(4_900);
    till.runner.refresh(saleFacts.id);
    await till.clock.advance(20_000);
    expect(till.moments('lookup')).toEqual([4.9]);
  });

  it('is not possible before the request is on the wire, nor for a payment that is over', async () => {
    const till = openTill();
    till.terminal.writesAtOnce = false;
    await till.start();
    expect(till.runner.refresh(saleFacts.id)).toEqual({ ok: false, error: 'not-possible-now' });
    till.sale().answer(approved(1250));
    await till.clock.settle();
    expect(till.runner.refresh(saleFacts.id).ok).toBe(false);
    expect(till.runner.refresh('nobody')).toEqual({ ok: false, error: 'payment-unknown' });
    expect(till.terminal.count('lookup')).toBe(0);
  });

  it('that finds nobody says so and leaves the payment as it was', async () => {
    const till = openTill();
    await till.onTheWire();
    till.runner.refresh(saleFacts.id);
    answerLast(till.terminal.lookups, unreachable);
    await till.clock.settle();
    expect(till.runner.find(saleFacts.id)?.refresh).toBe('no-answer');
    expect(till.state()).toEqual({ name: 'sent', written: true });
  });

  it('finds an approval for a payment that nobody could resolve', async () => {
    const till = await lostAtOnce(...times(5, somebodyElsesSale), ourProof);
    await till.clock.advance(600_000);
    expect(till.state().name).toBe('unresolved');
    expect(till.runner.refresh(saleFacts.id).ok).toBe(true);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('pressed between two planned lookups uses none of them up', async () => {
    const till = await lostAtOnce(...times(9, somebodyElsesSale));
    await till.clock.advance(20_000);
    till.runner.refresh(saleFacts.id);
    await till.clock.advance(3_600_000);
    expect(till.moments('lookup')).toEqual([5, 15, 20, 30, 60, 180]);
    expect(till.state().name).toBe('unresolved');
  });

  it('that is still asking when a planned lookup falls due does not end the lookups', async () => {
    const till = await lostAtOnce();
    await till.clock.advance(4_900);
    till.runner.refresh(saleFacts.id);
    await till.clock.advance(1_100);
    till.terminal.script.lookup.push(...times(9, somebodyElsesSale));
    answerLast(till.terminal.lookups, somebodyElsesSale);
    await till.clock.advance(3_600_000);
    expect(till.state().name).toBe('unresolved');
    // The planned one waits for the person's, and follows it.
    expect(till.moments('lookup')).toEqual([4.9, 6, 15, 30, 60, 180]);
  });

  it('that was asked before the loss and hangs on does not end the lookups', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.refresh(saleFacts.id);
    sale.answer(lost);
    await till.clock.advance(20_000);
    till.terminal.script.lookup.push(...times(9, ourProof));
    answerLast(till.terminal.lookups, unreachable);
    await till.clock.advance(3_600_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });
});

describe('a later sale on the terminal of a payment that nobody could resolve', () => {
  const later = { id: 'payment-2', orderId: 'WP-0002' };
  /** The line went down during the payment and stays down. */
  async function unresolved(): Promise<Till> {
    const till = await lostAtOnce(...times(36, unreachable));
    await till.clock.advance(180_000);
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'answer-lost' });
    return till;
  }

  it('is not disturbed by lookups for the older one', async () => {
    const till = await unresolved();
    await till.start(later);
    expect(till.state('payment-2')).toEqual({ name: 'sent', written: true });
    await till.clock.advance(100_000);
    expect(till.terminal.calls.slice(till.terminal.calls.findLastIndex(({ call }) => call === 'sale') + 1)).toEqual([]);
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'answer-lost' });
    till.sale(1).answer(approved(1250));
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'overwritten' });
  });

  it('that never left this PC overwrote nothing: the older one is still found when the line is back', async () => {
    const till = await unresolved();
    till.terminal.writesAtOnce = false;
    await till.start(later);
    till.sale(1).answer(refused('not-sent'));
    await till.clock.settle();
    expect(till.state('payment-2')).toEqual({ name: 'refused', reason: 'not-sent' });
    till.terminal.script.lookup.push(...times(9, ourProof));
    await till.clock.advance(60_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('that has no token overwrote nothing either', async () => {
    const till = await unresolved();
    till.terminal.script.clear.push({ ok: false, error: 'not-sent' });
    await till.start(later);
    till.terminal.script.lookup.push(...times(9, ourProof));
    await till.clock.advance(60_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('on another terminal changes nothing for the older one', async () => {
    const till = await unresolved();
    await till.start({ ...later, terminalId: '71000002' });
    till.terminal.script.lookup.push(...times(9, ourProof));
    await till.clock.advance(60_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('comes after one more look, which may prove the older one', async () => {
    const till = await lostAtOnce(...times(5, somebodyElsesSale));
    await till.clock.advance(600_000);
    expect(till.state().name).toBe('unresolved');
    till.terminal.script.lookup.push(ourProof);
    await till.runner.lookBeforeSale('71000001', null);
    expect(till.moments('lookup')).toEqual([5, 15, 30, 60, 180, 600]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('comes after one more look at a released one too', async () => {
    const till = await lostAtOnce(...times(3, somebodyElsesSale));
    await till.clock.advance(20_000);
    till.runner.release(saleFacts.id);
    await till.runner.lookBeforeSale('71000001', null);
    expect(till.moments('lookup')).toEqual([5, 15, 20]);
    expect(till.state().name).toBe('checking');
  });

  it('needs no look where nothing is unclear, nor where a payment is still going on', async () => {
    const till = openTill();
    await till.runner.lookBeforeSale('71000001', null);
    await till.onTheWire();
    await till.runner.lookBeforeSale('71000001', null);
    expect(till.terminal.count('lookup')).toBe(0);
  });
});
