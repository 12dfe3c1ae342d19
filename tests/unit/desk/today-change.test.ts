import { describe, expect, it } from 'vitest';
import type { Today, TodayChange } from '../../../shared/ipc/today.ts';
import { withChange } from '../../../shared/today-change.ts';
import { dayOfPayments, paid } from './day-of-payments.ts';

const at = (minute: number): string => new Date(Date.parse('2026-11-23T00:00:00.000Z') + minute * 60_000).toISOString();

/** A day of so many paid sales, one a minute, and a window that follows what is published of it. */
function followedDay(payments: number) {
  const desk = dayOfPayments();
  for (let number = 0; number < payments; number += 1) desk.add(`p${number}`, at(number), paid(100));
  const { today, begun, changed } = desk.open();
  let shown: Today | null = today.summary();
  const follow = (): TodayChange => {
    const change = today.change();
    shown = shown === null ? null : withChange(shown, change);
    return change;
  };
  follow();
  return { desk, today, begun, changed, follow, shown: () => shown };
}

describe('what an event tells of the day', () => {
  it('is the payment that changed and the totals, and not the 500 others', () => {
    const { desk, begun, follow, shown, today } = followedDay(500);
    desk.add('refund', at(501), paid(40), { kind: 'refund', originalId: 'p499' });
    begun('refund');
    const change = follow();
    expect(change.changed.map(({ id }) => id)).toEqual(['refund', 'p499']);
    expect(change).toMatchObject({ count: 500, totalMinor: 500 * 100 - 40 });
    expect(JSON.stringify(change).length * 10).toBeLessThan(JSON.stringify(today.summary()).length);
    expect(shown()).toEqual(today.summary());
  });

  it('names no order where it is as it was', () => {
    const { changed, follow, shown, today } = followedDay(3);
    changed('p1');
    const change = follow();
    expect(change.changed.map(({ id }) => id)).toEqual(['p1']);
    expect(change).not.toHaveProperty('order');
    expect(shown()).toEqual(today.summary());
  });

  it('tells of the rows that more of the list shows', () => {
    const { follow, shown, today } = followedDay(450);
    expect(shown()?.payments).toHaveLength(200);
    today.showMore();
    expect(follow().changed).toHaveLength(200);
    expect(shown()).toEqual(today.summary());
    expect(shown()?.more).toBe(50);
  });

  it('names the order again after a snapshot, which may have shown another', () => {
    const { follow, today } = followedDay(3);
    today.summary();
    expect(follow()).toMatchObject({ changed: [], order: ['p2', 'p1', 'p0'] });
    expect(follow()).not.toHaveProperty('order');
  });

  it('of a row that nobody has told of is taken for nothing: the window asks for all', () => {
    const { shown } = followedDay(2);
    const whole = shown() as Today;
    expect(withChange(whole, { changed: [], order: ['p1', 'unheard'], more: 0, count: 2, totalMinor: 200 })).toBeNull();
    expect(withChange(whole, { changed: [], order: ['p0'], more: 0, count: 1, totalMinor: 100 })?.payments.map(({ id }) => id)).toEqual([
      'p0',
    ]);
  });
});
