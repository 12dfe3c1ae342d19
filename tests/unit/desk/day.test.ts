import { describe, expect, it } from 'vitest';
import { createToday, dayOf, latestCredible } from '../../../electron/payments/rules/day.ts';

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
    const { start, end } = dayOf(now, 'Europe/Helsinki');
    expect(start).toBe(midnight);
    expect(Date.parse(end) - Date.parse(start)).toBe(hours * 3_600_000);
    expect(dayOf(end, 'Europe/Helsinki').start).toBe(end);
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
    const day = dayOf(now, zone);
    expect(day.start).toBe(start);
    expect(Date.parse(day.end) - Date.parse(day.start)).toBe(hours * 3_600_000);
  });

  it('is reckoned anew when now has left it in either direction, or the zone is another', () => {
    let now = '2026-11-23T10:00:00.000Z';
    let zone = 'Europe/Helsinki';
    const today = createToday(
      () => now,
      () => zone,
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

  it('believes a time up to two minutes ahead', () => {
    expect(latestCredible('2026-11-23T10:00:00.000Z')).toBe('2026-11-23T10:02:00.000Z');
  });
});
