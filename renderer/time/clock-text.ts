import { type Language, LOCALES } from '../../shared/money.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

type Precision = 'clock' | 'seconds' | 'date' | 'day';

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { day: 'numeric', month: 'numeric', year: 'numeric' } as const;

const parts: Record<Precision, Intl.DateTimeFormatOptions> = {
  clock: CLOCK,
  seconds: { ...CLOCK, second: '2-digit' },
  date: { ...CLOCK, ...DAY },
  day: DAY,
};

function formatter(timeZone: string, language: Language, precision: Precision): Intl.DateTimeFormat {
  const key = `${timeZone}:${language}:${precision}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(LOCALES[language], {
      timeZone,
      ...parts[precision],
    });
    formatters.set(key, found);
  }
  return found;
}

function text(iso: string, timeZone: string, language: Language, precision: Precision): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : formatter(timeZone, language, precision).format(at);
}

/** `9.41`, in the property's time zone, whatever this PC's zone is. */
export const clockText = (iso: string, timeZone: string, language: Language): string => text(iso, timeZone, language, 'clock');

/** `9.41.07`, where the order of events matters. */
export const clockWithSecondsText = (iso: string, timeZone: string, language: Language): string => text(iso, timeZone, language, 'seconds');

/** `23.11.2026 klo 9.41`, `23.11.2026 kl. 9.41`: in Swedish Intl leaves the word out. */
export const dateAndClockText = (iso: string, timeZone: string, language: Language): string =>
  language === 'sv'
    ? [dayText(iso, timeZone, language), clockText(iso, timeZone, language)].filter((part) => part !== '').join(' kl. ')
    : text(iso, timeZone, language, 'date');

/** `23.11.2026`. */
export const dayText = (iso: string, timeZone: string, language: Language): string => text(iso, timeZone, language, 'day');

/** `23.11.2026 9.41`, for columns. */
export const dateThenClockText = (iso: string, timeZone: string, language: Language): string =>
  `${dayText(iso, timeZone, language)} ${clockText(iso, timeZone, language)}`.trim();

/** The calendar day in the property's time zone, for comparing. */
const dayKey = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

/** Whether the time without a date is enough. */
export function isSameDay(iso: string, now: Date, timeZone: string): boolean {
  const at = new Date(iso);
  return !Number.isNaN(at.getTime()) && dayKey(at, timeZone) === dayKey(now, timeZone);
}
