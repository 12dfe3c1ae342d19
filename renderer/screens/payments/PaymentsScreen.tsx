import { useEffect } from 'react';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Header } from '../../frame/Header.tsx';
import { useNarrow } from '../../frame/use-narrow.ts';
import { searchAgain, useHistory } from '../../stores/history.ts';
import { useMirror } from '../../stores/mirror.ts';
import { PaymentGrid } from './PaymentGrid.tsx';
import { SEARCH_ID, SearchFields } from './SearchFields.tsx';
import { Totals } from './Totals.tsx';
import './payments-screen.css';

/** All payments of this PC: found again, read, added up. */
export function PaymentsScreen() {
  const narrow = useNarrow();
  const failure = useHistory((history) => history.failure);
  const news = useMirror(({ snapshot }) => snapshot?.historyNews ?? 0);
  const mode = useMirror(({ snapshot }) => snapshot?.desk.mode ?? null);
  const dayTurned = useMirror(({ snapshot }) => snapshot?.today.count ?? 0);
  useEffect(() => {
    if (news >= 0 && mode !== null && dayTurned >= 0) void searchAgain();
  }, [news, mode, dayTurned]);
  useEffect(() => {
    const { wasOpened } = useHistory.getState();
    useHistory.setState({ wasOpened: false });
    document.querySelector<HTMLElement>(wasOpened ? '[role=grid]' : `#${SEARCH_ID}`)?.focus();
  }, []);
  return (
    <div className="till">
      <Header narrow={narrow} />
      <main className="payments">
        <div className="payments__card">
          <SearchFields />
          {failure !== null && <FailureNotice error={failure} />}
          <div className="grid__frame">
            <PaymentGrid />
          </div>
          <Totals />
        </div>
      </main>
    </div>
  );
}
