import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { approvedState, must, newPath, openWell, rowOf, sale } from './journal-on-disk.ts';

/** A journal with so many approved payments that most of its pages are read by no start, closed well. */
export async function grownJournal(payments = 120): Promise<string> {
  const path = newPath();
  const { database } = await openWell(path);
  const journal = createPaymentJournal(database);
  for (let number = 0; number < payments; number += 1) {
    const facts = sale({ id: `grown-${number}`, orderId: `grown-${number}`, terminalId: '71000001', reference: `R-${number}` });
    must(journal.create(facts, `attempt-grown-${number}`, rowOf('started', { name: 'created' })));
    must(journal.append(facts.id, rowOf('cleared', { name: 'sent', written: false })));
    must(journal.append(facts.id, rowOf('given-up', approvedState)));
  }
  database.close();
  return path;
}

/** Overwrites a page in the middle of the rows: everything that a start reads can still be read. */
export function damageUnreadPage(path: string): void {
  const database = new Database(path);
  const page = database
    .prepare(`SELECT pageno FROM dbstat WHERE name = 'payment_events' AND pagetype = 'leaf' ORDER BY pageno`)
    .pluck()
    .all();
  const size = Number(database.pragma('page_size', { simple: true }));
  database.close();
  const bytes = readFileSync(path);
  const damaged = Number(page[Math.floor(page.length / 2)]);
  bytes.fill(0xa5, (damaged - 1) * size, damaged * size);
  writeFileSync(path, bytes);
}

/** The same files as a program that was killed leaves them: with a log that holds something. @returns their new path. */
export function killedOver(path: string): string {
  const running = new Database(path);
  running.pragma('journal_mode = WAL');
  running.pragma(`user_version = ${Number(running.pragma('user_version', { simple: true }))}`);
  const left = filesNow(path);
  running.close();
  return left;
}

/** Copies what lies on the disk at this moment, as SIGKILL leaves it. @returns the new path. */
export function filesNow(path: string): string {
  const left = newPath();
  for (const ending of ['', '-wal', '-shm', '.check-first', '.last-row']) {
    try {
      copyFileSync(path + ending, left + ending);
    } catch {
      // Not there: then it is not there after a kill.
    }
  }
  return left;
}
