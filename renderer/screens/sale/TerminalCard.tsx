import { fieldIds } from '../../actions/sale-fields.ts';
import { Light } from '../../components/Mark.tsx';
import { CheckLink } from '../../frame/CheckLink.tsx';
import { StrapiAge } from '../../frame/StrapiAge.tsx';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { openDialog } from '../../stores/view.ts';
import { checkForStatus } from '../../terminal/check-texts.ts';
import { ageText, placeText, statusText } from '../../terminal/terminal-text.ts';
import { journalWorks } from './SellingProblem.tsx';
import './terminal-card.css';

/** This PC's terminal and its state. A red light says why and what to do; another terminal is never used instead. */
export function TerminalCard() {
  const chosen = useMirror(({ snapshot }) => snapshot?.terminals.chosen ?? null);
  const known = useMirror(({ snapshot }) => snapshot !== null);
  // The choice is stored with the payments: if they cannot be read, it is not known whether there is one.
  const readable = useMirror(({ snapshot }) => journalWorks(snapshot?.selling.problem ?? null));
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const change = (): void => openDialog({ kind: 'picker', purpose: 'remember' });

  if (chosen === null) return <NoTerminal known={known} readable={readable} onChange={change} />;
  const { status } = chosen;
  const age = ageText(status, timeZone, new Date());
  // The missing secrets, and what to do, are explained beside Maksa.
  const saidBelow = status.light === 'red' && status.reason === 'secrets-missing';
  return (
    <section className="terminal" aria-labelledby="terminal-label">
      <h2 className="field__label" id="terminal-label">
        {t('terminal.label')}
      </h2>
      <div className={`terminal__card terminal__card--${status.light}`}>
        <Light kind={status.light} />
        <div className="terminal__text">
          <p className="terminal__name">{chosen.name}</p>
          <p className="terminal__place">
            {placeText(chosen)}
            {placeText(chosen) !== '' && ' · '}
            <span className={`terminal__status terminal__status--${status.light}`}>{statusText(status)}</span>
            {age !== '' && <span className="number"> · {age}</span>}
          </p>
          {chosen.formerName !== undefined && (
            <p className="terminal__advice">{t('terminal.renamed', { from: chosen.formerName, to: chosen.name })}</p>
          )}
          {status.light === 'red' && !saidBelow && (
            <>
              <p className="terminal__advice">{t(`terminal.advice.${status.reason}`)}</p>
              <CheckLink check={checkForStatus(status.reason)} terminalId={chosen.terminalId} />
            </>
          )}
          {!saidBelow && <StrapiAge link={status.light !== 'red'} />}
        </div>
        <button
          type="button"
          id={fieldIds.terminal}
          className="terminal__change"
          aria-label={t('terminal.changeName', { name: chosen.name })}
          onClick={change}
        >
          {t('terminal.change')}
        </button>
      </div>
    </section>
  );
}

type NoTerminalProps = { readonly known: boolean; readonly readable: boolean; readonly onChange: () => void };

/** This PC has chosen none yet, or nobody can say which. */
function NoTerminal({ known, readable, onChange }: NoTerminalProps) {
  return (
    <section className="terminal" aria-labelledby="terminal-label">
      <h2 className="field__label" id="terminal-label">
        {t('terminal.label')}
      </h2>
      <button type="button" className="terminal__invite" disabled={!known} onClick={onChange}>
        <span className="visually-hidden">{t('terminal.changeNoneName')}</span>
        <span className="terminal__name">{t('terminal.none')}</span>
        <span className="terminal__place">{known && readable ? t('terminal.noneText') : ''}</span>
      </button>
    </section>
  );
}
