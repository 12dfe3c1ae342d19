import type { Clock } from '../payments/ports.ts';

/** The machine's clock: monotonic for everything that is measured, wall time for people. */
export const systemClock: Clock = {
  elapsed: () => performance.now(),
  wallTime: () => new Date().toISOString(),
  after(ms, fire) {
    const timer = setTimeout(fire, ms);
    return () => clearTimeout(timer);
  },
};
