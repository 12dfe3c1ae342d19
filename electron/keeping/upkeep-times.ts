const HOUR_MS = 3_600_000;
/** Long after the start, which needs the disk for itself. */
export const FIRST_LOOK_MS = 5 * 60_000;
/** How often it is looked whether something is due. */
export const LOOK_EVERY_MS = HOUR_MS;
/** While a guest pays, it is put off by this. */
export const PUT_OFF_MS = 60_000;
/** A day, less the hour until the next look. */
const DUE_AFTER_MS = 23 * HOUR_MS;
/** After a failure it is tried again ever more seldom, at last at each look. */
const RETRIES_MS = [60_000, 5 * 60_000, 15 * 60_000];

/** Whether a day has passed. A time in the future is from a clock that was wrong. */
export function isDue(last: string | null, now: string): boolean {
  if (last === null) return true;
  const passed = Date.parse(now) - Date.parse(last);
  return passed >= DUE_AFTER_MS || passed < 0;
}

/** @param failures in a row */
export const retryAfter = (failures: number): number => RETRIES_MS[failures - 1] ?? LOOK_EVERY_MS;

/** The same day so many months earlier, or that month's last day. ISO 8601, UTC. */
export function monthsBefore(now: string, months: number): string {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
}
