import { currentLanguage, t } from '../../i18n/t.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import { businessDateText } from '../../time/date-text.ts';

type DayTitleProps = { readonly date: string; readonly start: string; readonly end: string; readonly timeZone: string };

/** Which day it is, and from when to when it runs in the property's time zone. */
export function DayTitle({ date, start, end, timeZone }: DayTitleProps) {
  const text = (iso: string): string => dateAndClockText(iso, timeZone, currentLanguage());
  return (
    <header className="day__title">
      <h1 className="day__name" tabIndex={-1} data-home>
        {t('dayClose.title')}
      </h1>
      <p className="day__date number">{businessDateText(date, currentLanguage())}</p>
      <p className="day__range number">{t('dayClose.from', { from: text(start), to: text(end) })}</p>
    </header>
  );
}
