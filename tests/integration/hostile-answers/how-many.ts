/** Over both files together. `WILLBA_ANSWERS=100000 npm test -- integration hostile-answers` plays more. */
const ALL = Number(process.env['WILLBA_ANSWERS'] ?? 10_000);

export const runs = (percent: number): number => Math.max(1, Math.round((ALL * percent) / 100));

/**
 * An answer without end is no failure by itself; a call that never ends is. Far above what a busy machine takes, because what is
 * interrupted has not played them all.
 */
export const LIMITS = { timeout: 120_000, interruptAfterTimeLimit: 1_200_000 };
export const TEST_LIMIT_MS = 1_500_000;
