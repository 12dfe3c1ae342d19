import { lazy, Suspense } from 'react';
import type { PaymentView } from '../../shared/payment.ts';
import { t } from '../i18n/t.ts';
import './payment-receipt.css';

// A sale at the desk needs none of it.
const ReceiptRegion = lazy(async () => ({ default: (await import('./ReceiptRegion.tsx')).ReceiptRegion }));

/** The receipt on the page of a payment that was opened to be looked at. */
export function PaymentReceipt({ payment }: { readonly payment: PaymentView }) {
  return (
    <div className="payment-receipt">
      <h2 className="payment-receipt__title">{t('receipt.title')}</h2>
      <Suspense fallback={<p>{t('receipt.loading')}</p>}>
        <ReceiptRegion payment={payment} />
      </Suspense>
    </div>
  );
}
