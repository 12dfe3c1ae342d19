import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { readBackupName } from '../../../electron/storage/backups/backup-names.ts';
import { journalPath } from '../../../electron/storage/open-storage.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';
import { approvedState, must, newFolder, openJournal, rowOf, sale } from '../storage/journal-on-disk.ts';
import { composeForTest } from './program.ts';

const CARD = { brand: 'Vanhakortti', last4: '7013' };
let program: Program | null = null;
afterEach(async () => {
  await program?.close();
  program = null;
});

/** A journal of which the last run did not close, so that the whole check begins at once. */
async function folderWithOldPayment(): Promise<string> {
  const { path, journal } = await openJournal();
  const at = '2024-05-01T10:00:00.000Z';
  must(journal.create(sale({ id: 'old' }), 'attempt-old', { ...rowOf('started', { name: 'created' }), at }));
  must(journal.append('old', { ...rowOf('cleared', { name: 'sent', written: true }), at }));
  must(journal.append('old', { ...rowOf('given-up', { ...approvedState, card: CARD }), at }));
  const folder = newFolder();
  for (const ending of ['', '-wal', '-shm']) copyFileSync(path + ending, journalPath(folder) + ending);
  return folder;
}

it('erases and backs up by itself some minutes after the start, and says so in the log and in its settings', async () => {
  const folder = await folderWithOldPayment();
  const clock = createFakeClock();
  const lines: string[] = [];
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line), error: () => undefined };
  const running = composeForTest(folder, 'http://127.0.0.1:9', undefined, { clock, log });
  program = running;
  const keeping = async () => {
    const snapshot = await running.execute('snapshot', null);
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    return snapshot.value.keeping;
  };
  expect(await keeping()).toMatchObject({ months: 24, backupFolder: null, lastBackupAt: null, trouble: null });
  // The check of the whole file runs in a thread: until it has passed, each look comes to nothing.
  await expect
    .poll(
      async () => {
        await clock.advance(5 * 60_000);
        return lines.some((line) => line.startsWith('a backup of 1 payments'));
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe(true);
  expect(lines.find((line) => line.includes('was erased'))).toMatch(
    /^card data that is older than 24 months was erased: 1 rows of 2024-05-01/,
  );
  expect(lines.join()).not.toMatch(/7013|Vanhakortti/);
  expect(await keeping()).toMatchObject({ lastBackupAt: expect.stringContaining('2026-11-23'), isBackingUp: false });
  const backups = readdirSync(join(folder, 'backups'));
  expect(backups.map((name) => readBackupName(name) !== null)).toEqual([true]);
  const bytes = ['payments.db', 'payments.db-wal', join('backups', backups[0] ?? '')].map((name) =>
    readFileSync(join(folder, name), 'latin1'),
  );
  expect(bytes.join()).not.toMatch(/Vanhakortti/);
  const check = await running.execute('runCheck', { name: 'backup', terminalId: null });
  expect(check).toMatchObject({ ok: true, value: { result: 'ok' } });
});
