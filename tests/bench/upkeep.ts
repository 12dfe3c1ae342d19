import { cpSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PaymentFacts } from '../../electron/payments/core/facts.ts';
import { journalPath, openStorage, type Storage } from '../../electron/storage/open-storage.ts';
import { Database } from '../../electron/storage/sqlite.ts';
import { silentLog } from '../../electron/support/log.ts';

export type UpkeepTimes = {
  /** How long a payment's row takes until it is on the disk, in ms: with nothing beside it, beside a backup, beside an erasing. */
  readonly alone: readonly number[];
  readonly besideBackup: readonly number[];
  readonly besideErasing: readonly number[];
  /** How long both took, in ms. */
  readonly backup: number;
  readonly erasing: number;
};

/** A journal where every paid row has a card and two receipts, half of them old, as a desk of years has it. */
export function growOldProfile(profile: string, target: string): void {
  cpSync(profile, target, { recursive: true });
  const database = new Database(journalPath(target));
  database.pragma('synchronous = OFF');
  const paid = `FROM payment_events WHERE state ->> '$.name' = 'approved' ORDER BY number`;
  database.exec(`
    INSERT INTO card_data (event_number, place, brand, last4) SELECT number, 'state', 'VISA', printf('%04d', number % 10000) ${paid};
    INSERT INTO receipts (event_number, copy, text) SELECT number, 'customer', printf('%.*c', 700, 'x') || number ${paid};
    INSERT INTO receipts (event_number, copy, text) SELECT number, 'merchant', printf('%.*c', 700, 'x') || number ${paid};`);
  database.close();
}

/** Rows are written at the pace of a very busy desk while the journal's own threads work beside it. */
export async function measureUpkeep(folder: string): Promise<UpkeepTimes> {
  const storage = await openStorage(folder, silentLog, { laterMs: 0 });
  try {
    await storage.check.done;
    const database = new Database(journalPath(folder), { readonly: true });
    const middle = String(
      database.prepare(`SELECT at FROM payment_events ORDER BY number LIMIT 1 OFFSET ?`).pluck().get(middleOf(database)),
    );
    database.close();
    const now = new Date().toISOString();
    const alone = await writeRows(storage, sleep(3_000));
    const beforeBackup = performance.now();
    const besideBackup = await writeRows(storage, storage.upkeep.backUp({ folder: null, isOwnEnough: true, now }));
    const beforeErasing = performance.now();
    const besideErasing = await writeRows(storage, storage.upkeep.eraseBefore(middle, now));
    const end = performance.now();
    return { alone, besideBackup, besideErasing, backup: beforeErasing - beforeBackup, erasing: end - beforeErasing };
  } finally {
    await storage.close();
  }
}

const middleOf = (database: InstanceType<typeof Database>): number =>
  Math.floor(Number(database.prepare('SELECT count(*) FROM payment_events').pluck().get()) / 2);

let written = 0;

async function writeRows({ journal }: Storage, until: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  while (!isOver) {
    written += 1;
    const id = `bench-${written}`;
    const facts: PaymentFacts = {
      ...{ id, orderId: id, kind: 'sale', requestId: null, originalId: null, amountMinor: 1250, currency: 'EUR', terminalId: id },
      ...{ terminalName: 'Päätelaite I', pointOfSale: null, reference: id, operator: null, environment: 'test' },
    };
    const begun = performance.now();
    const created = journal.create(facts, id, {
      at: new Date().toISOString(),
      event: { type: 'started' },
      state: { name: 'created' },
      evidence: null,
    });
    times.push(performance.now() - begun);
    if (!created.ok) throw new Error(`a row was refused: ${JSON.stringify(created.error)}`);
    await sleep(10);
  }
  return times;
}
