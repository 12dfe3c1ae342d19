import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { showPayment } from '../../actions/show-payment.ts';
import { currentLanguage, t, tCount } from '../../i18n/t.ts';
import { isSeveralDays, paymentAt, readRows, rowAt, useHistory } from '../../stores/history.ts';
import { useMirror } from '../../stores/mirror.ts';
import { PaymentRow } from './PaymentRow.tsx';
import { rowText } from './row-text.ts';
import { useRowsOnScreen } from './use-rows-on-screen.ts';

const ROW_REM = 3.5;
/** Taller lists are cut off by the browser. */
const MOST_ROWS = 400_000;
/** A table whose rows are walked by keys. The linter wants a table for this role, and no role on a table. */
const asGrid = (activeRow: string | undefined) => ({ role: 'grid', tabIndex: 0, 'aria-activedescendant': activeRow });
const rowId = (place: number): string => `payments-row-${place}`;

/** As many rows as fit on the screen, of a list as long as the journal. */
export function PaymentGrid() {
  const count = useHistory(({ found }) => found?.count ?? 0);
  const isRead = useHistory(({ found }) => found !== null);
  const shown = Math.min(count, MOST_ROWS);
  const scroller = useRef<HTMLDivElement>(null);
  const active = useHistory((history) => history.active);
  const rowPx = ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { first, last, places, show } = useRowsOnScreen(scroller, shown, rowPx);
  const dated = useHistory(({ query }) => isSeveralDays(query.period));
  const search = useHistory(({ found }) => found?.search);
  const language = currentLanguage();
  useEffect(() => {
    if (search !== undefined) void readRows(first, last);
  }, [search, first, last]);

  function move(to: number): void {
    const place = Math.max(0, Math.min(shown - 1, to));
    useHistory.setState({ active: place });
    show(place);
  }
  const keydown = (event: KeyboardEvent): void => {
    const page = Math.max(1, last - first - 2);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -shown, End: shown };
    const step = steps[event.key];
    if (step !== undefined) move(active + step);
    else if (event.key === 'Enter' && !event.repeat) void open(active);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className="grid__scroll"
      ref={scroller}
      onScroll={({ currentTarget }) => useHistory.setState({ scrollTop: currentTarget.scrollTop })}
    >
      <table
        className={dated ? 'grid grid--dated' : 'grid'}
        {...asGrid(shown > 0 ? rowId(active) : undefined)}
        aria-label={t('payments.title')}
        aria-rowcount={count}
        onKeyDown={keydown}
        onClick={({ target }) => {
          const place = target instanceof Element ? target.closest('tr')?.dataset['place'] : undefined;
          if (place !== undefined) void open(Number(place));
        }}
        onCopy={(event) => copyRow(event, active)}
        style={{ height: shown * rowPx }}
      >
        <tbody>
          {places.map((place) => (
            <PaymentRow
              key={place}
              {...{ place, language, id: rowId(place), top: place * rowPx, height: rowPx, isActive: place === active }}
            />
          ))}
        </tbody>
      </table>
      {isRead && count === 0 && <NothingFound />}
      {count > shown && <p className="grid__more">{tCount('payments.cutOff', count - shown)}</p>}
    </div>
  );
}

async function open(place: number): Promise<void> {
  useHistory.setState({ active: place, wasOpened: true });
  const payment = await paymentAt(place);
  const failure = payment.ok ? await showPayment(payment.value.id) : payment.error;
  if (failure !== null) useHistory.setState({ failure });
}

/** The row as one line of text, for a message or a table. A selection of text goes first. */
function copyRow(event: ClipboardEvent, active: number): void {
  const payment = rowAt(useHistory.getState(), active);
  if (payment === undefined || (document.getSelection()?.toString() ?? '') !== '') return;
  const { timeZone = 'Europe/Helsinki' } = useMirror.getState().snapshot?.desk ?? {};
  event.clipboardData.setData('text/plain', rowText(payment, timeZone).join('\t'));
  event.preventDefault();
}

function NothingFound() {
  const { text, filter } = useHistory((history) => history.query);
  const isAsked = text.trim() !== '' || filter !== 'all';
  return (
    <div className="grid__empty" role="status">
      <p className="grid__empty-title">{t(isAsked ? 'payments.nothingFound' : 'payments.nothing')}</p>
      <p>{t(isAsked ? 'payments.nothingFoundText' : 'payments.nothingText')}</p>
    </div>
  );
}
