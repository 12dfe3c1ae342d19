const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * How long to wait before the next try, in milliseconds: from 5 s, doubled each time, up to an hour. Spread at random, so that the PCs of a
 * property do not all come back at the same moment.
 *
 * @param failures how often this event has failed so far, at least 1
 * @param retryAfterMs what the receiver asks for; honoured up to an hour
 * @param random from 0 to below 1
 */
export function waitBeforeRetry(failures: number, retryAfterMs: number | null, random: number): number {
  const grown = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  const spread = Math.max(FIRST_MS, grown * (0.5 + random / 2));
  return Math.min(LONGEST_MS, Math.max(spread, retryAfterMs ?? 0));
}
