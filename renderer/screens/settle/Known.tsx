import type { PaymentView } from '../../../shared/payment.ts';
import { t } from '../../i18n/t.ts';
import { HintNote } from '../outcome/HintNote.tsx';

/** What is known beside the choice, and that it decides nothing. */
export function Known({ payment, offered }: { readonly payment: PaymentView; readonly offered: boolean }) {
  return (
    <div className="settle__known">
      {payment.hint === null ? (
        <section>
          <h3 className="settle__known-title">{t('settle.known')}</h3>
          <p>{t('settle.nothingKnown')}</p>
        </section>
      ) : (
        <HintNote payment={payment} />
      )}
      {offered && <p className="settle__offered">{t('settle.offered')}</p>}
      <section>
        <h3 className="settle__known-title">{t('outcome.unclear.proof')}</h3>
        <p>{t('outcome.unclear.proofText')}</p>
      </section>
    </div>
  );
}
