import { useEffect, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { readText, type TextProblem } from '../../../shared/reference.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { ConfirmFoot } from '../../frame/ConfirmFoot.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { WHO_ID, WhoField } from '../../frame/WhoField.tsx';
import { t } from '../../i18n/t.ts';
import { missingText } from '../../payment/missing-text.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';

/** What may be missing, what it means and what to do. A named person confirms having read it. */
export function MissingPaymentsDialog() {
  const missing = useMirror(({ snapshot }) => snapshot?.missingPayments ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const operator = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null);
  const support = useMirror(({ snapshot }) => snapshot?.desk.support ?? null);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<TextProblem | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  // Somebody has confirmed it: nothing is left to say.
  useEffect(() => {
    if (missing === null) closeDialog();
  }, [missing]);
  if (missing === null) return null;

  const change = (changed: string): void => {
    setName(changed);
    setProblem(null);
    setFailure(null);
  };
  const confirm = async (): Promise<void> => {
    const by = readText(operator ?? name, { maxLength: 80, required: true });
    setProblem(by.ok ? null : by.error);
    if (!by.ok) return document.getElementById(WHO_ID)?.focus();
    setPending(true);
    const result = await client.missingPaymentsRead({ by: by.value, to: missing.to });
    setPending(false);
    setFailure(result.ok ? null : result.error);
  };

  return (
    <DialogFrame title={t('missing.title')} onClose={closeDialog}>
      <p className="dialog__text number">{missingText(missing, timeZone)}</p>
      <div className="dialog__body dialog__fields">
        <p>{t('missing.meanwhile')}</p>
        <p>{t('missing.what')}</p>
        {support !== null && <p className="number">{t('common.support', support)}</p>}
        <WhoField name={name} problem={problem} onChange={change} />
        {failure !== null && <FailureNotice error={failure} />}
      </div>
      <ConfirmFoot text={t('missing.confirm')} pending={pending} onConfirm={() => void confirm()} />
    </DialogFrame>
  );
}
