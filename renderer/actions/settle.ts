import type { PosError } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { client } from '../pos-client.ts';
import { mirrorShows, refetchSnapshot } from '../stores/mirror.ts';
import { closeDialog } from '../stores/view.ts';

/** A named person's word on one payment. Null when it was taken. */
export async function settle(settlement: CommandInput<'settlePayment'>): Promise<PosError | null> {
  const { paymentId } = settlement;
  const result = await client.settlePayment(settlement);
  if (!result.ok) return result.error;
  // The dialog stays until the word is on the screen behind it: nobody shall say it a second time.
  const shown = await mirrorShows(({ current }) => current?.id !== paymentId || current.state !== 'unresolved');
  if (!shown) await refetchSnapshot();
  closeDialog();
  return null;
}
