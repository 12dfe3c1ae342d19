import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MissingPayments } from '../../shared/missing-payments.ts';
import { readDurability } from '../storage/durability.ts';
import { lookForMissing } from '../storage/missing-payments.ts';
import { openDatabase } from '../storage/open-database.ts';
import { journalPath } from '../storage/open-storage.ts';
import { countPending } from '../storage/pending-payments.ts';
import { linkedSqliteVersion } from '../storage/sqlite.ts';
import { type Fuses, readFuses } from './fuses.ts';

export type SelfCheck = {
  readonly healthy: boolean;
  readonly versions: { readonly program: string; readonly electron: string; readonly chromium: string; readonly node: string };
  readonly sqlite: { readonly version: string; readonly synchronous: string; readonly journalMode: string } | { readonly problem: string };
  readonly fuses: Fuses;
  readonly contentSecurityPolicy: string;
  /** Payments that the journal may have lost, if nobody has confirmed the message yet. */
  readonly missingPayments: MissingPayments | null;
  readonly openPayments: number | { readonly problem: string };
  /** Events that Willba has not accepted. */
  readonly unsentEvents: number | { readonly problem: string };
};

/**
 * Support's first check. It needs no window and changes nothing on this PC: the durability is measured on a journal made for this check,
 * opened by the same code as the real one.
 */
export async function selfCheck(folder: string, program: string, contentSecurityPolicy: string): Promise<SelfCheck> {
  const sqlite = await checkSqlite();
  const pending = countPending(folder);
  const missingPayments = lookForMissing(journalPath(folder));
  return {
    healthy:
      'synchronous' in sqlite && sqlite.synchronous === 'FULL' && sqlite.journalMode === 'wal' && pending.known && missingPayments === null,
    versions: {
      program,
      electron: process.versions['electron'] ?? 'none',
      chromium: process.versions['chrome'] ?? 'none',
      node: process.versions.node,
    },
    sqlite,
    fuses: await readFuses(),
    contentSecurityPolicy,
    missingPayments,
    openPayments: pending.known ? pending.open + pending.unresolved : { problem: pending.problem },
    unsentEvents: pending.known ? pending.unsent : { problem: pending.problem },
  };
}

async function checkSqlite(): Promise<SelfCheck['sqlite']> {
  const scratch = mkdtempSync(join(tmpdir(), 'willba-pos-check-'));
  try {
    const opened = await openDatabase(join(scratch, 'payments.db'));
    if (!opened.ok) return { problem: opened.error.kind };
    const { database } = opened.value;
    // Opening has written the schema, so this is the setting after a write.
    const { synchronous, journalMode } = readDurability(database);
    database.close();
    return { version: linkedSqliteVersion(), synchronous: synchronous === 2 ? 'FULL' : `level ${synchronous}`, journalMode };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
