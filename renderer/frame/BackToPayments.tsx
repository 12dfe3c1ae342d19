import { useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { closePayment } from '../actions/show-payment.ts';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { useView } from '../stores/view.ts';

/** The payment that was opened from Maksut to be looked at, if there is one. */
export function usePaymentFromList(): PaymentView | null {
  const isOpenedThere = useView(({ page }) => page === 'payments');
  const payment = useMirror(({ snapshot }) => (snapshot?.browsing === true ? snapshot.current : null));
  return isOpenedThere ? payment : null;
}

/** The way back to the list from which a payment was opened; the list stands where it stood. */
export function BackToPayments() {
  const payment = usePaymentFromList();
  const [failure, setFailure] = useState<PosError | null>(null);
  if (payment === null) return null;
  return (
    <nav className="window__back" aria-label={t('header.nav')}>
      <Button look="quiet" onPress={() => void closePayment(payment).then(setFailure)}>
        ‹ {t('payments.back')}
      </Button>
      {failure !== null && <FailureNotice error={failure} />}
    </nav>
  );
}
