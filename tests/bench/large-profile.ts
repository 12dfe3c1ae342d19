import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import type { PaymentState } from '../../electron/payments/core/state.ts';
import { openDatabase } from '../../electron/storage/open-database.ts';
import { journalPath } from '../../electron/storage/open-storage.ts';
import { createPaymentJournal } from '../../electron/storage/payment-journal.ts';
import type { SqliteDatabase } from '../../electron/storage/sqlite.ts';
import { fillJournal } from '../support/large-journal.ts';

const TODAY = 500;
const LONGEST_DAY_MS = 8 * 3_600_000;

/**
 * A copy of a provisioned profile whose journal holds so many payments, some hundreds of them of today.
 * @param unclear how many more, the newest, are still to be settled
 */
export async function growProfile(profile: string, target: string, payments: number, unclear = 0): Promise<void> {
  cpSync(profile, target, { recursive: true });
  const opened = await openDatabase(journalPath(target));
  if (!opened.ok) throw new Error(`the journal of the bench did not open: ${opened.error.kind}`);
  const now = Date.now();
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const from = new Date(Math.max(midnight, now - LONGEST_DAY_MS)).toISOString();
  fillJournal(opened.value.database, { payments, today: Math.min(TODAY, payments), from, to: new Date(now - 60_000).toISOString() });
  for (let made = 1; made <= unclear; made += 1) addUnclear(opened.value.database);
  opened.value.database.close();
}

function addUnclear(database: SqliteDatabase): void {
  const journal = createPaymentJournal(database);
  const id = randomUUID();
  const facts = { requestId: null, originalId: null, amountMinor: 1_250, currency: 'EUR', pointOfSale: null, operator: null } as const;
  const place = { terminalId: '71000001', terminalName: 'Päätelaite I', environment: 'test' } as const;
  const row = (type: 'started' | 'cleared' | 'given-up', state: PaymentState) => ({
    at: new Date().toISOString(),
    event: { type },
    state,
    evidence: null,
  });
  const written = [
    journal.create({ ...facts, ...place, id, orderId: id, kind: 'sale', reference: 'Mäkinen' }, id, row('started', { name: 'created' })),
    journal.append(id, row('cleared', { name: 'sent', written: true })),
    journal.append(id, row('given-up', { name: 'unresolved', cause: 'answer-lost', hint: null })),
  ];
  if (!written.every(({ ok }) => ok)) throw new Error('the journal of the bench took no unclear payment');
}
