import { useEffect, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { holdsRefused } from '../../payment/outcome-model.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import '../settle/settle.css';
import { WhoField } from '../../frame/WhoField.tsx';
import { CONFIRM_ID, settleIds } from '../settle/settle-ids.ts';
import { type LetStandForm, noProblems, readLetStand } from './let-stand-model.ts';

const empty: LetStandForm = { reason: '', name: '' };
const focus = (id: string): void => document.getElementById(id)?.focus();

/** The hotel keeps the money although the signature was refused. Whose word that is, and why, stays with the payment. */
export function LetStandDialog({ payment }: { readonly payment: PaymentView }) {
  const operator = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null);
  const stillRefused = useMirror(({ snapshot }) => snapshot?.current?.id === payment.id && holdsRefused(snapshot.current));
  const [form, setForm] = useState(empty);
  const [problems, setProblems] = useState(noProblems);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  // Also when the word has reached the payment: there is nothing left to say.
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
    if (!read.ok) return focus(read.error.reason === null ? settleIds.name : settleIds.reason);
    setPending(true);
    const result = await client.letSignatureStand({ paymentId: payment.id, ...read.value });
    setPending(false);
    setFailure(result.ok ? null : result.error);
  };

  return (
    <DialogFrame title={t('signature.letStandTitle')} onClose={closeDialog}>
      <p className="dialog__text">{t('signature.letStandText', { sum: moneyText(payment.chargedMinor, payment.currency) })}</p>
      <div className="dialog__body settle__fields">
        <Field
          id={settleIds.reason}
          label={t('settle.reason')}
          placeholder={t('signature.letStandHint')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          onEnter={() => focus(operator === null ? settleIds.name : CONFIRM_ID)}
          problem={problems.reason === null ? null : t(`settle.reasonProblems.${problems.reason}`)}
        />
        <WhoField name={form.name} problem={problems.name} onChange={(name) => change({ name })} />
        {failure !== null && <FailureNotice error={failure} />}
      </div>
      <div className="dialog__actions">
        <Button size="large" onPress={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" size="large" id={CONFIRM_ID} notOnEnter disabled={pending} onPress={() => void submit()}>
          {t('settle.confirm')}
        </Button>
      </div>
    </DialogFrame>
  );
}
