import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { Selling } from '../../../shared/ipc/desk.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { CheckLink } from '../../frame/CheckLink.tsx';
import { ImportFile } from '../../frame/ImportFile.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';

type Problem = NonNullable<Selling['problem']>;

/** If the journal works, a payment can still be recorded by hand; if not, nothing can be stored. */
export const journalWorks = (problem: Selling['problem']): boolean =>
  problem === null ||
  problem === 'manual-only' ||
  problem === 'not-configured' ||
  problem === 'settings-damaged' ||
  problem === 'secrets-missing';

/** The id of the text that says why the button cannot be used. */
export const SELLING_PROBLEM_ID = 'selling-problem';

export function SellingProblem({ problem }: { readonly problem: Problem }) {
  const openBy = useMirror(({ snapshot }) => snapshot?.selling.openBy ?? null);
  const support = useMirror(({ snapshot }) => snapshot?.desk.support ?? null);
  return (
    <Notice tone="failed" title={t(`selling.title.${problem}`)} urgent>
      <p id={SELLING_PROBLEM_ID}>{openBy === null ? t(`selling.text.${problem}`) : t('selling.openBy', { name: openBy })}</p>
      <div className="notice__actions">
        {problem === 'journal-in-use' && <OpenJournal label={t('selling.goOnHere')} />}
        {(problem === 'journal-unreadable' || problem === 'settings-damaged') && <OpenJournal label={t('selling.tryAgain')} />}
        {(problem === 'secrets-missing' || problem === 'not-configured' || problem === 'settings-damaged') && <ImportFile />}
        {problem !== 'manual-only' && (
          <CheckLink check={journalWorks(problem) ? 'login' : problem === 'disk-full' ? 'disk' : 'database'} terminalId={null} />
        )}
        {support !== null && <p className="notice__support number">{t('common.support', support)}</p>}
      </div>
    </Notice>
  );
}

/** Only on a press: a program that nobody is using must not take the journal from the desk that sells. */
function OpenJournal({ label }: { readonly label: string }) {
  const [failure, setFailure] = useState<PosError | null>(null);
  const [pending, setPending] = useState(false);
  const open = async (): Promise<void> => {
    setPending(true);
    const result = await client.openJournal();
    setPending(false);
    setFailure(result.ok ? null : result.error);
  };
  return (
    <>
      <Button size="large" disabled={pending} onPress={() => void open()}>
        {label}
      </Button>
      {failure !== null && (
        <p className="notice__failure" role="alert">
          {t(`errors.${failure.code}`)} <span className="notice__detail number">{t('common.supportRef', { ref: failure.ref })}</span>
        </p>
      )}
    </>
  );
}
