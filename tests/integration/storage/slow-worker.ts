/** Stands for a thread in the middle of its work: it writes beside the file that it ended by itself. */
import { writeFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
writeFileSync(`${workerData.path}-ended`, String(Atomics.load(workerData.stopped, 0)));
