import { useRef, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { mirrorShows, refetchSnapshot, useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import { netsClockText } from '../../time/nets-time-text.ts';
import { settleIds } from './settle-ids.ts';
import { firstProblem, noProblems, offeredRejection, readSettleForm, type SettleForm } from './settle-model.ts';

const empty: SettleForm = { charged: null, receipt: '', lastFour: '', reason: '', name: '' };

/** What is typed in the dialog, and one settlement of it: pressed twice, it is still one. */
export function useSettleForm(payment: PaymentView, timeZone: string) {
  const [rejectedAt] = useState(() => offeredRejection(payment, timeZone));
  const [form, setForm] = useState<SettleForm>(
    rejectedAt === null ? empty : { ...empty, charged: false, reason: t('settle.rejectedAt', { time: netsClockText(rejectedAt) }) },
  );
  const [problems, setProblems] = useState(noProblems);
  const [failure, setFailure] = useState<PosError | null>(null);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);

  const change = (changed: Partial<SettleForm>): void => {
    // The offered reason speaks of a rejection: it goes with the choice that it stood for.
    const withoutOffer = changed.charged === true && rejectedAt !== null ? { reason: '' } : {};
    setForm({ ...form, ...withoutOffer, ...changed });
    setProblems({ ...problems, ...Object.fromEntries(Object.keys(changed).map((field) => [field, null])) });
    setFailure(null);
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
    const result = await client.settlePayment({ paymentId: payment.id, ...read.value });
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      // The dialog stays until the word is on the screen behind it: nobody shall say it a second time.
      const shown = await mirrorShows(({ current }) => current?.id !== payment.id || current.state !== 'unresolved');
      if (!shown) await refetchSnapshot();
      closeDialog();
    }
    underWay.current = false;
    setPending(false);
  };
  return { form, problems, offered: rejectedAt !== null, pending, failure, change, submit };
}
