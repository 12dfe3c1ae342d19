import { useRef } from 'react';
import { useListKeys } from '../../components/use-list-keys.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { t, tCount } from '../../i18n/t.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { useMirror } from '../../stores/mirror.ts';
import { MoreRows } from './MoreRows.tsx';
import { TodayRow } from './TodayRow.tsx';
import './today-list.css';

/** Today's payments, the newest first. Unclear ones stay on top until they are clear. */
export function TodayList({ titled = true }: { readonly titled?: boolean }) {
  const today = useMirror(({ snapshot }) => snapshot?.today);
  const scroll = useRef<HTMLDivElement>(null);
  useListKeys(scroll, '.row');
  if (today === undefined) return null;
  const unclear = today.payments.filter((payment) => payment.moneyMoved === 'unknown');
  const rest = today.payments.filter((payment) => payment.moneyMoved !== 'unknown');
  return (
    <div className="today">
      <div className="today__head">
        {titled && (
          <h2 className="today__title" id="today-title">
            {t('today.title')}
          </h2>
        )}
        <p className="today__total number">
          {tCount('today.payments', today.count)} · {moneyText(today.totalMinor, deskCurrency())}
        </p>
      </div>
      <div className="today__scroll" ref={scroll}>
        {unclear.length > 0 && (
          <div className="today__unclear">
            <p className="today__unclear-title">{tCount('today.unclear', unclear.length)}</p>
            <ul>
              {unclear.map((payment) => (
                <TodayRow key={payment.id} payment={payment} />
              ))}
            </ul>
          </div>
        )}
        {rest.length > 0 && (
          <ul className="today__rows">
            {rest.map((payment) => (
              <TodayRow key={payment.id} payment={payment} />
            ))}
          </ul>
        )}
        {today.more > 0 && <MoreRows more={today.more} />}
        {today.payments.length === 0 && (
          <div className="today__empty">
            <p className="today__empty-title">{t('today.empty')}</p>
            <p>{t('today.emptyText')}</p>
          </div>
        )}
      </div>
    </div>
  );
}
