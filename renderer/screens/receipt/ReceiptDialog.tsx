import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { ReceiptRegion } from '../../frame/ReceiptRegion.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import './receipt-dialog.css';

/** A payment's receipt, over the screen of that payment. */
export function ReceiptDialog({ payment: opened }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  // What is known of it may change while the dialog is open.
  const payment = useMirror(({ snapshot }) => (snapshot?.current?.id === opened.id ? snapshot.current : opened));
  const facts = [
    moneyText(payment.amountMinor, payment.currency),
    payment.reference,
    dateAndClockText(payment.endedAt ?? payment.startedAt, timeZone, currentLanguage()),
  ];
  return (
    <DialogFrame look="wide" title={t('receipt.title')} onClose={closeDialog}>
      <p className="dialog__text number">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <div className="dialog__body receipt-dialog">
        <ReceiptRegion payment={payment} />
      </div>
      <div className="dialog__actions dialog__actions--one">
        <Button size="large" onPress={closeDialog}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
