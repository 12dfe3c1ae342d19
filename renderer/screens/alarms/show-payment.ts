import type { PosError } from '../../../shared/errors.ts';
import { client } from '../../pos-client.ts';
import { closeDialog, useView } from '../../stores/view.ts';

/** Opens a payment to be looked at: nothing on its screen charges, and what is typed stays. Null when it has the window. */
export async function showPayment(paymentId: string): Promise<PosError | null> {
  const { browsedId } = useView.getState();
  closeDialog();
  useView.setState({ browsedId: paymentId });
  const result = await client.showPayment(paymentId);
  if (result.ok) return null;
  useView.setState({ browsedId });
  return result.error;
}
