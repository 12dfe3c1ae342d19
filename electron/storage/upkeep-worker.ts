/** A worker thread for the journal's upkeep, so that the window and a sale never wait for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { describeCause } from '../support/log.ts';
import { backUp } from './backups/back-up.ts';
import { Stopped, whyOf } from './backups/backup-failure.ts';
import { eraseOldCardData } from './erase-old-card-data.ts';
import type { UpkeepOrder, UpkeepReport } from './upkeep-in-worker.ts';

const { order, stopped } = workerData as { readonly order: UpkeepOrder; readonly stopped: Int32Array };
const isStopped = (): boolean => Atomics.load(stopped, 0) !== 0;
/** Ends at once when it is stopped. */
const pause = (ms: number): void => void Atomics.wait(stopped, 0, 0, ms);

async function work(): Promise<UpkeepReport> {
  try {
    if (order.kind === 'erase') return { kind: 'erased', erased: eraseOldCardData(order, isStopped, pause) };
    const { trouble, ...made } = await backUp(order, isStopped);
    return { kind: 'backed-up', made, trouble: trouble === null ? null : { why: trouble.why, message: describeCause(trouble) } };
  } catch (cause) {
    if (cause instanceof Stopped) return { kind: 'stopped' };
    return { kind: 'failed', why: whyOf(cause), message: describeCause(cause) };
  }
}

if (!isStopped()) parentPort?.postMessage(await work());
