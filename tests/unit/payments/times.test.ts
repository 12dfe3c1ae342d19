import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayAfterUnreached, delayToNextLookup, LOOKUPS_PLANNED, lookupsPassed, TIMES } from '../../../electron/payments/core/times.ts';

describe('the table of times', () => {
  it('says what the documents say, in milliseconds', () => {
    expect(TIMES).toMatchObject({
      deadline: 120_000,
      releaseAllowed: 150_000,
      givenUp: 300_000,
      lookups: [5_000, 15_000, 30_000, 60_000, 180_000],
      refreshRest: 10_000,
      cancelSettles: 10_000,
    });
    expect(LOOKUPS_PLANNED).toBe(5);
  });

  it('retries an unreached lookup often enough to find an approval within 15 s of the line being back', () => {
    expect(TIMES.lookupRetryUnreached).toBeLessThanOrEqual(15_000);
    expect(TIMES.lookupRetryLineDown).toBeLessThanOrEqual(15_000);
    expect(TIMES.lookupRetryUnreached).toBeGreaterThan(0);
  });

  it('never asks Nets earlier than 5 s after the loss, when it still shows the transaction before ours', () => {
    expect(Math.min(...TIMES.lookups)).toBe(5_000);
  });
});

describe('a lookup that was not reached', () => {
  const last = Math.max(...TIMES.lookups);

  it.each([
    [0, undefined, TIMES.lookupRetryUnreached],
    [0, 1_000, TIMES.lookupRetryUnreached],
    [5_000, 30_000, 30_000],
    [5_000, 3_600_000, last - 5_000],
    [178_000, 60_000, TIMES.lookupRetryUnreached],
    [null, undefined, TIMES.lookupRetryLineDown],
    [null, 600_000, 600_000],
    [null, 86_400_000, TIMES.retryAfterMost],
  ])('%s ms after the loss, asked to wait %s ms, waits %d ms', (sinceLossMs, asked, delay) => {
    expect(delayAfterUnreached(sinceLossMs, asked)).toBe(delay);
  });

  it('is never tried sooner than 5 s, and never misses the last planned moment by more than that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: last - 1 }), fc.nat(10_000_000), (sinceLossMs, asked) => {
        const delay = delayAfterUnreached(sinceLossMs, asked);
        expect(delay).toBeGreaterThanOrEqual(TIMES.lookupRetryUnreached);
        expect(sinceLossMs + delay).toBeLessThan(last + TIMES.lookupRetryUnreached);
      }),
    );
  });
});

describe('the next planned lookup', () => {
  it.each([
    [0, 5_000, 0],
    [4_999, 1, 0],
    [5_000, 10_000, 1],
    [15_000, 15_000, 2],
    [29_999, 1, 2],
    [30_000, 30_000, 3],
    [60_000, 120_000, 4],
    [179_999, 1, 4],
    [180_000, null, 5],
    [86_400_000, null, 5],
  ])('%d ms after the loss is %s ms away, with %d behind us', (sinceLossMs, delay, passed) => {
    expect(delayToNextLookup(sinceLossMs)).toBe(delay);
    expect(lookupsPassed(sinceLossMs)).toBe(passed);
  });

  it('is always one of the table, and only the last one has none after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (sinceLossMs) => {
        const delay = delayToNextLookup(sinceLossMs);
        if (delay === null) expect(lookupsPassed(sinceLossMs)).toBe(LOOKUPS_PLANNED);
        else expect(TIMES.lookups[lookupsPassed(sinceLossMs)]).toBe(sinceLossMs + delay);
      }),
    );
  });
});
