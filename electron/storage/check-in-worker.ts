import { Worker } from 'node:worker_threads';
import { DamagedContent } from './storage-failure.ts';

export type CheckOrder = { readonly path: string };
export type CheckReport = { readonly kind: 'whole' } | { readonly kind: 'damaged' | 'not-checked'; readonly message: string };

export type Found =
  | { readonly kind: 'whole' }
  | { readonly kind: 'damaged'; readonly cause: unknown }
  /** The thread failed, or the file could not be read now: nothing is known. */
  | { readonly kind: 'not-checked'; readonly cause: unknown };

export type RunningCheck = {
  /** Never rejects. Does not settle after it was stopped. */
  readonly found: Promise<Found>;
  /** Settles when the thread has ended and its connection is closed. SQLite cannot be interrupted, so this takes as long as the check. */
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
    const order: CheckOrder = { path };
    // No environment variables are passed on: ELECTRON_NO_ASAR, for example, would hide the worker's file inside the packed archive.
    const worker = new Worker(file, { workerData: order, execArgv: [], env: {} });
    worker.once('message', (report: CheckReport) => resolve(read(report)));
    worker.once('error', (cause) => resolve({ kind: 'not-checked', cause }));
    worker.once('exit', (code) => resolve({ kind: 'not-checked', cause: new Error(`The thread ended with ${code}`) }));
    return {
      found,
      async stop() {
        worker.removeAllListeners();
        // An error without a listener would end the program.
        worker.on('error', () => undefined);
        await worker.terminate();
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
