import { describe, expect, it } from 'vitest';
import { dayOfPayments, lost, paid } from './day-of-payments.ts';

const at = (hour: number, minute = 0): string => new Date(Date.UTC(2026, 10, 23, hour, minute)).toISOString();
const HOUR = 3_600_000;

describe('the list of the day', () => {
  it('has the newest first, the unclear ones before them whatever their day, and none of another day', () => {
    const desk = dayOfPayments();
    desk.add('yesterday', '2026-11-22T21:59:59.999Z', paid(100));
    desk.add('unclear-yesterday', '2026-11-22T10:00:00.000Z', lost);
    desk.add('first', '2026-11-22T22:00:00.000Z', paid(200));
    desk.add('second', at(8), paid(400));
    desk.add('unclear', at(7), lost);
    const { today } = desk.open();
    const { payments, count, totalMinor, more } = today.summary();
    expect(payments.map(({ id }) => id)).toEqual(['unclear', 'unclear-yesterday', 'second', 'first']);
    expect({ count, totalMinor, more }).toEqual({ count: 2, totalMinor: 600, more: 0 });
  });

  it('carries two hundred rows, and more on a person’s wish, until all of today can be reached', () => {
    const desk = dayOfPayments();
    for (let index = 0; index < 450; index += 1) desk.add(`p${index}`, at(2, index), paid(100));
    const { today } = desk.open();
    const shown = () => {
      const { payments, more, count } = today.summary();
      return [payments.length, more, count];
    };
    expect(shown()).toEqual([200, 250, 450]);
    today.showMore();
    expect(shown()).toEqual([400, 50, 450]);
    today.showMore();
    expect(shown()).toEqual([450, 0, 450]);
    expect(today.summary().payments.map(({ id }) => id)).toContain('p0');
    // What a person scrolled through stays when the next payment begins, unless it was very far.
    desk.add('new', at(10), paid(100));
    today.begun();
    today.changed('new');
    expect(shown()).toEqual([451, 0, 451]);
    desk.setDay({ start: '2026-11-23T22:00:00.000Z', end: '2026-11-24T22:00:00.000Z' });
    expect(shown()).toEqual([0, 0, 0]);
  });

  it('keeps counting what is beyond its rows', () => {
    const desk = dayOfPayments();
    for (let index = 0; index < 250; index += 1) desk.add(`p${index}`, at(2, index), paid(100));
    const following = desk.open();
    expect(following.today.summary()).toMatchObject({ count: 250, totalMinor: 25_000 });
    desk.add('void', at(9), paid(100), { kind: 'void', originalId: 'p3' });
    following.begun('void');
    expect(following.today.summary()).toMatchObject({ count: 249, totalMinor: 24_900 });
    following.today.showMore();
    expect(following.today.summary().payments.find(({ id }) => id === 'p3')).toMatchObject({ voided: 'yes' });
  });

  it('counts sales and records of whose money the hotel has some; what was given back has a sign and no count', () => {
    const desk = dayOfPayments();
    desk.add('whole', at(6), paid(1_000));
    desk.add('part', at(6), paid(1_000));
    desk.add('void', at(7), paid(1_000), { kind: 'void', originalId: 'whole' });
    desk.add('refund', at(7), paid(300), { kind: 'refund', originalId: 'part' });
    // Yesterday's sale, given back today.
    desk.add('yesterday', '2026-11-22T10:00:00.000Z', paid(50));
    desk.add('late refund', at(7), paid(50), { kind: 'refund', originalId: 'yesterday' });
    desk.add('rest', at(8), paid(200), { kind: 'sale', originalId: 'part' });
    desk.add('other money', at(8), paid(9_999), { currency: 'SEK' });
    expect(desk.open().today.summary()).toMatchObject({ count: 2, totalMinor: 850 });
    expect(desk.views.one('part')).toMatchObject({ reversedMinor: 300 });
  });

  it('shows what is dated in the future, says so, and counts it when its time has come', async () => {
    const desk = dayOfPayments();
    desk.add('now', at(9), paid(100));
    desk.add('two minutes', at(10, 2), paid(10));
    desk.add('later today', at(13), paid(1_000));
    desk.add('in three days', '2026-11-26T10:00:00.000Z', paid(50_000));
    const { today } = desk.open();
    const shown = () => {
      const { payments, count, totalMinor } = today.summary();
      return [payments.map(({ id, fromFuture }) => (fromFuture ? `${id}!` : id)), count, totalMinor];
    };
    expect(shown()).toEqual([['in three days!', 'later today!', 'two minutes', 'now'], 2, 110]);
    expect(today.timePassed()).toBe(false);
    await desk.clock.advance(3 * HOUR);
    expect(today.timePassed()).toBe(true);
    expect(today.timePassed()).toBe(false);
    expect(shown()).toEqual([['in three days!', 'later today', 'two minutes', 'now'], 3, 1_110]);
    desk.clock.jumpWallTime(-3 * HOUR);
    expect(shown()).toEqual([['in three days!', 'later today!', 'two minutes', 'now'], 2, 110]);
    desk.setDay({ start: '2026-11-25T22:00:00.000Z', end: '2026-11-26T22:00:00.000Z' });
    desk.clock.jumpWallTime(3 * 24 * HOUR);
    expect(shown()).toEqual([['in three days'], 1, 50_000]);
    desk.setDay({ start: '2026-11-26T22:00:00.000Z', end: '2026-11-27T22:00:00.000Z' });
    desk.clock.jumpWallTime(24 * HOUR);
    expect(shown()).toEqual([[], 0, 0]);
  });

  it('puts a payment in its place by its own time when the clock was set back', () => {
    const desk = dayOfPayments();
    desk.add('a', at(9), paid(1));
    const { today } = desk.open();
    desk.add('b', at(8), paid(2));
    desk.add('c', at(9, 30), paid(4));
    for (const id of ['b', 'c', 'b']) today.changed(id);
    const { payments, totalMinor } = today.summary();
    expect([payments.map(({ id }) => id), totalMinor]).toEqual([['c', 'a', 'b'], 7]);
  });
});

