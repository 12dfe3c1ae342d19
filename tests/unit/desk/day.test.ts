import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../electron/desk/day.ts';

describe('the day of the property', () => {
  it.each([
    ['on a winter day', '2026-11-23T10:00:00.000Z', '2026-11-22T22:00:00.000Z'],
    ['on a summer day', '2026-07-01T10:00:00.000Z', '2026-06-30T21:00:00.000Z'],
    ['one millisecond before midnight', '2026-11-23T21:59:59.999Z', '2026-11-22T22:00:00.000Z'],
    ['at midnight itself', '2026-11-23T22:00:00.000Z', '2026-11-23T22:00:00.000Z'],
    ['on the evening of the 25-hour day in autumn', '2026-10-25T21:30:00.000Z', '2026-10-24T21:00:00.000Z'],
    ['on the evening of the 23-hour day in spring', '2026-03-29T20:30:00.000Z', '2026-03-28T22:00:00.000Z'],
  ])('%s begins at its own midnight in Helsinki', (_when, now, midnight) => {
    expect(startOfDay(now, 'Europe/Helsinki')).toBe(midnight);
  });

  it('begins at another moment elsewhere', () => {
    expect(startOfDay('2026-11-23T10:00:00.000Z', 'Europe/Stockholm')).toBe('2026-11-22T23:00:00.000Z');
  });
});
