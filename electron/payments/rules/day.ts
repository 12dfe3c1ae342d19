/** One day of the property, as ISO 8601 in UTC: from its midnight up to, and without, the next one. */
export type Day = { readonly start: string; readonly end: string };

export const isWithin = (day: Day, iso: string): boolean => iso >= day.start && iso < day.end;

/** So far ahead of now a payment may be dated before it is said that the PC's clock was wrong. */
const CLOCKS_DIFFER_MS = 2 * 60_000;
/** Later than this a payment is dated in the future. Its time is taken from the PC's clock, which was wrong then or is now. */
export const latestCredible = (nowIso: string): string => new Date(Date.parse(nowIso) + CLOCKS_DIFFER_MS).toISOString();

/** Longer than any day: with the hours of a clock change, and in zones that move by more. */
const LONGER_THAN_A_DAY_MS = 50 * 3_600_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day in the property's time zone that holds this moment. It has 23 or 25 hours where the clocks change. */
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
 * Found by asking, because hours are repeated or skipped when clocks change.
 * @param before where it is not so yet
 * @param from where it is so
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

/** Today, asked for every payment on the screen: reckoned anew only when now is not in it any more. */
export function createToday(wallTime: () => string, timeZone: () => string): () => Day {
  let known: { readonly zone: string; readonly day: Day } | null = null;
  return () => {
    const now = wallTime();
    const zone = timeZone();
    if (known === null || zone !== known.zone || !isWithin(known.day, now)) known = { zone, day: dayOf(now, zone) };
    return known.day;
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
