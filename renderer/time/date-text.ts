import { type Language, LOCALES } from '../../shared/money.ts';

/** `ma 23.11.2026` of a date by which people call a day: it is in no time zone. */
export const businessDateText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...{ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${date}T12:00:00.000Z`));
