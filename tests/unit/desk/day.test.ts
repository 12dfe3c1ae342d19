import { describe, expect, it } from 'vitest';
import { createToday, type Day, dateOf, dayOf, latestCredible } from '../../../electron/payments/rules/day.ts';

const midnightIn = (timeZone: string) => ({ timeZone, cutOverHour: 0 });
const hoursOf = ({ start, end }: Day): number => (Date.parse(end) - Date.parse(start)) / 3_600_000;

describe('the day of the property', () => {
  it.each([
    ['on a winter day', '2026-11-23T10:00:00.000Z', '2026-11-22T22:00:00.000Z', 24],
    ['on a summer day', '2026-07-01T10:00:00.000Z', '2026-06-30T21:00:00.000Z', 24],
    ['one millisecond before midnight', '2026-11-23T21:59:59.999Z', '2026-11-22T22:00:00.000Z', 24],
    ['at midnight itself', '2026-11-23T22:00:00.000Z', '2026-11-23T22:00:00.000Z', 24],
    ['on the morning of the 25-hour day in autumn', '2026-10-24T21:00:00.000Z', '2026-10-24T21:00:00.000Z', 25],
    ['on the evening of the 25-hour day in autumn', '2026-10-25T21:59:59.999Z', '2026-10-24T21:00:00.000Z', 25],
    ['on the evening of the 23-hour day in spring', '2026-03-29T20:30:00.000Z', '2026-03-28T22:00:00.000Z', 23],
  ])('%s begins and ends at its own midnights in Helsinki', (_when, now, midnight, hours) => {
    const { start, end } = dayOf(now, midnightIn('Europe/Helsinki'));
    expect(start).toBe(midnight);
    expect(Date.parse(end) - Date.parse(start)).toBe(hours * 3_600_000);
    expect(dayOf(end, midnightIn('Europe/Helsinki')).start).toBe(end);
  });

  it.each([
    ['Europe/Stockholm', '2026-11-23T10:00:00.000Z', '2026-11-22T23:00:00.000Z', 24],
    ['Asia/Kolkata', '2026-11-23T10:00:00.000Z', '2026-11-22T18:30:00.000Z', 24],
    ['Asia/Kathmandu', '2026-11-23T10:00:00.000Z', '2026-11-22T18:15:00.000Z', 24],
    ['Australia/Lord_Howe', '2026-10-04T01:00:00.000Z', '2026-10-03T13:30:00.000Z', 23.5],
    ['Pacific/Kiritimati', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z', 24],
    // There is no midnight: the clocks go from 23.59 to 1.00.
    ['Asia/Beirut', '2026-03-29T09:00:00.000Z', '2026-03-28T22:00:00.000Z', 23],
    ['America/Santiago', '2026-09-06T15:00:00.000Z', '2026-09-06T04:00:00.000Z', 23],
    // The last hour of the day comes twice.
    ['America/Santiago', '2026-04-04T15:00:00.000Z', '2026-04-04T03:00:00.000Z', 25],
    // A whole date was left out.
    ['Pacific/Apia', '2011-12-30T09:00:00.000Z', '2011-12-29T10:00:00.000Z', 24],
  ])('begins and ends in %s where it does there', (zone, now, start, hours) => {
    const day = dayOf(now, midnightIn(zone));
    expect(day.start).toBe(start);
    expect(Date.parse(day.end) - Date.parse(day.start)).toBe(hours * 3_600_000);
  });

  it('is reckoned anew when now has left it in either direction, or the zone is another', () => {
    let now = '2026-11-23T10:00:00.000Z';
    let zone = 'Europe/Helsinki';
    const today = createToday(
      () => now,
      () => midnightIn(zone),
    );
    const first = today();
    expect(first).toEqual({ start: '2026-11-22T22:00:00.000Z', end: '2026-11-23T22:00:00.000Z' });
    now = '2026-11-23T21:59:59.999Z';
    expect(today()).toBe(first);
    now = '2026-11-23T22:00:00.000Z';
    expect(today().start).toBe(first.end);
    now = '2026-11-22T21:59:59.999Z';
    expect(today().end).toBe(first.start);
    zone = 'UTC';
    expect(today().start).toBe('2026-11-22T00:00:00.000Z');
  });

  it.each([
    ['before the cut-over it is still yesterday', '2026-11-23T01:59:59.999Z', '2026-11-22', '2026-11-22T02:00:00.000Z', 24],
    ['at the cut-over itself', '2026-11-23T02:00:00.000Z', '2026-11-23', '2026-11-23T02:00:00.000Z', 24],
    ['at the end of a month', '2026-12-01T01:30:00.000Z', '2026-11-30', '2026-11-30T02:00:00.000Z', 24],
    ['at the end of a year', '2027-01-01T01:30:00.000Z', '2026-12-31', '2026-12-31T02:00:00.000Z', 24],
    // The clocks change at 3 in the night, an hour before the cut-over.
    ['in the night of the change in spring', '2026-03-29T00:59:59.999Z', '2026-03-28', '2026-03-28T02:00:00.000Z', 23],
    ['after the change in spring', '2026-03-29T01:00:00.000Z', '2026-03-29', '2026-03-29T01:00:00.000Z', 24],
    ['in the first of the two hours in autumn', '2026-10-25T00:30:00.000Z', '2026-10-24', '2026-10-24T01:00:00.000Z', 25],
    ['in the second of them', '2026-10-25T01:30:00.000Z', '2026-10-24', '2026-10-24T01:00:00.000Z', 25],
    ['after the change in autumn', '2026-10-25T02:00:00.000Z', '2026-10-25', '2026-10-25T02:00:00.000Z', 24],
  ])('runs from four to four with a night audit: %s', (_when, now, date, start, hours) => {
    const rule = { timeZone: 'Europe/Helsinki', cutOverHour: 4 };
    expect(dateOf(now, rule)).toBe(date);
    const day = dayOf(now, rule);
    expect(day.start).toBe(start);
    expect(hoursOf(day)).toBe(hours);
    expect(dayOf(day.end, rule).start).toBe(day.end);
  });

  it('has each moment in exactly one day, whatever the zone and the cut-over, over both changes of the clock', () => {
    for (const timeZone of ['Europe/Helsinki', 'America/Santiago', 'Australia/Lord_Howe']) {
      for (const cutOverHour of [0, 3, 4]) {
        const rule = { timeZone, cutOverHour };
        let day = dayOf('2026-01-01T12:00:00.000Z', rule);
        const dates = new Set<string>();
        for (let count = 0; count < 370; count += 1) {
          dates.add(dateOf(day.start, rule));
          expect(dateOf(new Date(Date.parse(day.end) - 1).toISOString(), rule)).toBe(dateOf(day.start, rule));
          expect(hoursOf(day)).toBeGreaterThanOrEqual(23);
          expect(hoursOf(day)).toBeLessThanOrEqual(25);
          const next = dayOf(day.end, rule);
          expect(next.start).toBe(day.end);
          day = next;
        }
        expect(dates.size).toBe(370);
      }
    }
  });

  it('is another one as soon as the property sets its cut-over', () => {
    let cutOverHour = 0;
    const today = createToday(
      () => '2026-11-23T01:00:00.000Z',
      () => ({ timeZone: 'Europe/Helsinki', cutOverHour }),
    );
    expect(today().start).toBe('2026-11-22T22:00:00.000Z');
    cutOverHour = 4;
    expect(today().start).toBe('2026-11-22T02:00:00.000Z');
  });

  it('believes a time up to two minutes ahead', () => {
    expect(latestCredible('2026-11-23T10:00:00.000Z')).toBe('2026-11-23T10:02:00.000Z');
  });
});
