import { Worker } from 'node:worker_threads';
import { DamagedContent } from './storage-failure.ts';

/** `stopped` is shared with the thread: one number, not 0 once nobody wants the check any more. */
export type CheckOrder = { readonly path: string; readonly stopped: Int32Array };
export type CheckReport = { readonly kind: 'whole' } | { readonly kind: 'damaged' | 'not-checked'; readonly message: string };

export type Found =
  | { readonly kind: 'whole' }
  | { readonly kind: 'damaged'; readonly cause: unknown }
  /** The thread failed, or the file could not be read now: nothing is known. */
  | { readonly kind: 'not-checked'; readonly cause: unknown };

export type RunningCheck = {
  /** Never rejects. After it was stopped it means nothing. */
  readonly found: Promise<Found>;
  /**
   * Settles when the thread has ended by itself and its connection is closed. A check that has begun is finished, because SQLite cannot be
   * interrupted. The thread is never terminated: while it loads SQLite's binary, that aborts the whole program.
   */
  readonly stop: () => Promise<void>;
};

/**
 * The worker's file is beside this one in all three cases: the sources that the tests run, the bundle, and the bundle in the packed
 * archive.
 */
const WORKER_FILE = new URL(import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js', import.meta.url);

/** Checks the whole file in a worker thread, on a read-only connection. */
export function checkInWorker(path: string, file: URL = WORKER_FILE): RunningCheck {
  const { promise: found, resolve } = Promise.withResolvers<Found>();
  try {
    const order: CheckOrder = { path, stopped: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
    // No environment variables are passed on: ELECTRON_NO_ASAR, for example, would hide the worker's file inside the packed archive.
    const worker = new Worker(file, { workerData: order, execArgv: [], env: {} });
    worker.once('message', (report: CheckReport) => resolve(read(report)));
    worker.once('error', (cause) => resolve({ kind: 'not-checked', cause }));
    const ended = new Promise<number>((end) => worker.once('exit', end));
    void ended.then((code) => resolve({ kind: 'not-checked', cause: new Error(`The thread ended with ${code}`) }));
    return {
      found,
      async stop() {
        Atomics.store(order.stopped, 0, 1);
        await ended;
      },
    };
  } catch (cause) {
    resolve({ kind: 'not-checked', cause });
    return { found, stop: async () => undefined };
  }
}

function read(report: CheckReport): Found {
  if (report.kind === 'whole') return report;
  const { kind, message } = report;
  return { kind, cause: kind === 'damaged' ? new DamagedContent(message) : new Error(message) };
}
