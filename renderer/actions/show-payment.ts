import type { PosError } from '../../shared/errors.ts';
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
