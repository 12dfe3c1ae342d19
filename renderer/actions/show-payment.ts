import type { PosError } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { client } from '../pos-client.ts';
import { saveDraftNow } from '../stores/draft-saver.ts';
import { closeDialog } from '../stores/view.ts';

/** Opens a payment to be looked at: nothing on its screen charges, and what is typed stays. Null when it is on the screen. */
export async function showPayment(paymentId: string): Promise<PosError | null> {
  closeDialog();
  // While another payment is on the screen, only main holds what is typed.
  saveDraftNow();
  const result = await client.showPayment(paymentId);
  return result.ok ? null : result.error;
}

/** Leaves a payment that was only looked at. Null when it is left. */
export async function closePayment(payment: PaymentView): Promise<PosError | null> {
  const closed = await client.closeOutcome(payment, false);
  return closed.ok ? null : closed.error;
}
