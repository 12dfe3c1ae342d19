import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ConfirmFoot } from '../../frame/ConfirmFoot.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { newAttempt } from '../../stores/sale-form.ts';
import { closeDialog } from '../../stores/view.ts';

/** Takes a sale back. What another desk may do between the look and the void cannot be ruled out, so it is said here. */
export function VoidDialog({ payment }: { readonly payment: PaymentView }) {
  const [attempt, setAttempt] = useState(newAttempt);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  const sum = moneyText(payment.chargedMinor, payment.currency);

  const start = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    const result = await client.startVoid({ attempt, originalId: payment.id });
    setPending(false);
    if (result.ok) {
      closeDialog();
      return;
    }
    setFailure(result.error);
    // Where that is not known, the same name stays, so that main sees one void in both.
    if (result.error.moneyMoved === 'no') setAttempt(newAttempt());
  };

  return (
    <DialogFrame title={t('void.title')} onClose={closeDialog}>
      <p className="dialog__text">{t('void.text', { sum, terminal: payment.terminalName ?? payment.terminalId ?? '' })}</p>
      <div className="dialog__body">
        <Notice tone="unclear">{t('void.race')}</Notice>
        {failure !== null && <FailureNotice error={failure} />}
      </div>
      <ConfirmFoot text={t('void.start', { sum })} pending={pending} onConfirm={() => void start()} />
    </DialogFrame>
  );
}
