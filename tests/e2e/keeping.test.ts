import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/desk/accessibility.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();
const noDisplay = { display: false } as const;
const backupsIn = (folder: string): string[] => readdirSync(folder).filter((name) => /^willba-pos-[0-9a-f]{12}-.*\.db$/.test(name));

async function folderChosen({ app }: LaunchedApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function openSupport({ desk, page }: LaunchedApp): Promise<void> {
  await desk.button('Asetukset').click();
  await page.getByRole('button', { name: 'Tuen asetukset' }).click();
  await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
}
const inSupport = (page: Page) => page.getByRole('dialog', { name: 'Tuen asetukset', exact: true });

test('support chooses the folder of the backups, and restores one without losing a payment unseen', async () => {
  const nets = await openNetsDesk(started);
  const { desk, page, userDataDir } = nets;
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('paid');
  await desk.button('Uusi maksu').click();

  const share = join(started.folder('share'), 'backups');
  mkdirSync(share);
  await folderChosen(nets, share);
  await openSupport(nets);
  await inSupport(page).getByRole('button', { name: 'Valitse kansio' }).click();
  await expect(inSupport(page).getByText(share)).toBeVisible();
  await expect(inSupport(page).getByText(/^Viimeisin varmuuskopio /)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'support’s settings');
  const [backup = ''] = backupsIn(share);
  expect(backup).not.toBe('');

  const months = inSupport(page).getByRole('textbox', { name: 'Korttitietojen säilytysaika' });
  await months.fill('2');
  await expect(inSupport(page).getByText(/3–120/)).toBeVisible();
  await months.fill('36');
  await inSupport(page).getByRole('button', { name: 'Tallenna säilytysaika' }).click();
  await expect(inSupport(page).getByText('Säilytysaika tallennettiin.')).toBeVisible();
  await inSupport(page).getByRole('button', { name: 'Sulje' }).click();

  const file = `--restore-backup=${join(share, backup)}`;
  const whileRunning = await runProgram(userDataDir, [file], noDisplay);
  expect([whileRunning.code, whileRunning.said.join()]).toEqual([2, expect.stringContaining('the program is running')]);

  await desk.startSale({ amount: '33,10' });
  await desk.waitForOutcome('paid');
  await nets.close();

  const refused = await runProgram(userDataDir, [file], noDisplay);
  expect(refused.code).toBe(2);
  expect(refused.stdout).toMatch(/33\.10 EUR {2}approved/);
  expect(refused.said.join()).toContain('--accept-losing=1');
  const wrong = await runProgram(userDataDir, [file, '--accept-losing=2'], noDisplay);
  expect([wrong.code, (await runProgram(userDataDir, [file, '--training'], noDisplay)).code]).toEqual([2, 2]);

  const restored = await runProgram(userDataDir, [file, '--accept-losing=1'], noDisplay);
  expect([restored.code, restored.said.join()]).toEqual([0, expect.stringContaining('it holds one payment')]);
  expect(readdirSync(userDataDir).filter((name) => /^payments\.db\.replaced-/.test(name))).toHaveLength(1);

  const again = await started.launch({ userDataDir, provision: nets.provisioningFile });
  await again.desk.ready();
  await again.desk.expectText('12,50');
  await again.desk.expectText('Viimeisimpiä maksuja voi puuttua');
  await openSupport(again);
  await expect(inSupport(again.page).getByRole('textbox', { name: 'Korttitietojen säilytysaika' })).toHaveValue('36');
});

test('a file that is no backup is refused in one line', async () => {
  const folder = started.folder();
  const notes = join(started.folder('files'), 'notes.db');
  copyFileSync(join(import.meta.dirname, 'keeping.test.ts'), notes);
  for (const [flags, code, words] of [
    [['--restore-backup='], 2, 'needs a file'],
    [[`--restore-backup=${notes}`], 2, 'no database'],
    [[`--restore-backup=${notes}`, '--accept-losing=many'], 2, 'needs a number'],
    [[`--restore-backup=${notes}.gone`], 2, 'no such file'],
  ] as const) {
    const run = await runProgram(folder, flags, noDisplay);
    expect([run.code, run.said.length, run.said.join()]).toEqual([code, 1, expect.stringContaining(words)]);
    expect(existsSync(join(folder, 'payments.db'))).toBe(false);
  }
});
