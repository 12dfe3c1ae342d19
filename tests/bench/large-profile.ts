import { cpSync } from 'node:fs';
import { openDatabase } from '../../electron/storage/open-database.ts';
import { journalPath } from '../../electron/storage/open-storage.ts';
import { fillJournal } from '../support/large-journal.ts';

const TODAY = 500;
const LONGEST_DAY_MS = 8 * 3_600_000;

/** A copy of a provisioned profile whose journal holds so many payments, some hundreds of them of today. */
export async function growProfile(profile: string, target: string, payments: number): Promise<void> {
  cpSync(profile, target, { recursive: true });
  const opened = await openDatabase(journalPath(target));
  if (!opened.ok) throw new Error(`the journal of the bench did not open: ${opened.error.kind}`);
  const now = Date.now();
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const from = new Date(Math.max(midnight, now - LONGEST_DAY_MS)).toISOString();
  fillJournal(opened.value.database, { payments, today: Math.min(TODAY, payments), from, to: new Date(now - 60_000).toISOString() });
  opened.value.database.close();
}
