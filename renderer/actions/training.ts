import type { PosError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { client } from '../pos-client.ts';

/**
 * From real payments to training or back. The page is loaded anew: no sum, list or search of one world may stand on a screen of the other.
 * @returns why not, with nothing changed
 */
export const goTraining = (): Promise<PosError | null> => move(client.startTraining());
export const leaveTraining = (): Promise<PosError | null> => move(client.leaveTraining());

async function move(asked: Promise<Result<null, PosError>>): Promise<PosError | null> {
  const moved = await asked;
  if (!moved.ok) return moved.error;
  location.reload();
  return null;
}
