import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../electron/storage/open-database.ts';
import { createPaymentJournal } from '../../electron/storage/payment-journal.ts';
import type { SqliteDatabase } from '../../electron/storage/sqlite.ts';
import { describePaymentJournal } from '../support/contracts/payment-journal-contract.ts';

describePaymentJournal('on disk, in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-contract-'));
  const path = join(folder, 'payments.db');
  const open = async (): Promise<SqliteDatabase> => {
    const opened = await openDatabase(path);
    if (!opened.ok) throw new Error(`The journal did not open: ${opened.error.kind}`);
    return opened.value.database;
  };
  let database = await open();
  return {
    journal: createPaymentJournal(database),
    async reopen() {
      database.close();
      database = await open();
      return createPaymentJournal(database);
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
