import { useEffect } from 'react';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Header } from '../../frame/Header.tsx';
import { useNarrow } from '../../frame/use-narrow.ts';
import { t } from '../../i18n/t.ts';
import { openClosedDay, readDayAgain, useDayClose } from '../../stores/day-close.ts';
import { useMirror } from '../../stores/mirror.ts';
import { ClosedDayView } from './ClosedDayView.tsx';
import { OpenDay } from './OpenDay.tsx';
import './day-close.css';

/** The close of the day. Its figures are read when the screen is opened, and whenever a payment or a reconciliation changes them. */
export function DayCloseScreen() {
  const narrow = useNarrow();
  const day = useDayClose((state) => state.day);
  const closed = useDayClose((state) => state.closed);
  const failure = useDayClose((state) => state.failure);
  const news = useMirror(({ snapshot }) => snapshot?.dayClose.news ?? 0);
  const running = useMirror(({ snapshot }) => snapshot?.dayClose.reconciling.join() ?? '');
  const mode = useMirror(({ snapshot }) => snapshot?.desk.mode ?? null);
  const total = useMirror(({ snapshot }) => snapshot?.today.totalMinor ?? 0);
  useEffect(() => {
    if (news >= 0 && running !== null && mode !== null && Number.isFinite(total)) void readDayAgain();
  }, [news, running, mode, total]);
  const closedId = closed === null ? (day?.closedId ?? null) : null;
  useEffect(() => {
    if (closedId !== null) void openClosedDay(closedId);
  }, [closedId]);
  return (
    <div className="till">
      <Header narrow={narrow} />
      <main className="day">
        {failure !== null && <FailureNotice error={failure} />}
        {closed !== null && <ClosedDayView closed={closed} />}
        {closed === null && day !== null && day.closedId === null && <OpenDay key={day.date} day={day} />}
        {closed === null && day === null && <h1 className="visually-hidden">{t('dayClose.title')}</h1>}
      </main>
    </div>
  );
}
