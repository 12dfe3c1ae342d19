import type { Language } from '../../shared/money.ts';
import { clockText, clockWithSecondsText, dayText } from './clock-text.ts';

/** A moment, and the zone in which it is told. */
type NetsTime = { readonly iso: string; readonly timeZone: string };

/**
 * Nets' time comes as `2026-11-23T09:42:31Z` or `20261123094231`. The first is told in the property's zone. The second has no zone, so
 * nothing is converted: it is the time on the terminal's receipt.
 */
function parse(at: string, property: string): NetsTime | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})T?(\d{2}):?(\d{2}):?(\d{2})(?:\.\d+)?(Z?)$/.exec(at.trim());
  if (match === null) return null;
  const [, year, month, day, hours, minutes, seconds, zone] = match;
  return { iso: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`, timeZone: zone === 'Z' ? property : 'UTC' };
}

/** Nets' time for people: `23.11.2026 11.42.31`. What is no time stays as it came. */
export function netsTimeText(at: string, property: string, language: Language): string {
  const time = parse(at, property);
  if (time === null) return at;
  const text = `${dayText(time.iso, time.timeZone, language)} ${clockWithSecondsText(time.iso, time.timeZone, language)}`;
  return text.trim() === '' ? at : text;
}

/** Only the time of day: `10.12`. */
export function netsClockText(at: string, property: string, language: Language): string {
  const time = parse(at, property);
  return (time === null ? '' : clockText(time.iso, time.timeZone, language)) || at;
}
