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
import { newIdempotencyKey } from '../../stores/sale-form.ts';
import { closeDialog } from '../../stores/view.ts';

/** Voids a sale. Another desk may use the terminal between the lookup and the void; this cannot be ruled out, so the dialog says it. */
export function VoidDialog({ payment }: { readonly payment: PaymentView }) {
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  const sum = moneyText(payment.chargedMinor, payment.currency);

  const start = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    const result = await client.startVoid({ idempotencyKey, originalId: payment.id });
    setPending(false);
    if (result.ok) {
      closeDialog();
      return;
    }
    setFailure(result.error);
    // If it is not known, the form keeps its name, so that main takes both presses for the same void.
    if (result.error.moneyMoved === 'no') setIdempotencyKey(newIdempotencyKey());
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