describe('what follows the money', () => {
  it('reaches the whole family, whichever of them changed', () => {
    const desk = dayOfPayments();
    desk.add('sale', at(6), paid(600));
    const following = desk.open();
    following.today.summary();
    // Nothing but the youngest is told of: a rest, its refund, and a refund of the sale.
    desk.add('rest', at(7), paid(400), { originalId: 'sale' });
    desk.add('back of the sale', at(8), paid(600), { kind: 'refund', originalId: 'sale' });
    desk.add('back of the rest', at(9), paid(400), { kind: 'refund', originalId: 'rest' });
    following.changed('back of the rest');
    const { payments, count, totalMinor } = following.today.summary();
    expect(payments.map(({ id, reversedMinor }) => [id, reversedMinor])).toEqual([
      ['back of the rest', 0],
      ['back of the sale', 0],
      ['rest', 400],
      ['sale', 600],
    ]);
    expect([count, totalMinor]).toEqual([0, 0]);
  });

  it('ends an alarm and a signature with the money', () => {
    const desk = dayOfPayments();
    desk.add('late', at(6), paid(600));
    desk.add('signed', at(6), {
      name: 'approved',
      proof: 'answer',
      chargedMinor: 500,
      tipMinor: 0,
      surchargeMinor: 0,
      stan: null,
      card: null,
      signature: 'refused',
    });
    const following = desk.open();
    following.resume([]);
    following.late.add('late');
    expect([following.leftBeside(null).lateApprovals.length, following.leftBeside(null).openSignatures]).toEqual([1, ['signed']]);
    desk.add('back', at(7), lost, { kind: 'refund', originalId: 'signed' });
    following.changed('back');
    expect(following.leftBeside(null).openSignatures).toEqual(['signed']);
    desk.add('back of late', at(7), paid(600), { kind: 'refund', originalId: 'late', terminalId: '71000009' });
    desk.add('void of signed', at(7), paid(500), { kind: 'void', originalId: 'signed' });
    following.changed('back of late');
    following.changed('void of signed');
    expect([following.leftBeside(null).lateApprovals, [...desk.kept], following.leftBeside(null).openSignatures]).toEqual([[], [], []]);
    following.stop();
  });

  it('takes the alarm as seen by who begins to give its money back', () => {
    const desk = dayOfPayments();
    desk.add('late', at(6), paid(600));
    const following = desk.open();
    following.late.add('late');
    desk.add('refund', at(7), { name: 'declined', hostCode: null }, { kind: 'refund', originalId: 'late' });
    following.begun('refund');
    expect([following.leftBeside(null).lateApprovals, [...desk.kept]]).toEqual([[], []]);
  });
});
