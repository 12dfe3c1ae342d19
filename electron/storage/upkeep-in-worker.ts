import { Worker } from 'node:worker_threads';
import type { BackupTrouble } from '../../shared/keeping.ts';
import type { BackUpOrder, MadeBackup } from './backups/back-up.ts';
import type { ErasedOld, EraseOrder } from './erase-old-card-data.ts';

export type UpkeepOrder = ({ readonly kind: 'erase' } & EraseOrder) | ({ readonly kind: 'back-up' } & BackUpOrder);
/** `message` is one masked line for the log. */
export type Trouble = { readonly why: BackupTrouble; readonly message: string };
export type UpkeepReport =
  | { readonly kind: 'erased'; readonly erased: ErasedOld }
  | { readonly kind: 'backed-up'; readonly made: Omit<MadeBackup, 'trouble'>; readonly trouble: Trouble | null }
  | ({ readonly kind: 'failed' } & Trouble)
  /** The program is closing. */
  | { readonly kind: 'stopped' };

export type RunningUpkeep = {
  /** Never rejects. */
  readonly report: Promise<UpkeepReport>;
  /** Settles when the thread has ended by itself and its connection is closed (check-in-worker.ts says why it is never terminated). */
  readonly stop: () => Promise<void>;
};

/** The worker's file is beside this one in all three cases, like that of check-in-worker.ts. */
const WORKER_FILE = new URL(import.meta.url.endsWith('.ts') ? './upkeep-worker.ts' : './upkeep-worker.js', import.meta.url);

/** Works on the journal in a worker thread, on a connection of its own. */
export function upkeepInWorker(order: UpkeepOrder, file: URL = WORKER_FILE): RunningUpkeep {
  const { promise: report, resolve } = Promise.withResolvers<UpkeepReport>();
  const failedBy = (cause: unknown): void => resolve({ kind: 'failed', why: 'failed', message: String(cause) });
  try {
    const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(file, { workerData: { order, stopped }, execArgv: [], env: {} });
    let said: UpkeepReport = { kind: 'stopped' };
    worker.once('message', (message: UpkeepReport) => {
      said = message;
    });
    worker.once('error', failedBy);
    const ended = new Promise<void>((end) => worker.once('exit', () => end()));
    // Only then its connection is closed.
    void ended.then(() => resolve(said));
    return {
      report,
      async stop() {
        Atomics.store(stopped, 0, 1);
        Atomics.notify(stopped, 0);
        await ended;
      },
    };
  } catch (cause) {
    failedBy(cause);
    return { report, stop: async () => undefined };
  }
}
