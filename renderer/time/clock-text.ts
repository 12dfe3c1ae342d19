import type { Language } from '../../shared/money.ts';

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, language: Language, withDate: boolean): Intl.DateTimeFormat {
  const key = `${timeZone}:${language}:${withDate}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(LOCALES[language], {
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
      ...(withDate ? { day: 'numeric', month: 'numeric', year: 'numeric' } : {}),
    });
    formatters.set(key, found);
  }
  return found;
}

/** `9.41`, in the property's own time zone whatever this PC thinks. */
export function clockText(iso: string, timeZone: string, language: Language): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : formatter(timeZone, language, false).format(at);
}

export function dateAndClockText(iso: string, timeZone: string, language: Language): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : formatter(timeZone, language, true).format(at);
}
