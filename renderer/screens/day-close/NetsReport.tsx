import type { Reconciliation } from '../../../shared/day-close.ts';
import { Mark } from '../../components/Mark.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { reconciliationSigns } from '../../payment/looks.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import './nets-report.css';

/** How one reconciliation ended, and Nets' text as the terminal formatted it. */
export function NetsReport({ reconciliation, timeZone }: { readonly reconciliation: Reconciliation; readonly timeZone: string }) {
  const { end, startedAt, sessionNumber, reason, text } = reconciliation;
  const time = dateAndClockText(startedAt, timeZone, currentLanguage());
  if (end === 'running') return <p className="nets-report nets-report--running">{t('dayClose.nets.running')}</p>;
  const heads = {
    done: sessionNumber === null ? t('dayClose.nets.doneUnnumbered', { time }) : t('dayClose.nets.done', { time, session: sessionNumber }),
    'not-done': t('dayClose.nets.notDone', { time }),
    'not-confirmed': t('dayClose.nets.notConfirmed', { time }),
  };
  return (
    <div className={`nets-report nets-report--${end}`}>
      <p className="nets-report__head number">
        <Mark sign={reconciliationSigns[end]} />
        <span>{heads[end]}</span>
      </p>
      {reason !== null && <p>{t(`dayClose.nets.reasons.${reason}`)}</p>}
      {end === 'not-confirmed' && <p>{t('dayClose.nets.whatToDo')}</p>}
      {text !== null && <pre className="nets-report__text">{text}</pre>}
    </div>
  );
}
