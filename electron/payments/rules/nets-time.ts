const WRITTEN = /^(\d{4})-?(\d{2})-?(\d{2})T?(\d{2}):?(\d{2}):?(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/;
const DAY_MS = 24 * 3_600_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * All moments that a time written by Nets can mean, earliest first, in milliseconds since 1970. A time without a zone is in the property's
 * zone. There the repeated hour in autumn gives two moments, and the skipped one in spring none.
 */
export function momentsOf(written: string, timeZone: string): readonly number[] {
  const match = WRITTEN.exec(written.trim());
  if (match === null) return [];
  const [, year, month, day, hours, minutes, seconds, fraction, zone] = match;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds));
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0${fraction}`) * 1_000);
  if (zone !== undefined) return [wall + ms - offsetOf(zone)];
  const offsets = new Set([wall - DAY_MS, wall, wall + DAY_MS].map((moment) => zoneOffset(moment, timeZone)));
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((moment) => moment + zoneOffset(moment, timeZone) === wall)
    .sort((a, b) => a - b)
    .map((moment) => moment + ms);
}

/** `Z`, `+02:00` or `-0330` in milliseconds. */
function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** The zone's offset from UTC at that moment, in milliseconds, whole seconds. */
function zoneOffset(moment: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formatters.set(timeZone, formatter);
  }
  return Date.parse(`${formatter.format(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1_000) * 1_000;
}
