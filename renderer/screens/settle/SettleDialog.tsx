import { useEffect } from 'react';
import type { PaymentView } from '../../../shared/payment.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { CONFIRM_ID, ConfirmFoot } from '../../frame/ConfirmFoot.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { reversalOf } from '../../payment/reversal-texts.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import { Known } from './Known.tsx';
import { ReasonField, ReceiptFields } from './SettleFields.tsx';
import { settleIds } from './settle-ids.ts';
import './settle.css';
import { WhoField } from '../../frame/WhoField.tsx';
import { useSettleForm } from './use-settle-form.ts';
import { VerdictChoice } from './VerdictChoice.tsx';

/** If nothing can prove the payment any more, a named person says what happened. The dialog shows what is known. */
export function SettleDialog({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const asksName = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null) === null;
  const stillUnresolved = useMirror(({ snapshot }) => snapshot?.current?.id === payment.id && snapshot.current.state === 'unresolved');
  const { form, problems, pending, failure, change, takeOffer, submit } = useSettleForm(payment);
  // If proof arrives while somebody types, there is nothing left to decide.
  useEffect(() => {
    if (!stillUnresolved) closeDialog();
  }, [stillUnresolved]);

  const place = [payment.reference, payment.terminalName, dateAndClockText(payment.startedAt, timeZone, currentLanguage())];
  const back = reversalOf(payment);
  const fields = { form, problems, onChange: change };
  return (
    <DialogFrame look="wide" title={back === null ? t('settle.title') : t(`settle.${back}Title`)} onClose={closeDialog}>
      <div className="settle__payment">
        <strong className="settle__sum number">{moneyText(payment.amountMinor, payment.currency)}</strong>
        <span className="settle__place number">{place.filter((part) => part !== null && part !== '').join(' · ')}</span>
      </div>
      <div className="dialog__body settle">
        <div className="dialog__fields">
          <VerdictChoice
            kind={payment.kind}
            charged={form.charged}
            wrong={problems.charged !== null}
            onChoose={(charged) => change({ charged })}
          />
          {form.charged === true && <ReceiptFields {...fields} />}
          <ReasonField {...fields} next={asksName ? settleIds.name : CONFIRM_ID} />
          <WhoField name={form.name} problem={problems.name} onChange={(name) => change({ name })} />
          {failure !== null && <FailureNotice error={failure} />}
        </div>
        <Known payment={payment} onTake={takeOffer} />
      </div>
      <p className="settle__note">{t('settle.text')}</p>
      <ConfirmFoot text={t('settle.confirm')} pending={pending} onConfirm={() => void submit()} />
    </DialogFrame>
  );
}
