import type { PosError } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { client } from '../pos-client.ts';
import { mirrorShows, refetchSnapshot } from '../stores/mirror.ts';
import { closeDialog } from '../stores/view.ts';

/** Sends a named person's word on one payment. Null if it was accepted. */
export async function settle(settlement: CommandInput<'settlePayment'>): Promise<PosError | null> {
  const { paymentId } = settlement;
  const result = await client.settlePayment(settlement);
  if (!result.ok) return result.error;
  // The dialog stays open until the screen behind it shows the result, so that nobody settles twice.
  const shown = await mirrorShows(({ current }) => current?.id !== paymentId || current.state !== 'unresolved');
  if (!shown) await refetchSnapshot();
  closeDialog();
  return null;
}
