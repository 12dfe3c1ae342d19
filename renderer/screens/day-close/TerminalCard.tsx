import type { TerminalVerdict } from '../../../shared/day-close.ts';
import type { TerminalOfDay } from '../../../shared/ipc/day-close.ts';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Field } from '../../components/Field.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { noVerdict, sayOf, useDayClose } from '../../stores/day-close.ts';
import { openDialog } from '../../stores/view.ts';
import { type CloseProblems, ids } from './close-model.ts';
import { Figures } from './Figures.tsx';
import { NetsReport } from './NetsReport.tsx';

type TerminalCardProps = {
  readonly terminal: TerminalOfDay;
  readonly currency: string;
  readonly timeZone: string;
  readonly problems: CloseProblems;
};

const VERDICTS: readonly TerminalVerdict[] = ['matches', 'differs', 'not-confirmed'];

/** One terminal: our sums, Nets' report beside them, and what a named person says of the two. */
export function TerminalCard({ terminal, currency, timeZone, problems }: TerminalCardProps) {
  const { terminalId, terminalName, figures, needsWord } = terminal;
  const titleId = `terminal-${terminalId}`;
  return (
    <section className="day-card" aria-labelledby={titleId}>
      <header className="day-card__head">
        <h2 className="day-card__title" id={titleId}>
          {terminalName ?? terminalId}
        </h2>
        {terminalName !== null && <span className="day-card__id number">{terminalId}</span>}
        <strong className="day-card__sum number">{moneyText(figures.chargedMinor, currency)}</strong>
      </header>
      <div className="day-card__body">
        {needsWord ? <Figures figures={figures} currency={currency} /> : <p className="day-card__note">{t('dayClose.none')}</p>}
        <Nets terminal={terminal} timeZone={timeZone} />
      </div>
      {needsWord && <Word terminalId={terminalId} problems={problems} />}
    </section>
  );
}

function Nets({ terminal, timeZone }: Pick<TerminalCardProps, 'terminal' | 'timeZone'>) {
  const { terminalId, terminalName, reconciliations, obstacle } = terminal;
  const noteId = `nets-${terminalId}`;
  const isRunning = reconciliations.some(({ end }) => end === 'running');
  const last = reconciliations.at(-1)?.end ?? null;
  const ask = (): void => openDialog({ kind: 'reconcile', terminalId, terminalName: terminalName ?? terminalId, last });
  return (
    <div className="day-card__nets">
      <h3 className="field__label">{t('dayClose.nets.title')}</h3>
      <div role="status" className="day-card__reports">
        {reconciliations.length === 0 && <p className="day-card__note">{t('dayClose.nets.notMade')}</p>}
        {reconciliations.map((each) => (
          <NetsReport key={each.id} reconciliation={each} timeZone={timeZone} />
        ))}
      </div>
      {!isRunning && (
        <Button onPress={ask} unusableBecause={obstacle === null ? undefined : noteId}>
          {t('dayClose.nets.start')}
        </Button>
      )}
      {obstacle !== null && !isRunning && (
        <p className="day-card__note" id={noteId}>
          {t(`dayClose.nets.obstacles.${obstacle}`)}
        </p>
      )}
    </div>
  );
}

function Word({ terminalId, problems }: { readonly terminalId: string; readonly problems: CloseProblems }) {
  const { verdict, reason } = useDayClose(({ verdicts }) => verdicts[terminalId] ?? noVerdict);
  const wrong = problems[ids.differs(terminalId)];
  return (
    <div className="day-card__word">
      <ChoiceGroup
        id={ids.verdict(terminalId)}
        legend={t('dayClose.verdict')}
        problem={problems[ids.verdict(terminalId)] === undefined ? null : t('dayClose.verdictProblem')}
        chosen={verdict}
        onChoose={(value) => sayOf(terminalId, { verdict: VERDICTS.find((each) => each === value) ?? null })}
        choices={VERDICTS.map((value) => ({ value, text: t(`dayClose.verdicts.${value}`) }))}
      />
      {verdict === 'differs' && (
        <Field
          id={ids.differs(terminalId)}
          label={t('dayClose.reason')}
          placeholder={t('dayClose.reasonHint')}
          value={reason}
          onChange={(text) => sayOf(terminalId, { reason: text })}
          problem={wrong === undefined || wrong === 'choose' ? null : t(`dayClose.reasonProblems.${wrong}`)}
        />
      )}
    </div>
  );
}
