import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { dateAndClockText } from '../time/clock-text.ts';
import { completesText } from './completes-text.ts';

/** For a payment that was charged in part: what happened to its rest. For a rest: what it completes. */
export function RestNote({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const { completes, rests, currency } = payment;
  return (
    <>
      {completes !== null && <p className="window__sentence number">{completesText(completes)}</p>}
      {rests.map(({ paymentId, minor, moneyMoved, byHand, at }) => (
        <p key={paymentId} className="window__sentence number">
          {t(`outcome.rest.${moneyMoved === 'unknown' ? 'unclear' : byHand ? 'byHand' : 'paid'}`, {
            sum: moneyText(minor, currency),
            time: dateAndClockText(at, timeZone, currentLanguage()),
          })}
        </p>
      ))}
    </>
  );
}
