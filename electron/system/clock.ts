import { uptime } from 'node:os';
import type { Clock } from '../payments/ports.ts';

/** The two clocks tick in different steps; less than this apart, nobody slept. */
const SMALLEST_SLEEP_MS = 2_000;

/**
 * Monotonic milliseconds that count the system's sleep. `performance.now` stands still in it on Linux, and whether a request
 * can have survived is a question of the time that truly passed. Wall time would tell, but it also jumps when somebody sets it.
 * @param sinceBoot milliseconds since the system was started, its sleep included; coarse, and never set by anybody.
 */
export function countSleep(monotonic: () => number, sinceBoot: () => number): () => number {
  const apart = sinceBoot() - monotonic();
  let slept = 0;
  return () => {
    const now = monotonic();
    const ahead = sinceBoot() - now - apart;
    if (ahead - slept > SMALLEST_SLEEP_MS) slept = ahead;
    return now + slept;
  };
}

/** The machine's clock: monotonic for everything that is measured, wall time for people. */
export const systemClock: Clock = {
  elapsed: countSleep(
    () => performance.now(),
    () => uptime() * 1000,
  ),
  wallTime: () => new Date().toISOString(),
  since: (iso) => Date.now() - Date.parse(iso),
  after(ms, fire) {
    const timer = setTimeout(fire, ms);
    return () => clearTimeout(timer);
  },
};
