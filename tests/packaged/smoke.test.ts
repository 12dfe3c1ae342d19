import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, expect, test } from '@playwright/test';
import { comparePaymentsWithLedger, parseExportedPayments, startConnectCloud } from '../support/connect-cloud/index.ts';
import { launchFlags } from '../support/electron-path.ts';
import { packagedProgram } from '../support/packaged-program.ts';
import { testCredentials, writeProvisioningFile } from '../support/provisioning.ts';

const run = promisify(execFile);

test('the packed program takes a payment from a provisioned terminal, and its export equals what the server charged', async () => {
  const folder = test.info().outputPath('desk');
  const cloud = await startConnectCloud(testCredentials);
  const provision = writeProvisioningFile(test.info().outputDir, { baseUrl: cloud.baseUrl });
  const app = await _electron.launch({
    executablePath: packagedProgram('inspectable'),
    args: [...launchFlags(), `--user-data-dir=${folder}`, `--provision=${provision}`],
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('textbox', { name: 'Summa' }).fill('12,50');
    await page.getByRole('textbox', { name: 'Viite' }).fill('R-1001');
    await page.getByRole('button', { name: /^Maksa/ }).click();
    const picker = page.getByRole('dialog', { name: 'Valitse maksupääte' });
    await picker.getByText('Päätelaite I', { exact: true }).click();
    await picker.getByRole('button', { name: 'Käytä tätä' }).click();
    await expect(page.getByRole('heading', { name: 'Maksu suoritettu' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('TESTIYMPÄRISTÖ – RAHA EI SIIRRY').first()).toBeVisible();
  } finally {
    await app.close();
  }

  // The shipped binary itself reads the journal that its inspectable twin wrote.
  const target = test.info().outputPath('payments.jsonl');
  await run(packagedProgram('release'), [...launchFlags(), `--user-data-dir=${folder}`, `--export-payments=${target}`]);
  const payments = parseExportedPayments(readFileSync(target, 'utf8'));
  expect(payments).toMatchObject([{ state: 'approved', chargedMinor: 1250, reference: 'R-1001', environment: 'test' }]);
  expect(comparePaymentsWithLedger(payments, cloud.ledger)).toEqual([]);
  await cloud.close();
});

test('the packed program checks itself without a display and finds itself healthy', async () => {
  const folder = test.info().outputPath('nobody');
  const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  const { stdout } = await run(packagedProgram('release'), [...launchFlags(), `--user-data-dir=${folder}`, '--self-check'], { env });
  expect(JSON.parse(stdout)).toMatchObject({
    healthy: true,
    sqlite: { synchronous: 'FULL', journalMode: 'wal' },
    openPayments: 0,
    unsentEvents: 0,
  });
  expect(existsSync(join(folder, 'payments.db'))).toBe(false);
});
