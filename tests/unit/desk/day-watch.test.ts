import { describe, expect, it } from 'vitest';
import { createDayWatch } from '../../../electron/desk/day-watch.ts';
import { createToday } from '../../../electron/payments/rules/day.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';

const HOUR = 3_600_000;

/** The fake clock stands at 12.00 of 23 November in Helsinki. */
function watch() {
  const clock = createFakeClock();
  const today = createToday(clock.wallTime, () => ({ timeZone: 'Europe/Helsinki', cutOverHour: 0 }));
  const seen: string[] = [];
  const note = (): void => {
    const { start } = today();
    if (seen.at(-1) !== start) seen.push(start);
  };
  const watching = createDayWatch({ clock, today, timePassed: note });
  watching.start();
  return { clock, seen, watching, today };
}

describe('the turn of the day', () => {
  it('is noticed at midnight to the millisecond, each night again', async () => {
    const { clock, seen } = watch();
    await clock.advance(12 * HOUR - 1);
    expect(seen).toEqual(['2026-11-22T22:00:00.000Z']);
    await clock.advance(1);
    expect(seen.at(-1)).toBe('2026-11-23T22:00:00.000Z');
    await clock.advance(24 * HOUR);
    expect(seen.at(-1)).toBe('2026-11-24T22:00:00.000Z');
  });

  it('is noticed at the end of the days of 25 and of 23 hours', async () => {
    const { clock, seen, today } = watch();
    clock.jumpWallTime(Date.parse('2026-10-25T12:00:00.000Z') - Date.parse(clock.wallTime()));
    await clock.advance(30_000);
    expect(today().end).toBe('2026-10-25T22:00:00.000Z');
    await clock.advance(10 * HOUR - 30_001);
    expect(seen.at(-1)).toBe('2026-10-24T21:00:00.000Z');
    await clock.advance(1);
    expect(seen.at(-1)).toBe('2026-10-25T22:00:00.000Z');
    clock.jumpWallTime(Date.parse('2026-03-29T20:59:00.000Z') - Date.parse(clock.wallTime()));
    await clock.advance(30_000);
    expect(seen.at(-1)).toBe('2026-03-28T22:00:00.000Z');
    await clock.advance(30_000);
    expect(seen.at(-1)).toBe('2026-03-29T21:00:00.000Z');
  });

  it('is noticed within half a minute when somebody sets the clock, forward or back', async () => {
    const { clock, seen } = watch();
    clock.jumpWallTime(3 * 24 * HOUR);
    await clock.advance(30_000);
    expect(seen).toEqual(['2026-11-25T22:00:00.000Z']);
    clock.jumpWallTime(-3 * 24 * HOUR);
    await clock.advance(30_000);
    expect(seen.at(-1)).toBe('2026-11-22T22:00:00.000Z');
  });

  it('is noticed at once when the system wakes, and nothing is left running when the world closes', async () => {
    const { clock, seen, watching } = watch();
    await clock.sleepFor(14 * HOUR);
    expect(seen).toEqual([]);
    watching.look();
    expect(seen).toEqual(['2026-11-23T22:00:00.000Z']);
    expect(clock.timers()).toBe(1);
    watching.stop();
    expect(clock.timers()).toBe(0);
  });
});
