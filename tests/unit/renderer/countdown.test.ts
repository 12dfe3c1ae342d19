import { describe, expect, it } from 'vitest';
import { leftText } from '../../../renderer/payment/waiting-status.ts';
import { PAYING_TIME_MS, secondsLeft, untilNextSecond, wasFullTime, writtenAt } from '../../../renderer/time/countdown.ts';
import type { Live } from '../../../shared/payment.ts';

const waiting = (writtenMsAgo: number | null): Live => ({
  phase: 'waiting',
  writtenMsAgo,
  cancelAskedBy: null,
  cancelDelivery: null,
  refresh: 'idle',
});

describe('the countdown', () => {
  it('is anchored to the moment the request was written, on this window’s own clock', () => {
    expect(writtenAt(waiting(26_000), 100_000)).toBe(74_000);
    expect(writtenAt(waiting(0), 5)).toBe(5);
  });

  it('does not run before the request is written', () => {
    expect(writtenAt(waiting(null), 100_000)).toBeNull();
    expect(writtenAt({ phase: 'preparing', busyAnswers: 0 }, 100_000)).toBeNull();
    expect(writtenAt(null, 100_000)).toBeNull();
  });

  it('shows 120 at the start, 1 to the very last millisecond, and 0 only when nothing is left', () => {
    const endsAt = PAYING_TIME_MS;
    expect(secondsLeft(endsAt, 0)).toBe(120);
    expect(secondsLeft(endsAt, 1)).toBe(120);
    expect(secondsLeft(endsAt, 1_000)).toBe(119);
    expect(secondsLeft(endsAt, 119_999)).toBe(1);
    expect(secondsLeft(endsAt, 120_000)).toBe(0);
    expect(secondsLeft(endsAt, 500_000)).toBe(0);
  });

  it('steps when the shown second changes, and never waits for nothing', () => {
    for (const now of [0, 1, 250.5, 999, 999.9, 1_000, 59_123.4, 119_999.5, 120_000, 130_000]) {
      const wait = untilNextSecond(PAYING_TIME_MS, now);
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(1000);
      if (now < 119_000)
        expect(secondsLeft(PAYING_TIME_MS, now + wait + 1)).toBe(secondsLeft(PAYING_TIME_MS, now) - (now % 1000 > 999 ? 2 : 1));
    }
  });

  it('reads as a time to wait, never as a time of day', () => {
    expect([120, 94, 60, 58, 7, 0].map((seconds) => leftText(seconds))).toEqual([
      '2 min 0 s',
      '1 min 34 s',
      '1 min 0 s',
      '58 s',
      '7 s',
      '0 s',
    ]);
    expect(leftText(null)).toBe('');
  });

  it('says that the whole time went by only where it did', () => {
    const startedAt = '2026-11-23T07:42:10.000Z';
    expect(wasFullTime({ startedAt, endedAt: '2026-11-23T07:44:10.000Z' })).toBe(true);
    expect(wasFullTime({ startedAt, endedAt: '2026-11-23T07:44:09.000Z' })).toBe(false);
    expect(wasFullTime({ startedAt, endedAt: null })).toBe(false);
  });
});
