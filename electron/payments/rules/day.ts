/** One day of the property, as ISO 8601 in UTC: from its cut-over up to, but not including, the next one. */
export type Day = { readonly start: string; readonly end: string };

/** When the property's day changes: at this whole hour of its clocks. 0 is midnight; a night audit uses 4. */
export type DayRule = { readonly timeZone: string; readonly cutOverHour: number };

export const isWithin = (day: Day, iso: string): boolean => iso >= day.start && iso < day.end;

/** A payment may be dated this far ahead of now before the PC's clock counts as wrong. */
const CLOCKS_DIFFER_MS = 2 * 60_000;
/** A payment dated later than this is in the future: the PC's clock was wrong then or is wrong now. */
export const latestCredible = (nowIso: string): string => new Date(Date.parse(nowIso) + CLOCKS_DIFFER_MS).toISOString();

/** Longer than any day, even where a clock change moves the time by many hours. */
const LONGER_THAN_A_DAY_MS = 50 * 3_600_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day of the property that contains this moment. It has 23 or 25 hours when the clocks change. */
export function dayOf(nowIso: string, rule: DayRule): Day {
  const now = Date.parse(nowIso);
  const date = businessDate(now, rule);
  const isThatDay = (at: number): boolean => businessDate(at, rule) === date;
  return {
    start: toIso(firstMoment(now - LONGER_THAN_A_DAY_MS, now, isThatDay)),
    end: toIso(firstMoment(now, now + LONGER_THAN_A_DAY_MS, (at) => !isThatDay(at))),
  };
}

/** The date by which people call the day that contains this moment: `2026-11-23`. Before the cut-over it is still the date before. */
export const dateOf = (iso: string, rule: DayRule): string => businessDate(Date.parse(iso), rule);

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
export function createToday(wallTime: () => string, rule: () => DayRule): () => Day {
  let known: { readonly rule: DayRule; readonly day: Day } | null = null;
  return () => {
    const now = wallTime();
    const { timeZone, cutOverHour } = rule();
    const isSameRule = timeZone === known?.rule.timeZone && cutOverHour === known.rule.cutOverHour;
    if (known === null || !isSameRule || !isWithin(known.day, now)) {
      const asked = { timeZone, cutOverHour };
      known = { rule: asked, day: dayOf(now, asked) };
    }
    return known.day;
  };
}

/** This many times 24 hours earlier; a clock change may shift it by an hour. */
export const daysBefore = (iso: string, days: number): string => new Date(Date.parse(iso) - days * 24 * 3_600_000).toISOString();

const DAY_MS = 24 * 3_600_000;

/** Judged by the clock on the wall, not by hours since midnight: on the day of a clock change the two differ. */
function businessDate(at: number, { timeZone, cutOverHour }: DayRule): string {
  const { date, hour } = localTime(at, timeZone);
  return hour >= cutOverHour ? date : toIso(Date.parse(`${date}T00:00:00.000Z`) - DAY_MS).slice(0, 10);
}

function localTime(at: number, timeZone: string): { readonly date: string; readonly hour: number } {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    const dateParts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, ...dateParts, hour: '2-digit', hourCycle: 'h23' });
    formatters.set(timeZone, formatter);
  }
  // `2026-11-23, 04`
  const text = formatter.format(at);
  return { date: text.slice(0, 10), hour: Number.parseInt(text.slice(-2), 10) };
}
