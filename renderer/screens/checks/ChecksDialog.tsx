import { useCallback, useEffect, useRef, useState } from 'react';
import { type CheckName, checkNames } from '../../../shared/check-names.ts';
import type { CheckResult } from '../../../shared/checks.ts';
import { Button } from '../../components/Button.tsx';
import { Light } from '../../components/Mark.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import { checkDetail } from '../../terminal/check-texts.ts';
import './checks.css';

type Results = Partial<Record<CheckName, CheckResult>>;
const NOT_MADE: CheckResult = { result: 'unknown', reason: 'not-asked', minutes: null };

/** Runs support's checks. Each result is shown as soon as it is there; the check that the person came for is marked. */
export function ChecksDialog({ terminalId, wanted }: { readonly terminalId: string | null; readonly wanted: CheckName | null }) {
  const [results, setResults] = useState<Results>({});
  const round = useRef(0);
  const chosen = useMirror(({ snapshot }) => snapshot?.terminals.chosen ?? null);
  const name = useMirror(
    ({ snapshot }) =>
      snapshot?.terminals.sections.flatMap(({ terminals }) => terminals).find((terminal) => terminal.terminalId === terminalId)?.name,
  );

  const run = useCallback((): void => {
    round.current += 1;
    const mine = round.current;
    setResults({});
    for (const check of checkNames) {
      void client.runCheck(check, terminalId).then((answer) => {
        if (mine === round.current) setResults((before) => ({ ...before, [check]: answer.ok ? answer.value : NOT_MADE }));
      });
    }
  }, [terminalId]);
  useEffect(run, [run]);

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
          {checkNames.map((check) => {
            const result = results[check];
            return (
              <li
                key={check}
                ref={check === wanted ? row : undefined}
                tabIndex={check === wanted ? -1 : undefined}
                className={check === wanted ? 'checks__row checks__row--wanted' : 'checks__row'}
              >
                <Light kind={result === undefined || result.result === 'unknown' ? 'unknown' : result.result === 'ok' ? 'green' : 'red'} />
                <div className="checks__text">
                  <strong>{t(`checks.names.${check}`)}</strong>
                  <p>{result === undefined ? t('checks.running') : checkDetail(check, result)}</p>
                </div>
                <span className={`checks__result checks__result--${result?.result ?? 'running'}`}>
                  {result === undefined ? '' : t(`checks.result.${result.result}`)}
                </span>
              </li>
            );
          })}
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
