import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { HintNote } from '../../payment/HintNote.tsx';
import { useMirror } from '../../stores/mirror.ts';
import { netsClockText } from '../../time/nets-time-text.ts';

type KnownProps = {
  readonly payment: PaymentView;
  /** One tap fills in what the hint points to. */
  readonly onTake: () => void;
};

/** What is known about the payment. It decides nothing and chooses nothing until somebody taps it. */
export function Known({ payment, onTake }: KnownProps) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
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
      {payment.offer !== null && (
        <section className="settle__offer">
          <p>{t('settle.offered')}</p>
          <Button onPress={onTake}>{t('settle.take', { time: netsClockText(payment.offer.at, timeZone, currentLanguage()) })}</Button>
        </section>
      )}
      <section>
        <h3 className="settle__known-title">{t('outcome.unclear.proof')}</h3>
        <p>{t('outcome.unclear.proofText')}</p>
      </section>
    </div>
  );
}
