import { type Ref, useEffect, useRef } from 'react';
import { type CheckName, checkNames } from '../../../shared/check-names.ts';
import type { CheckResult } from '../../../shared/checks.ts';
import { Button } from '../../components/Button.tsx';
import { Light } from '../../components/Mark.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import { checkDetail } from '../../terminal/check-texts.ts';
import { OtherDesksRow } from './OtherDesksRow.tsx';
import { useChecks } from './use-checks.ts';
import { WillbaRow } from './WillbaRow.tsx';
import './checks.css';

/** Runs support's checks. Each result is shown as soon as it is there; the check that the person came for is marked. */
export function ChecksDialog({ terminalId, wanted }: { readonly terminalId: string | null; readonly wanted: CheckName | 'willba' | null }) {
  const { results, run } = useChecks(terminalId);
  const chosen = useMirror(({ snapshot }) => snapshot?.terminals.chosen ?? null);
  const name = useMirror(
    ({ snapshot }) =>
      snapshot?.terminals.sections.flatMap(({ terminals }) => terminals).find((terminal) => terminal.terminalId === terminalId)?.name,
  );

  const row = useRef<HTMLLIElement>(null);
  useEffect(() => row.current?.focus(), []);
  const of = name ?? chosen?.name;
  return (
    <DialogFrame title={t('checks.title')} look="wide" onClose={closeDialog}>
      <p className="dialog__text">
        {of === undefined ? t('checks.noTerminal') : t('checks.ofTerminal', { name: of })} {t('checks.text')}
      </p>
      <div className="dialog__body">
        <ul className="checks" aria-busy={Object.keys(results).length < checkNames.length}>
          {checkNames.map((check) => (
            <CheckRow
              key={check}
              check={check}
              result={results[check] ?? null}
              wanted={check === wanted}
              ref={check === wanted ? row : undefined}
            />
          ))}
          <WillbaRow wanted={wanted === 'willba'} ref={wanted === 'willba' ? row : undefined} />
          <OtherDesksRow />
        </ul>
      </div>
      <div className="dialog__actions">
        <Button size="large" onPress={run}>
          {t('checks.again')}
        </Button>
        <Button look="primary" size="large" onPress={closeDialog}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}

type CheckRowProps = {
  readonly check: CheckName;
  /** Null while it is running. */
  readonly result: CheckResult | null;
  /** The check that the person came for. */
  readonly wanted: boolean;
  readonly ref: Ref<HTMLLIElement> | undefined;
};

function CheckRow({ check, result, wanted, ref }: CheckRowProps) {
  const shown = result === null ? 'running' : result.reason === 'not-configured' ? 'unused' : result.result;
  return (
    <li ref={ref} tabIndex={wanted ? -1 : undefined} className={wanted ? 'checks__row checks__row--wanted' : 'checks__row'}>
      <Light kind={shown === 'ok' ? 'green' : shown === 'failed' ? 'red' : 'unknown'} />
      <div className="checks__text">
        <strong>{t(`checks.names.${check}`)}</strong>
        <p>{result === null ? t('checks.running') : checkDetail(check, result)}</p>
      </div>
      <span className={`checks__result checks__result--${shown}`}>{shown === 'running' ? '' : t(`checks.result.${shown}`)}</span>
    </li>
  );
}
