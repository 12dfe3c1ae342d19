import { useRef, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { settle } from '../../actions/settle.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { netsClockText } from '../../time/nets-time-text.ts';
import { settleIds } from './settle-ids.ts';
import { firstProblem, noProblems, readSettleForm, type SettleForm } from './settle-model.ts';

const empty: SettleForm = { charged: null, receipt: '', lastFour: '', reason: '', name: '' };

/** The typed content, and one settlement of it: two presses make only one. */
export function useSettleForm(payment: PaymentView) {
  const [form, setForm] = useState(empty);
  /** The reason that the offer filled in; it is removed when another choice is made. */
  const [offered, setOffered] = useState<string | null>(null);
  const [problems, setProblems] = useState(noProblems);
  const [failure, setFailure] = useState<PosError | null>(null);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);

  const change = (changed: Partial<SettleForm>): void => {
    const withoutOffer = changed.charged === true && form.reason === offered ? { reason: '' } : {};
    setForm({ ...form, ...withoutOffer, ...changed });
    setProblems({ ...problems, ...Object.fromEntries(Object.keys(changed).map((field) => [field, null])) });
    setFailure(null);
  };

  /** Takes the hint's offer. A reason that somebody has typed stays. */
  const takeOffer = (): void => {
    if (payment.offer === null) return;
    const timeZone = useMirror.getState().snapshot?.desk.timeZone ?? 'Europe/Helsinki';
    const reason = t('settle.rejectedAt', { time: netsClockText(payment.offer.at, timeZone, currentLanguage()) });
    setOffered(reason);
    change({ charged: false, reason: form.reason.trim() === '' ? reason : form.reason });
  };

  const submit = async (): Promise<void> => {
    if (underWay.current) return;
    const name = useMirror.getState().snapshot?.desk.operator ?? form.name;
    const read = readSettleForm({ ...form, name });
    setProblems(read.ok ? noProblems : read.error);
    if (!read.ok) {
      const wrong = firstProblem(read.error);
      if (wrong !== null) document.getElementById(settleIds[wrong])?.focus();
      return;
    }
    underWay.current = true;
    setPending(true);
    setFailure(await settle({ paymentId: payment.id, ...read.value }));
    underWay.current = false;
    setPending(false);
  };
  return { form, problems, pending, failure, change, takeOffer, submit };
}
