/** A worker thread that reads every page of the journal, so that the window never waits for it. It writes nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckOrder, CheckReport } from './check-in-worker.ts';
import { checkWhole } from './integrity.ts';
import { Database } from './sqlite.ts';
import { troubleOf } from './storage-failure.ts';

function check(path: string): CheckReport {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    try {
      checkWhole(database);
      return { kind: 'whole' };
    } finally {
      database.close();
    }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { kind: troubleOf(cause) === 'damaged' ? 'damaged' : 'not-checked', message };
  }
}

const { path, stopped } = workerData as CheckOrder;
if (Atomics.load(stopped, 0) === 0) parentPort?.postMessage(check(path));
