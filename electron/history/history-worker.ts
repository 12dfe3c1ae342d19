/** The thread that reads the history: searches, pages and totals. It writes nothing but its own index. */
import { parentPort, workerData } from 'node:worker_threads';
import { troubleOf } from '../storage/storage-failure.ts';
import type { Order, Reply, ThreadData } from './orders.ts';
import { openReader, type Reader } from './reader.ts';

const data = workerData as ThreadData;
const isStopped = (): boolean => Atomics.load(data.stopped, 0) !== 0;
let reader: Reader | null = null;
/** Orders that wait until the index has caught up; it is being read on while there are any. */
const waiting: Order[] = [];

const send = (reply: Reply): void => parentPort?.postMessage(reply);

function failed(order: Order, cause: unknown): void {
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  send({ id: order.id, ok: false, diskFull: troubleOf(cause) === 'disk-full', message });
}

function answer(order: Order): void {
  try {
    reader ??= openReader(data, isStopped);
    send({ id: order.id, ok: true, answer: answerOf(reader, order) });
  } catch (cause) {
    failed(order, cause);
  }
}

function answerOf(from: Reader, order: Order) {
  switch (order.kind) {
    case 'search':
      return from.search(order.input);
    case 'rows':
      return from.rows(order.input);
    case 'totals':
      return from.totals(order.input);
    case 'csv':
      return from.csv(order.input);
  }
}

function needsIndex(order: Order): boolean {
  reader ??= openReader(data, isStopped);
  return order.kind === 'totals' || ((order.kind === 'search' || order.kind === 'csv') && reader.needsIndex(order.input));
}

/** Step by step, so that the rows of a list are still read while a first index of years is made. */
function indexOn(): void {
  try {
    if (reader?.indexMore() === true) {
      setImmediate(indexOn);
      return;
    }
    for (const order of waiting.splice(0)) answer(order);
  } catch (cause) {
    for (const order of waiting.splice(0)) failed(order, cause);
  }
}

function take(order: Order): void {
  try {
    if (!needsIndex(order)) {
      answer(order);
      return;
    }
    waiting.push(order);
    if (waiting.length === 1) indexOn();
  } catch (cause) {
    failed(order, cause);
  }
}

parentPort?.on('message', (message: Order | 'close') => {
  if (message !== 'close') {
    take(message);
    return;
  }
  reader?.close();
  parentPort?.close();
});
