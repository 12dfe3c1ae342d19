import { useState } from 'react';
import type { Addendum } from '../../../shared/day-close.ts';
import type { PosError } from '../../../shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Mark } from '../../components/Mark.tsx';
import { signs } from '../../components/mark-shapes.ts';
import { Notice } from '../../components/Notice.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { addendumSign, openItemSigns, verdictSigns } from '../../payment/looks.ts';
import { client } from '../../pos-client.ts';
import { type Closed, leaveClosedDay } from '../../stores/day-close.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import { addendumText } from './addendum-text.ts';
import { ClosedDays } from './ClosedDays.tsx';
import { DayTitle } from './DayTitle.tsx';
import { Figures } from './Figures.tsx';
import { Handovers } from './Handovers.tsx';
import { NetsReport } from './NetsReport.tsx';

/** A closed day as it was when it was closed, and beside it what came to light later. Nothing of it can be changed. */
export function ClosedDayView({ closed }: { readonly closed: Closed }) {
  const { day, addenda } = closed;
  const { currency, timeZone } = day;
  const time = dateAndClockText(day.closedAt, timeZone, currentLanguage());
  return (
    <>
      <div className="day__main">
        <DayTitle date={day.date} start={day.start} end={day.end} timeZone={timeZone} />
        <p className="day__closed number">
          <Mark sign={signs.well} />
          <strong>{t('dayClose.closed')}</strong>
          <span>{t('dayClose.closedBy', { name: day.by, time })}</span>
        </p>
        {addenda.length > 0 && <Addenda closed={closed} />}
        {day.said.map(({ terminalId, terminalName, verdict, reason }) => (
          <section key={terminalId} className="day-card" aria-labelledby={`closed-${terminalId}`}>
            <header className="day-card__head">
              <h2 className="day-card__title" id={`closed-${terminalId}`}>
                {terminalName ?? terminalId}
              </h2>
              {terminalName !== null && <span className="day-card__id number">{terminalId}</span>}
              <span className={`day-card__verdict day-card__verdict--${verdict}`}>
                <Mark sign={verdictSigns[verdict]} />
                {t(`dayClose.verdicts.${verdict}`)}
              </span>
            </header>
            {reason !== '' && <p className="day-card__text">{t('dayClose.signedReason', { reason })}</p>}
            <div className="day-card__body">
              <TerminalFigures closed={closed} terminalId={terminalId} />
              <div className="day-card__nets">
                <h3 className="field__label">{t('dayClose.nets.title')}</h3>
                {day.reconciliations
                  .filter((each) => each.terminalId === terminalId)
                  .map((each) => (
                    <NetsReport key={each.id} reconciliation={each} timeZone={timeZone} />
                  ))}
                {!day.reconciliations.some((each) => each.terminalId === terminalId) && (
                  <p className="day-card__note">{t('dayClose.nets.notMade')}</p>
                )}
              </div>
            </div>
          </section>
        ))}
        {day.signedFor.length > 0 && <SignedFor closed={closed} />}
        <Handovers start={day.start} end={day.end} timeZone={timeZone} />
      </div>
      <aside className="day__side">
        <section className="day-card day-card--desk" aria-labelledby="desk-sums">
          <h2 className="day-card__title" id="desk-sums">
            {t('dayClose.desk')}
          </h2>
          <p className="day-card__total number">{moneyText(day.totals.desk.chargedMinor, currency)}</p>
          <Figures figures={day.totals.desk} currency={currency} />
          <Papers id={day.id} />
        </section>
        <ClosedDays />
      </aside>
    </>
  );
}

function TerminalFigures({ closed, terminalId }: { readonly closed: Closed; readonly terminalId: string }) {
  const { totals, currency } = closed.day;
  const found = totals.terminals.find((each) => each.terminalId === terminalId);
  return found === undefined ? (
    <p className="day-card__note">{t('dayClose.none')}</p>
  ) : (
    <Figures figures={found.figures} currency={currency} />
  );
}

/** What came to light after the close, with its time, and what the day's sum is with it. */
function Addenda({ closed: { day, addenda } }: { readonly closed: Closed }) {
  const change = addenda.reduce((sum, { changeMinor }) => sum + changeMinor, 0);
  const line = ({ at, reference, terminalName }: Addendum): string =>
    [dateAndClockText(at, day.timeZone, currentLanguage()), reference, terminalName ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <Notice tone="unclear" title={t('dayClose.addenda')}>
      <ul className="addenda number">
        {addenda.map((one) => (
          <li key={`${one.paymentId}:${one.at}:${one.moneyMoved}`} className="addenda__one">
            <Mark sign={addendumSign(one)} />
            <span className="addenda__what">
              <strong>{addendumText(one)}</strong>
              <span className="addenda__place">{line(one)}</span>
            </span>
            <strong>{moneyText(one.changeMinor, day.currency)}</strong>
          </li>
        ))}
        <li className="addenda__one addenda__one--sum">
          <span>{t('dayClose.withAddenda')}</span>
          <strong>{moneyText(day.totals.desk.chargedMinor + change, day.currency)}</strong>
        </li>
      </ul>
    </Notice>
  );
}

/** What was left open when the day was closed, each with the reason of whoever closed it. */
function SignedFor({ closed: { day } }: { readonly closed: Closed }) {
  return (
    <section className="day-card" aria-labelledby="signed-for">
      <h2 className="day-card__title" id="signed-for">
        {t('dayClose.signedFor')}
      </h2>
      <ul className="open-items">
        {day.signedFor.map((item) => (
          <li key={`${item.paymentId}:${item.why}`} className="open-items__item">
            <Mark sign={openItemSigns[item.why]} />
            <div className="open-items__text">
              <p className="open-items__title">{t(`dayClose.open.why.${item.why}`)}</p>
              <p className="open-items__place">{[item.reference, item.terminalName ?? ''].filter((part) => part !== '').join(' · ')}</p>
              <p>{t('dayClose.signedReason', { reason: item.reason })}</p>
            </div>
            <div className="open-items__end">
              <strong className="number">{moneyText(item.amountMinor, item.currency)}</strong>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On paper and in a file. A failure has lost nothing, and may be tried again. */
function Papers({ id }: { readonly id: string }) {
  const [told, setTold] = useState<string | null>(null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const [pending, setPending] = useState(false);
  const words = {
    printed: t('dayClose.printed'),
    unknown: t('dayClose.printUnknown'),
    saved: t('dayClose.saved'),
    cancelled: null,
  } as const;

  async function put(run: () => ReturnType<typeof client.printClosedDay> | ReturnType<typeof client.saveClosedDay>): Promise<void> {
    if (pending) return;
    setPending(true);
    setTold(null);
    const done = await run();
    setPending(false);
    setFailure(done.ok ? null : done.error);
    setTold(done.ok ? words[done.value] : null);
  }

  return (
    <div className="day-card__papers">
      <Button disabled={pending} onPress={() => void put(() => client.printClosedDay(id))}>
        {t('dayClose.print')}
      </Button>
      <Button disabled={pending} onPress={() => void put(() => client.saveClosedDay(id, 'pdf'))}>
        {t('dayClose.savePdf')}
      </Button>
      <Button disabled={pending} onPress={() => void put(() => client.saveClosedDay(id, 'csv'))}>
        {t('dayClose.exportCsv')}
      </Button>
      <p role="status" className="day-card__note">
        {told}
      </p>
      {failure !== null && <FailureNotice error={failure} />}
      <Button look="primary" size="large" onPress={() => void leaveClosedDay()}>
        {t('dayClose.back')}
      </Button>
    </div>
  );
}
