import { describe, expect, it } from 'vitest';
import { countSleep, systemClock } from '../../../electron/system/clock.ts';

/** A machine whose two clocks a test moves. */
function machine() {
  const at = { monotonic: 500, boot: 90_000 };
  const elapsed = countSleep(
    () => at.monotonic,
    () => Math.floor(at.boot / 1000) * 1000,
  );
  return {
    elapsed,
    awake(ms: number) {
      at.monotonic += ms;
      at.boot += ms;
    },
    asleep(ms: number) {
      at.boot += ms;
    },
  };
}

describe('elapsed time', () => {
  it('is plain monotonic time while nobody sleeps, however coarse the other clock is', () => {
    const { elapsed, awake } = machine();
    const start = elapsed();
    for (let step = 0; step < 1_000; step += 1) awake(137);
    expect(elapsed() - start).toBe(137_000);
  });

  it('counts the time in which the monotonic clock stood still', () => {
    const { elapsed, awake, asleep } = machine();
    const start = elapsed();
    awake(10_000);
    asleep(200_000);
    awake(1_500);
    asleep(60_000);
    expect(Math.abs(elapsed() - start - 271_500)).toBeLessThan(1_001);
  });

  it('never goes back', () => {
    const { elapsed, awake, asleep } = machine();
    let last = elapsed();
    for (let step = 0; step < 500; step += 1) {
      awake(step * 7);
      if (step % 9 === 0) asleep(step * 50);
      expect(elapsed()).toBeGreaterThanOrEqual(last);
      last = elapsed();
    }
  });

  it('runs on this machine as fast as time does', async () => {
    const outer = performance.now();
    const before = systemClock.elapsed();
    const inner = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const atLeast = performance.now() - inner;
    const elapsed = systemClock.elapsed() - before;
    // However long the machine stops between two readings, the true time lies between these two.
    expect(elapsed).toBeGreaterThanOrEqual(atLeast);
    expect(elapsed).toBeLessThanOrEqual(performance.now() - outer + 1);
  });
});
