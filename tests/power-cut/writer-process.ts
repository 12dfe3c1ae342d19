/**
 * The real storage, appending under the shim. Every row that the journal answered `ok` to is written down in a file of the
 * same watched folder, so that the recording holds the answer at the very place where it was given.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '../../electron/storage/open-storage.ts';
import { silentLog } from '../../electron/support/log.ts';
import { rowOf, saleFacts } from './rows.ts';
import { lowerToNormal } from './weaker-sync.ts';
import { ACKNOWLEDGED, type Orders, PAYMENTS_A_SESSION, ROWS_A_PAYMENT } from './written.ts';

const { folder, sessions, weaker } = JSON.parse(process.argv[2] ?? '') as Orders;
if (weaker) lowerToNormal();
const acknowledged = openSync(join(folder, ACKNOWLEDGED), 'a');

for (let session = 0; session < sessions; session += 1) {
  const storage = await openStorage(folder, silentLog, { laterMs: 0 });
  // Until then nothing of the log is folded in.
  await storage.check.done;
  for (let payment = 0; payment < PAYMENTS_A_SESSION; payment += 1) {
    const facts = saleFacts(`p-${session}-${payment}`);
    note(storage.journal.create(facts, `attempt-${facts.id}`, rowOf(0)).ok, facts.id, 0);
    for (let row = 1; row < ROWS_A_PAYMENT; row += 1) note(storage.journal.append(facts.id, rowOf(row)).ok, facts.id, row);
  }
  // Closing folds the log into the file and removes it: a moment of its own for the lights to go out.
  await storage.close();
}
closeSync(acknowledged);

function note(ok: boolean, paymentId: string, row: number): void {
  if (!ok) throw new Error(`the journal refused row ${row} of ${paymentId}`);
  writeSync(acknowledged, `${paymentId} ${row}\n`);
}
