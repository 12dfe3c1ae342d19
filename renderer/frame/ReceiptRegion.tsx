import { receiptCopyKinds } from '../../shared/paper-kinds.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { Button } from '../components/Button.tsx';
import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { t } from '../i18n/t.ts';
import { isWaiting } from '../payment/outcome-model.ts';
import { PaperPreview } from './PaperPreview.tsx';
import { type ReceiptOutcome, useReceipt } from './use-receipt.ts';
import './receipt-region.css';

/** A payment's receipt: both copies as they come out on paper, printed or saved as a PDF. Stands on any screen of a payment. */
export function ReceiptRegion({ payment }: { readonly payment: PaymentView }) {
  const receipt = useReceipt(payment);
  if (isWaiting(payment)) {
    return (
      <section className="receipt" aria-label={t('receipt.title')}>
        <p>{t('receipt.waits')}</p>
      </section>
    );
  }
  const { read, copy, pending } = receipt;
  const shown = read?.ok === true ? read.value[copy] : null;
  return (
    <section className="receipt" aria-label={t('receipt.title')}>
      <div className="receipt__controls">
        <ChoiceGroup
          id={`receipt-${payment.id}`}
          legend={t('receipt.which')}
          problem={null}
          chosen={copy}
          onChoose={(value) => receipt.choose(value === 'merchant' ? 'merchant' : 'customer')}
          choices={receiptCopyKinds.map((value) => ({ value, text: t(`receipt.copies.${value}`) }))}
        />
        {payment.signature === 'asked' && <Notice tone="unclear">{t('receipt.toSign')}</Notice>}
        <div className="receipt__buttons">
          <Button look="primary" size="large" disabled={shown === null || pending !== null} onPress={receipt.print}>
            {t('receipt.print')}
          </Button>
          <Button size="large" disabled={shown === null || pending !== null} onPress={receipt.save}>
            {t('receipt.savePdf')}
          </Button>
        </div>
        <output className="receipt__outcome" aria-live="polite">
          {pending === 'print' && t('receipt.working')}
          {pending === 'save' && t('receipt.saving')}
          {outcomeText(receipt.outcome)}
        </output>
        {receipt.failure !== null && <FailureNotice error={receipt.failure} />}
        {shown?.wasMade === true && pending === null && <p className="receipt__note">{t('receipt.next')}</p>}
        <p className="receipt__note">{t('receipt.printer')}</p>
      </div>
      {read === null && <p className="receipt__paper">{t('receipt.loading')}</p>}
      {read?.ok === false && <FailureNotice error={read.error} />}
      {shown !== null && <PaperPreview name={t('receipt.preview')} lines={shown.lines} columns={shown.columns} />}
    </section>
  );
}

function outcomeText(outcome: ReceiptOutcome): string | null {
  switch (outcome) {
    case null:
      return null;
    case 'not-saved':
      return t('receipt.notSaved');
    default:
      return t(`receipt.${outcome}`);
  }
}
