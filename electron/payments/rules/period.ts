import type { HistoryPeriod } from '../../../shared/ipc/history.ts';
import { type Day, type DayRule, dateOf, dayOf } from './day.ts';

const HOUR_MS = 3_600_000;

/** The days that a list of payments covers, as one stretch of time; null for all payments. Empty where the last day is before the first. */
export function stretchOf(period: HistoryPeriod, now: string, rule: DayRule): Day | null {
  const today = dayOf(now, rule);
  switch (period.kind) {
    case 'all':
      return null;
    case 'today':
      return today;
    case 'yesterday':
      return dayBefore(today, rule);
    case 'week': {
      let first = today;
      for (let back = 0; back < 6; back += 1) first = dayBefore(first, rule);
      return { start: first.start, end: today.end };
    }
    case 'dates':
      return { start: dayDated(period.from, rule).start, end: dayDated(period.to, rule).end };
  }
}

const dayBefore = (day: Day, rule: DayRule): Day => dayOf(new Date(Date.parse(day.start) - 1).toISOString(), rule);

/** The property's day of this date (YYYY-MM-DD): one of those that begin near its noon in UTC. */
export function dayDated(date: string, rule: DayRule): Day {
  const noon = Date.parse(`${date}T12:00:00.000Z`);
  const days = [0, -24 * HOUR_MS, 24 * HOUR_MS].map((shift) => dayOf(new Date(noon + shift).toISOString(), rule));
  return days.find(({ start }) => dateOf(start, rule) === date) ?? dayOf(new Date(noon).toISOString(), rule);
}
