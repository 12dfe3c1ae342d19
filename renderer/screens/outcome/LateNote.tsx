import type { PaymentView } from '../../../shared/payment.ts';
import { t } from '../../i18n/t.ts';
import { reversalOf } from '../../payment/reversal-texts.ts';
import { useView } from '../../stores/view.ts';
import './late-note.css';
import { wasFoundLate, wayBack } from '../../payment/alarm-model.ts';

/** On the screen of a payment that was charged after all: what that means, and the two things to do. */
export function LateNote({ payment }: { readonly payment: PaymentView }) {
  const openedAsLate = useView((view) => view.openedAsLate);
  const back = reversalOf(payment);
  if (!wasFoundLate(payment, openedAsLate)) return null;
  return (
    <section className="late-note">
      <h2 className="late-note__title">{t('late.title')}</h2>
      {back !== null ? (
        <p>{t(`late.${back}Done`)}</p>
      ) : (
        <>
          <p>{t('late.keep')}</p>
          <p>{t(`late.${wayBack(payment)}`)}</p>
        </>
      )}
    </section>
  );
}
