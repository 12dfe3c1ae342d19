import type { PaymentView } from '../../../shared/payment.ts';
import { t } from '../../i18n/t.ts';
import { useView } from '../../stores/view.ts';
import './alarms.css';
import { wasFoundLate } from './alarm-model.ts';

/** On the screen of a payment that turned out paid afterwards: what that means, and the two ways on. */
export function LateNote({ payment }: { readonly payment: PaymentView }) {
  const openedAsLate = useView((view) => view.openedAsLate);
  if (!wasFoundLate(payment, openedAsLate)) return null;
  return (
    <section className="late-note">
      <h2 className="late-note__title">{t('late.title')}</h2>
      {payment.kind === 'refund' ? (
        <p>{t('late.refundDone')}</p>
      ) : (
        <>
          <p>{t('late.keep')}</p>
          <p>{payment.refundableMinor > 0 ? t('late.giveBack') : t('late.voidElsewhere')}</p>
        </>
      )}
    </section>
  );
}
