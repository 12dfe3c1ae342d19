/** Midnight in the property's time zone, as ISO 8601 in UTC: the moment from which "today" counts. */
export function startOfDay(nowIso: string, timeZone: string): string {
  const now = Date.parse(nowIso);
  const today = localDate(now, timeZone);
  // Two hours at most are repeated or skipped when clocks change, so midnight is found by asking, not by subtracting.
  let low = now - 26 * 3_600_000;
  let high = now;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDate(middle, timeZone) === today) high = middle;
    else low = middle;
  }
  return new Date(high).toISOString();
}

function localDate(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}
