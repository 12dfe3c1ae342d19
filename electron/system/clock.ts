import { uptime } from 'node:os';
import type { Clock } from '../payments/ports.ts';

/** The two clocks have different steps. A smaller difference is not a sleep. */
const SMALLEST_SLEEP_MS = 2_000;

/**
 * Monotonic milliseconds that include the system's sleep. On Linux `performance.now` stops during sleep, but whether a request can have
 * survived depends on the time that really passed. Wall time is not used, because it jumps when somebody sets it.
 * @param sinceBoot milliseconds since the system was started, with its sleep; coarse, but nobody can set it.
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

/** The machine's clock: monotonic time for measuring, wall time for people. */
export const systemClock: Clock = {
  elapsed: countSleep(
    () => performance.now(),
    () => uptime() * 1000,
  ),
  wallTime: () => new Date().toISOString(),
  since: (iso) => Date.now() - Date.parse(iso),
  ago: (ms) => new Date(Date.now() - ms).toISOString(),
  after(ms, fire) {
    const timer = setTimeout(fire, ms);
    return () => clearTimeout(timer);
  },
};
