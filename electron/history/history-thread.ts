import { Worker } from 'node:worker_threads';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Order, OrderKind, Orders, Reply, ThreadData, ThreadFiles } from './orders.ts';

export type HistoryFailure = { readonly diskFull: boolean; readonly message: string };
export type AskHistory = <K extends OrderKind>(kind: K, input: Orders[K]['input']) => Promise<Result<Orders[K]['answer'], HistoryFailure>>;

/** As with the journal's check (storage/check-in-worker.ts): beside this file in the sources, in the bundle, and in the packed archive. */
const WORKER_FILE = new URL(import.meta.url.endsWith('.ts') ? './history-worker.ts' : './history-worker.js', import.meta.url);

/** While an index is made, V8 would let the room for short-lived objects grow, and keep it for as long as the program runs. */
const YOUNG_MB = 4;

type Running = {
  readonly worker: Worker;
  readonly stopped: Int32Array;
  readonly ended: Promise<void>;
  readonly answers: Map<number, (reply: Reply) => void>;
};

/** The history's thread. It begins with the first question, and after it has failed with the next one. */
export function createHistoryThread(files: ThreadFiles, file: URL = WORKER_FILE) {
  let running: Running | null = null;
  let isClosed = false;
  let last = 0;

  function begin(): Running {
    // No environment variables, as for the journal's check.
    const data: ThreadData = { ...files, stopped: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
    const worker = new Worker(file, { workerData: data, execArgv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    const answers = new Map<number, (reply: Reply) => void>();
    const giveUp = (message: string): void => {
      for (const [id, settle] of answers) settle({ id, ok: false, diskFull: false, message });
      answers.clear();
      if (running?.worker === worker) running = null;
    };
    worker.on('message', (reply: Reply) => {
      answers.get(reply.id)?.(reply);
      answers.delete(reply.id);
    });
    worker.once('error', (cause) => giveUp(String(cause)));
    const ended = new Promise<void>((end) => worker.once('exit', () => end()));
    void ended.then(() => giveUp('The thread has ended'));
    // It never keeps the program alive.
    worker.unref();
    return { worker, ended, answers, stopped: data.stopped };
  }

  const ask: AskHistory = (kind, input) => {
    if (isClosed) return Promise.resolve(failed({ diskFull: false, message: 'The history is closed' }));
    running ??= begin();
    const { worker, answers } = running;
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      answers.set(id, (reply) => resolve(reply.ok ? ok(reply.answer as Orders[typeof kind]['answer']) : failed(reply)));
      worker.postMessage({ id, kind, input } as Order);
    });
  };

  return {
    ask,
    /** Settles when the thread's connections are closed: the journal's own must be the last one. */
    async close(): Promise<void> {
      isClosed = true;
      const ending = running;
      if (ending === null) return;
      // A long list that is being written ends with its next lines, and leaves no file.
      Atomics.store(ending.stopped, 0, 1);
      ending.worker.postMessage('close');
      await ending.ended;
    },
  };
}
