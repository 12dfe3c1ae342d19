const formatters = new Map<string, Intl.DateTimeFormat>();

/** Midnight in the property's time zone, as ISO 8601 in UTC: the moment from which "today" counts. */
export function startOfDay(nowIso: string, timeZone: string): string {
  const now = Date.parse(nowIso);
  const today = localDate(now, timeZone);
  // Hours are repeated or skipped when clocks change, so midnight is found by asking, not by subtracting.
  let before = now - 26 * 3_600_000;
  let within = now;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (localDate(middle, timeZone) === today) within = middle;
    else before = middle;
  }
  return new Date(within).toISOString();
}

/** The same, asked for every payment on the screen: reckoned once a minute, because midnight falls on a whole one. */
export function createStartOfToday(wallTime: () => string, timeZone: () => string): () => string {
  let known = { minute: '', zone: '', start: '' };
  return () => {
    const now = wallTime();
    const minute = now.slice(0, 'YYYY-MM-DDThh:mm'.length);
    const zone = timeZone();
    if (minute !== known.minute || zone !== known.zone) known = { minute, zone, start: startOfDay(now, zone) };
    return known.start;
  };
}

/** So many days earlier, give or take the hour of a clock change. */
export const daysBefore = (iso: string, days: number): string => new Date(Date.parse(iso) - days * 24 * 3_600_000).toISOString();

function localDate(at: number, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(at);
}
