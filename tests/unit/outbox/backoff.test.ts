import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitBeforeRetry } from '../../../electron/outbox/backoff.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait before the next try', () => {
  it('is never under five seconds and never over an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.option(fc.double({ min: 0, noNaN: true })), random, (failures, asked, at) => {
        const ms = waitBeforeRetry(failures, asked, at);
        expect(ms).toBeGreaterThanOrEqual(5_000);
        expect(ms).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  it('grows with each failure, spread over its upper half', () => {
    expect([1, 2, 3, 4].map((failures) => waitBeforeRetry(failures, null, 0.999_999)).map(Math.round)).toEqual([
      5_000, 10_000, 20_000, 40_000,
    ]);
    expect([1, 2, 3, 4].map((failures) => waitBeforeRetry(failures, null, 0))).toEqual([5_000, 5_000, 10_000, 20_000]);
  });

  it('is as long as the receiver asks, up to an hour', () => {
    expect(waitBeforeRetry(1, 60_000, 0.5)).toBe(60_000);
    expect(waitBeforeRetry(1, 7 * 24 * 3_600_000, 0.5)).toBe(3_600_000);
    expect(waitBeforeRetry(4, 1_000, 0)).toBe(20_000);
  });
});
