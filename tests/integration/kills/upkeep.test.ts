import { fork } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../electron/storage/backups/back-up.ts';
import { journalKey, readBackupName } from '../../../electron/storage/backups/backup-names.ts';
import { digestOf } from '../../../electron/storage/backups/digest.ts';
import { createDeskTable } from '../../../electron/storage/desk-table.ts';
import { checkWhole } from '../../../electron/storage/integrity.ts';
import { findPutAside } from '../../../electron/storage/journal-files.ts';
import { ensureJournalId } from '../../../electron/storage/journal-id.ts';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { restoreBackup } from '../../../electron/storage/restore/restore-backup.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import type { UpkeepWork } from '../../kills/upkeep-process.ts';
import { fillJournal } from '../../support/large-journal.ts';

const PROCESS = fileURLToPath(new URL('../../kills/upkeep-process.ts', import.meta.url));
const PAYMENTS = 5_000;
const KILLS = 6;
const NOW = new Date('2026-11-28T04:00:00.000Z');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-upkeep-'));
  folders.push(folder);
  return folder;
}

/** Starts the work and kills it some time later: anywhere in it, or after it. @returns whether it was killed */
function killWithin(work: UpkeepWork, longestMs: number): Promise<boolean> {
  const child = fork(PROCESS, [JSON.stringify(work)], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, execArgv: [] });
  child.once('message', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * longestMs));
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL')));
}

async function opened(path: string): Promise<SqliteDatabase> {
  const result = await openDatabase(path);
  if (!result.ok) throw new Error(`the journal does not open: ${result.error.kind}`);
  checkWhole(result.value.database);
  return result.value.database;
}
const count = (database: SqliteDatabase, table: string): number => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

/** A journal of years, with a card in every answered row. */
async function oldJournal(folder: string): Promise<string> {
  const path = join(folder, 'payments.db');
  const database = await opened(path);
  fillJournal(database, { payments: PAYMENTS, today: 10, from: '2026-11-27T06:00:00.000Z', to: '2026-11-27T18:00:00.000Z' });
  database.exec(`INSERT INTO card_data (event_number, place, brand, last4) SELECT number, 'state', 'VISA', printf('%04d', number % 10000)
    FROM payment_events WHERE state ->> '$.name' = 'approved'`);
  ensureJournalId(createDeskTable(database), silentLog);
  database.close();
  return path;
}

describe('a kill in the middle', () => {
  it('of a backup leaves the journal whole, and no name on what is not', async () => {
    const [path, chosen] = [await oldJournal(newFolder()), newFolder()];
    let killed = 0;
    for (let turn = 0; turn < KILLS; turn += 1) {
      killed += Number(await killWithin({ kind: 'back-up', path, chosen }, 500));
      const database = await opened(path);
      expect(count(database, 'payments')).toBe(PAYMENTS);
      database.close();
      for (const name of readdirSync(chosen).filter((each) => each.endsWith('.db')))
        expect(readBackupName(name)?.digest).toBe(digestOf(join(chosen, name)));
    }
    expect(killed).toBeGreaterThan(0);
    await backUp({
      ...{ path, journal: '0123456789ab', chosen, earlier: [], isOwnEnough: true, isToBeCompacted: false },
      now: NOW.toISOString(),
    });
    expect(readdirSync(chosen).filter((name) => !name.endsWith('.db'))).toEqual([]);
  });

  it('of an erasing leaves the journal whole, and the next one ends it', async () => {
    const path = await oldJournal(newFolder());
    const before = '2026-11-27T00:00:00.000Z';
    for (let turn = 0; turn < KILLS; turn += 1) {
      await killWithin({ kind: 'erase', path, before }, 300);
      const database = await opened(path);
      expect([count(database, 'payments'), database.pragma('foreign_key_check')]).toEqual([PAYMENTS, []]);
      database.close();
    }
    await killWithin({ kind: 'erase', path, before }, 60_000);
    const database = await opened(path);
    expect(count(database, 'card_data')).toBeLessThanOrEqual(10);
    database.close();
  });

  it('of a restoring leaves the journal that was there, or the restored one, or none that could be sold with', async () => {
    const base = newFolder();
    const path = await oldJournal(base);
    const database = await opened(path);
    const journal = journalKey(ensureJournalId(createDeskTable(database), silentLog));
    const made = await backUp({
      ...{ path, journal, chosen: null, earlier: [], isOwnEnough: true, isToBeCompacted: false },
      now: NOW.toISOString(),
    });
    database.exec(`INSERT INTO payments (id, order_id, attempt, kind, amount_minor, currency, reference, reference_key, environment, started_at,
      state_name, state) SELECT 'newer', 'newer', 'newer', kind, 700, currency, 'R', 'R', environment, '2026-11-28T03:00:00.000Z', state_name, state
      FROM payments WHERE kind = 'manual' LIMIT 1`);
    database.exec(`INSERT INTO payment_events (payment_id, seq, at, event, state) SELECT 'newer', 1, '2026-11-28T03:00:00.000Z', event, state
      FROM payment_events WHERE payment_id = (SELECT id FROM payments WHERE kind = 'manual' LIMIT 1)`);
    database.close();
    const found = new Set<string>();
    for (let turn = 0; turn < KILLS; turn += 1) {
      const folder = newFolder();
      copyFileSync(path, join(folder, 'payments.db'));
      await killWithin({ kind: 'restore', folder, file: made.file, accepted: 1 }, 900);
      const now = await openDatabase(join(folder, 'payments.db'));
      let isRestored = false;
      if (now.ok) {
        checkWhole(now.value.database);
        const payments = count(now.value.database, 'payments');
        now.value.database.close();
        isRestored = payments === PAYMENTS;
        found.add(isRestored ? 'restored' : 'as before');
        expect([PAYMENTS, PAYMENTS + 1]).toContain(payments);
        // Where the newer payment is gone, the journal that has it lies beside.
        expect(payments === PAYMENTS + 1 || findPutAside(join(folder, 'payments.db')) !== null).toBe(true);
      } else {
        found.add('cut off');
        expect(now.error).toMatchObject({ kind: 'damaged', putAside: expect.stringContaining('.replaced-') });
      }
      if (!isRestored) expect(restoreBackup(folder, made.file, 1, NOW)).toMatchObject({ ok: true });
    }
    expect(found.size).toBeGreaterThan(0);
  });
});
