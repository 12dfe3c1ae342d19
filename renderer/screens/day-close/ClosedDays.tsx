import { useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { openClosedDay, readMoreClosedDays, useDayClose } from '../../stores/day-close.ts';
import { businessDateText } from '../../time/date-text.ts';
import './closed-days.css';

/** The days that are closed, the newest first. Each can be opened again to be read. */
export function ClosedDays() {
  const list = useDayClose((state) => state.list);
  const more = useDayClose((state) => state.more);
  const shownId = useDayClose((state) => state.closed?.day.id ?? null);
  const days = useRef<HTMLUListElement>(null);
  useListKeys(days, '.closed-days__day');
  return (
    <section className="day-card closed-days" aria-labelledby="closed-days">
      <h2 className="day-card__title" id="closed-days">
        {t('dayClose.closedDays')}
      </h2>
      {list.length === 0 && <p className="day-card__note">{t('dayClose.noneClosed')}</p>}
      <ul ref={days}>
        {list.map(({ id, date, by, chargedMinor, currency }) => (
          <li key={id}>
            <button
              type="button"
              className="closed-days__day number"
              aria-current={id === shownId ? 'true' : undefined}
              onClick={() => void openClosedDay(id)}
            >
              <span>{businessDateText(date, currentLanguage())}</span>
              <span className="closed-days__by">{by}</span>
              <strong>{moneyText(chargedMinor, currency)}</strong>
            </button>
          </li>
        ))}
      </ul>
      {more && (
        <Button look="quiet" onPress={() => void readMoreClosedDays()}>
          {t('dayClose.more')}
        </Button>
      )}
    </section>
  );
}
