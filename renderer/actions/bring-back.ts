import type { PosError } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { client } from '../pos-client.ts';
import { mirrorShows, refetchSnapshot } from '../stores/mirror.ts';
import { useSaleForm } from '../stores/sale-form.ts';

/**
 * Closes the outcome of a payment without a charge, and waits until main has put its sum and reference into the form. They come from the
 * payment itself and not from this window. Null when they are there.
 */
export async function bringBack(payment: PaymentView): Promise<PosError | null> {
  const closed = await client.closeOutcome(payment, true);
  if (!closed.ok) return closed.error;
  if (!(await mirrorShows(({ form }) => form.draft.from === payment.id))) await refetchSnapshot();
  if (useSaleForm.getState().from === payment.id) return null;
  return { code: 'form-changed', moneyMoved: 'no', retry: 'safe', ref: '' };
}
