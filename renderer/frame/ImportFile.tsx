import { useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { t } from '../i18n/t.ts';
import { client } from '../pos-client.ts';
import './import-file.css';

type ImportFileProps = {
  readonly look?: 'primary' | 'secondary';
  /** Called after a file was imported: settings that were read before are old. */
  readonly onImported?: () => void;
};

/** The system's dialog asks for the file. This window gets only the result, not the path or the content. */
export function ImportFile({ look = 'secondary', onImported }: ImportFileProps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  const [outcome, setOutcome] = useState<'imported' | { readonly why: string } | null>(null);
  const run = async (): Promise<void> => {
    setPending(true);
    setOutcome(null);
    const result = await client.importFile();
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok || result.value.outcome === 'cancelled') return;
    setOutcome(result.value.outcome === 'imported' ? 'imported' : { why: result.value.why });
    if (result.value.outcome === 'imported') onImported?.();
  };
  return (
    <div className="import">
      <Button look={look} size="large" disabled={pending} onPress={() => void run()}>
        {t('settings.file.import')}
      </Button>
      <output aria-live="polite">
        {outcome === 'imported' && <p className="import__done">{t('settings.file.imported')}</p>}
        {outcome !== null && outcome !== 'imported' && <Notice tone="failed">{t('settings.file.refused', { why: outcome.why })}</Notice>}
      </output>
      {failure !== null && <FailureNotice error={failure} />}
    </div>
  );
}
