import type { PaymentView } from '../../../shared/payment.ts';
import { t } from '../../i18n/t.ts';
import { wayBack } from '../../payment/alarm-model.ts';
import { headingText } from '../../payment/headings.ts';
import type { Meaning } from '../../payment/meaning.ts';
import { isOverruled } from '../../payment/outcome-model.ts';
import { reversalOf } from '../../payment/reversal-texts.ts';
import './charged-note.css';

/** On the screen of a payment that was charged although nobody expected it: what that means, and the two things to do. */
export function ChargedNote({ payment, meaning }: { readonly payment: PaymentView; readonly meaning: Meaning }) {
  if (meaning !== 'late' && meaning !== 'despite-cancel') return null;
  const back = reversalOf(payment);
  return (
    <section className="charged-note">
      <h2 className="charged-note__title">{headingText(payment, isOverruled(payment) ? 'record' : 'money-in')}</h2>
      <p>{reasonOf(payment, meaning)}</p>
      {back !== null ? (
        <p>{t(`late.${back}Done`)}</p>
      ) : (
        <>
          <p>{t(`late.giveBack.${meaning}.${wayBack(payment)}`)}</p>
          <p>{t(`late.keep.${meaning}`)}</p>
        </>
      )}
    </section>
  );
}

/** Why it was not known before, or not stopped. */
function reasonOf(payment: PaymentView, meaning: 'late' | 'despite-cancel'): string {
  if (meaning === 'despite-cancel') return t('late.why.despite-cancel');
  return t(isOverruled(payment) ? 'late.why.settled' : 'late.why.late');
}
