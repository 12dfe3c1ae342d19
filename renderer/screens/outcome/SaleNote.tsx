import type { ReactNode } from 'react';
import type { PaymentView } from '../../../shared/payment.ts';
import { Notice } from '../../components/Notice.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { holdsRefused, isRefunded, isVoided } from '../../payment/outcome-model.ts';
import { useMirror } from '../../stores/mirror.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import '../../payment/sale-note.css';

/** What is still open about a charged sale: a signature to compare, a void that was made or may have been, a wrong clock. */
export function SaleNote({ payment }: { readonly payment: PaymentView }) {
  const note = noteOf(payment);
  if (note === null && !payment.fromFuture) return null;
  return (
    <div className="sale-note">
      {note}
      {payment.fromFuture && (
        <Notice tone="unclear" title={t('today.fromFutureTitle')}>
          {t('today.fromFutureText')}
        </Notice>
      )}
    </div>
  );
}

function noteOf(payment: PaymentView): ReactNode {
  if (isVoided(payment) || isRefunded(payment)) return null;
  if (holdsRefused(payment)) {
    // The frame under the heading says what is wrong.
    return <Notice tone="unclear">{t(`signature.${wayOutOfRefused(payment)}`)}</Notice>;
  }
  if (payment.voided === 'unknown') return <Notice tone="unclear">{t('void.voidedUnclear')}</Notice>;
  if (payment.reversing) return <Notice tone="unclear">{t('refund.reversing')}</Notice>;
  switch (payment.signature) {
    case 'asked':
      return (
        <Notice tone="unclear" title={t('signature.title')}>
          {t('signature.text')}
        </Notice>
      );
    case 'accepted':
      return <p className="window__sentence">{t('signature.accepted')}</p>;
    case 'let-stand':
      return <LetStandNote payment={payment} />;
    case 'refused':
    case null:
      return null;
  }
}

/** What the desk can do while the guest's money has not gone back. */
function wayOutOfRefused(payment: PaymentView): 'refusedText' | 'refusedTooLate' | 'refusedReversing' | 'refusedElsewhere' {
  if (payment.reversing) return 'refusedReversing';
  if (payment.voidable) return 'refusedText';
  return payment.refundableMinor > 0 ? 'refusedTooLate' : 'refusedElsewhere';
}

function LetStandNote({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const { letStand } = payment;
  return (
    <div className="sale-note__word">
      <p className="window__sentence">{t('signature.letStandDone')}</p>
      {letStand !== null && (
        <p className="window__sentence number">
          {t('signature.letStandWord', {
            by: letStand.by,
            time: dateAndClockText(letStand.at, timeZone, currentLanguage()),
            reason: letStand.reason,
          })}
        </p>
      )}
    </div>
  );
}
