/** One day of the property, as ISO 8601 in UTC: from its midnight up to, but not including, the next one. */
export type Day = { readonly start: string; readonly end: string };

export const isWithin = (day: Day, iso: string): boolean => iso >= day.start && iso < day.end;

/** A payment may be dated this far ahead of now before the PC's clock counts as wrong. */
const CLOCKS_DIFFER_MS = 2 * 60_000;
/** A payment dated later than this is in the future: the PC's clock was wrong then or is wrong now. */
export const latestCredible = (nowIso: string): string => new Date(Date.parse(nowIso) + CLOCKS_DIFFER_MS).toISOString();

/** Longer than any day, even where a clock change moves the time by many hours. */
const LONGER_THAN_A_DAY_MS = 50 * 3_600_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day in the property's time zone that contains this moment. It has 23 or 25 hours when the clocks change. */
export function dayOf(nowIso: string, timeZone: string): Day {
  const now = Date.parse(nowIso);
  const date = localDate(now, timeZone);
  const isThatDay = (at: number): boolean => localDate(at, timeZone) === date;
  return {
    start: toIso(firstMoment(now - LONGER_THAN_A_DAY_MS, now, isThatDay)),
    end: toIso(firstMoment(now, now + LONGER_THAN_A_DAY_MS, (at) => !isThatDay(at))),
  };
}

/**
 * The first moment at which `isSo` is true, found by bisection: when clocks change, hours are repeated or skipped, so it cannot be
 * calculated.
 * @param before a moment when it is false
 * @param from a moment when it is true
 */
function firstMoment(before: number, from: number, isSo: (at: number) => boolean): number {
  let no = before;
  let yes = from;
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (isSo(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

const toIso = (at: number): string => new Date(at).toISOString();

/** Today. It is asked for every payment on the screen, so it is calculated again only when now is no longer in it. */
export function createToday(wallTime: () => string, timeZone: () => string): () => Day {
  let known: { readonly zone: string; readonly day: Day } | null = null;
  return () => {
    const now = wallTime();
    const zone = timeZone();
    if (known === null || zone !== known.zone || !isWithin(known.day, now)) known = { zone, day: dayOf(now, zone) };
    return known.day;
  };
}

/** This many times 24 hours earlier; a clock change may shift it by an hour. */
export const daysBefore = (iso: string, days: number): string => new Date(Date.parse(iso) - days * 24 * 3_600_000).toISOString();

function localDate(at: number, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(at);
}
