import type { PaymentView } from '../../shared/payment.ts';
import { useMirror } from '../stores/mirror.ts';
import { useView } from '../stores/view.ts';
import { type Meaning, meaningOf } from './meaning.ts';

/** What a payment means now, on every screen and in every list: an alarm is one until somebody has opened and left it. */
export function useMeaning(payment: PaymentView): Meaning {
  const isAlarm = useMirror(({ snapshot }) => snapshot?.attention.lateApprovals.some(({ paymentId }) => paymentId === payment.id) ?? false);
  const isOpenedAlarm = useView(({ openedAsLate }) => openedAsLate === payment.id);
  return meaningOf(payment, isAlarm || isOpenedAlarm);
}

/** The same outside a component, at this moment. */
export function meaningNow(payment: PaymentView): Meaning {
  const { snapshot } = useMirror.getState();
  const isAlarm = snapshot?.attention.lateApprovals.some(({ paymentId }) => paymentId === payment.id) ?? false;
  return meaningOf(payment, isAlarm || useView.getState().openedAsLate === payment.id);
}
