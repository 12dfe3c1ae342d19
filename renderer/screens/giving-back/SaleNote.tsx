import type { ReactNode } from 'react';
import type { PaymentView } from '../../../shared/payment.ts';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../i18n/t.ts';
import './sale-note.css';

/** What stands between a charged sale and its end: a signature to look at, a void that was done or may have been. */
export function SaleNote({ payment }: { readonly payment: PaymentView }) {
  const note = noteOf(payment);
  return note === null ? null : <div className="sale-note">{note}</div>;
}

function noteOf(payment: PaymentView): ReactNode {
  if (payment.voided === 'yes') return null;
  if (payment.voided === 'unknown') return <Notice tone="unclear">{t('void.voidedUnclear')}</Notice>;
  switch (payment.signature) {
    case 'asked':
      return (
        <Notice tone="unclear" title={t('signature.title')}>
          {t('signature.text')}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="unclear" title={t('signature.refusedTitle')}>
          {payment.voidable ? t('signature.refusedText') : t('signature.refusedTooLate')}
        </Notice>
      );
    case 'accepted':
      return <p className="window__sentence">{t('signature.accepted')}</p>;
    case 'let-stand':
    case null:
      return null;
  }
}
