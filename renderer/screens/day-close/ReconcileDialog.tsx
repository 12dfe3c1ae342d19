import { useState } from 'react';
import type { Reconciliation } from '../../../shared/day-close.ts';
import type { PosError } from '../../../shared/errors.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ConfirmFoot } from '../../frame/ConfirmFoot.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { closeDialog } from '../../stores/view.ts';

type ReconcileDialogProps = {
  readonly terminalId: string;
  readonly terminalName: string;
  /** How the last one of the day ended there; null if there was none. */
  readonly last: Reconciliation['end'] | null;
};

/** A reconciliation closes the terminal's session for every desk, so it is asked about. */
export function ReconcileDialog({ terminalId, terminalName, last }: ReconcileDialogProps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  const start = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    const result = await client.reconcileTerminal(terminalId);
    setPending(false);
    if (result.ok) closeDialog();
    else setFailure(result.error);
  };
  return (
    <DialogFrame title={t('dayClose.nets.askTitle')} onClose={closeDialog}>
      <p className="dialog__text">{t('dayClose.nets.askText', { terminal: terminalName })}</p>
      <div className="dialog__body dialog__fields">
        <p>{t('dayClose.nets.askVoids')}</p>
        <p>{t('dayClose.nets.askTime')}</p>
        {last === 'not-confirmed' && <Notice tone="unclear">{t('dayClose.nets.askAgain')}</Notice>}
        {last === 'done' && <Notice tone="unclear">{t('dayClose.nets.askOften')}</Notice>}
        {failure !== null && <FailureNotice error={failure} />}
      </div>
      <ConfirmFoot text={t('dayClose.nets.start')} pending={pending} onConfirm={() => void start()} />
    </DialogFrame>
  );
}
