type NetsTime = Record<'year' | 'month' | 'day' | 'hours' | 'minutes' | 'seconds' | 'zone', string>;

function parse(at: string): NetsTime | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})T?(\d{2}):?(\d{2}):?(\d{2})(?:\.\d+)?(Z?)$/.exec(at.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hours = '', minutes = '', seconds = '', zone = ''] = match;
  return { year, month, day, hours, minutes, seconds, zone };
}

const zoneText = ({ zone }: NetsTime): string => (zone === 'Z' ? ' UTC' : '');

/**
 * Nets' time for people. It comes as `2026-11-23T09:42:31Z` or `20261123094231`. The second form has no zone, so nothing is converted: it
 * is the time on the terminal's receipt.
 */
export function netsTimeText(at: string): string {
  const time = parse(at);
  if (time === null) return at;
  const { year, month, day, hours, minutes, seconds } = time;
  return `${Number(day)}.${Number(month)}.${year} ${Number(hours)}.${minutes}.${seconds}${zoneText(time)}`;
}

/** Only the time of day: `10.12`. */
export function netsClockText(at: string): string {
  const time = parse(at);
  return time === null ? at : `${Number(time.hours)}.${time.minutes}${zoneText(time)}`;
}
