import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { openDatabase } from '../../electron/storage/open-database.ts';
import { launchFlags } from '../support/electron-path.ts';
import { fillJournal } from '../support/large-journal.ts';
import { packagedProgram } from '../support/packaged-program.ts';
import { writeProvisioningFile } from '../support/provisioning.ts';

test('the packed program checks its journal in a thread from inside the archive, and stops selling where it is damaged', async () => {
  const folder = test.info().outputPath('desk');
  const path = join(folder, 'payments.db');
  const opened = await openDatabase(path);
  if (!opened.ok) throw new Error(opened.error.kind);
  const { database } = opened.value;
  const at = '2026-01-01T10:00:00.000Z';
  fillJournal(database, { payments: 2_000, today: 0, from: at, to: at });
  const pages = database.prepare(`SELECT pageno FROM dbstat WHERE name = 'payment_events' AND pagetype = 'leaf'`).pluck().all();
  const size = Number(database.pragma('page_size', { simple: true }));
  database.close();
  const bytes = readFileSync(path);
  const damaged = Number(pages[Math.floor(pages.length / 2)]);
  bytes.fill(0xa5, (damaged - 1) * size, damaged * size);
  writeFileSync(path, bytes);
  // The last run did not close: the check comes at once.
  writeFileSync(`${path}-shm`, '');

  const provision = writeProvisioningFile(test.info().outputDir, { baseUrl: 'http://127.0.0.1:9' });
  const app = await _electron.launch({
    executablePath: packagedProgram('inspectable'),
    args: [...launchFlags(), `--user-data-dir=${folder}`, `--provision=${provision}`],
  });
  try {
    const page = await app.firstWindow();
    await expect(page.getByText(/vaurioit|vioittu|rikki|vahingoit/i).first()).toBeVisible({ timeout: 60_000 });
    const note = readFileSync(`${path}.check-first`, 'utf8');
    expect(note).toContain('quick_check');
    // Not by the main thread in its stead.
    expect(readFileSync(join(folder, 'logs', 'willba-pos.log'), 'utf8')).not.toContain('could not be checked beside the program');
  } finally {
    await app.close();
  }
  expect(existsSync(path)).toBe(true);
});
