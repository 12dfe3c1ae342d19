import { useEffect, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { CONFIRM_ID, ConfirmFoot } from '../../frame/ConfirmFoot.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { WHO_ID, WhoField } from '../../frame/WhoField.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { holdsRefused } from '../../payment/outcome-model.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import { type LetStandForm, noProblems, readLetStand } from './let-stand-model.ts';

const empty: LetStandForm = { reason: '', name: '' };
const REASON_ID = 'let-stand-reason';
const focus = (id: string): void => document.getElementById(id)?.focus();

/** The hotel keeps the money although the signature was refused. Who decided it, and why, is stored with the payment. */
export function LetStandDialog({ payment }: { readonly payment: PaymentView }) {
  const operator = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null);
  const stillRefused = useMirror(({ snapshot }) => snapshot?.current?.id === payment.id && holdsRefused(snapshot.current));
  const [form, setForm] = useState(empty);
  const [problems, setProblems] = useState(noProblems);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  // Closes when the decision is stored, or when the money has gone back.
  useEffect(() => {
    if (!stillRefused) closeDialog();
  }, [stillRefused]);

  const change = (changed: Partial<LetStandForm>): void => {
    setForm({ ...form, ...changed });
    setProblems({ ...problems, ...Object.fromEntries(Object.keys(changed).map((field) => [field, null])) });
    setFailure(null);
  };
  const submit = async (): Promise<void> => {
    if (pending) return;
    const read = readLetStand({ ...form, name: operator ?? form.name });
    setProblems(read.ok ? noProblems : read.error);
    if (!read.ok) return focus(read.error.reason === null ? WHO_ID : REASON_ID);
    setPending(true);
    const result = await client.letSignatureStand({ paymentId: payment.id, ...read.value });
    setPending(false);
    setFailure(result.ok ? null : result.error);
  };

  return (
    <DialogFrame title={t('signature.letStandTitle')} onClose={closeDialog}>
      <p className="dialog__text">{t('signature.letStandText', { sum: moneyText(payment.chargedMinor, payment.currency) })}</p>
      <div className="dialog__body dialog__fields">
        <Field
          id={REASON_ID}
          label={t('settle.reason')}
          placeholder={t('signature.letStandHint')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          onEnter={() => focus(operator === null ? WHO_ID : CONFIRM_ID)}
          problem={problems.reason === null ? null : t(`settle.reasonProblems.${problems.reason}`)}
        />
        <WhoField name={form.name} problem={problems.name} onChange={(name) => change({ name })} />
        {failure !== null && <FailureNotice error={failure} />}
      </div>
      <ConfirmFoot text={t('settle.confirm')} pending={pending} onConfirm={() => void submit()} />
    </DialogFrame>
  );
}
