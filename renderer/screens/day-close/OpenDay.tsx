import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { DayToClose } from '../../../shared/ipc/day-close.ts';
import { Button } from '../../components/Button.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { askForDay, openClosedDay, readDayAgain, useDayClose } from '../../stores/day-close.ts';
import { useMirror } from '../../stores/mirror.ts';
import { businessDateText } from '../../time/date-text.ts';
import { ClosedDays } from './ClosedDays.tsx';
import { CloseForm } from './CloseForm.tsx';
import { type CloseProblems, readClose } from './close-model.ts';
import { DayTitle } from './DayTitle.tsx';
import { Handovers } from './Handovers.tsx';
import { OpenItems } from './OpenItems.tsx';
import { TerminalCard } from './TerminalCard.tsx';

/** The day that is to be closed: terminals, what is open, and the whole desk beside them. */
export function OpenDay({ day }: { readonly day: DayToClose }) {
  const currency = useMirror(({ snapshot }) => snapshot?.desk.currency ?? 'EUR');
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const { problems, failure, pending, close } = useClosing(day);
  return (
    <>
      <div className="day__main">
        <DayTitle date={day.date} start={day.start} end={day.end} timeZone={timeZone} />
        {day.earlier.length > 0 && (
          <p className="day__earlier">
            <span>{t('dayClose.earlier')}</span>
            {day.earlier.map((date) => (
              <Button key={date} onPress={() => void askForDay(date)}>
                {businessDateText(date, currentLanguage())}
              </Button>
            ))}
          </p>
        )}
        {day.terminals.map((terminal) => (
          <TerminalCard key={terminal.terminalId} {...{ terminal, currency, timeZone, problems }} />
        ))}
        <OpenItems open={day.open} timeZone={timeZone} problems={problems} />
        <Handovers start={day.start} end={day.end} timeZone={timeZone} />
      </div>
      <aside className="day__side">
        <CloseForm {...{ day, currency, problems, failure, pending }} onClose={() => void close()} />
        <ClosedDays />
      </aside>
    </>
  );
}

/** One press closes the day as it is on the screen. What is missing is marked, and the first of it gets the focus. */
function useClosing(day: DayToClose) {
  const [problems, setProblems] = useState<CloseProblems>({});
  const [failure, setFailure] = useState<PosError | null>(null);
  const [pending, setPending] = useState(false);

  async function close(): Promise<void> {
    if (pending) return;
    const { verdicts, reasons, name } = useDayClose.getState();
    const operator = useMirror.getState().snapshot?.desk.operator ?? null;
    const read = readClose(day, { verdicts, reasons, name: operator ?? name });
    setProblems(read.ok ? {} : read.error);
    setFailure(null);
    if (!read.ok) {
      const [first = ''] = Object.keys(read.error);
      document.getElementById(first)?.focus();
      return;
    }
    setPending(true);
    const closed = await client.closeDay(read.value);
    setPending(false);
    if (closed.ok) {
      void askForDay(null);
      await openClosedDay(closed.value.id);
    } else {
      setFailure(closed.error);
      void readDayAgain();
    }
  }

  return { problems, failure, pending, close };
}
