import { expect, test } from '@playwright/test';
import { trainingTerminals } from '../../electron/training/training-terminals.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { newest } from '../support/desk/play-at-terminal.ts';
import { freshStart } from '../support/desk/started.ts';
import { compareWithTrainingLedger, readTrainingLedger } from '../support/desk/training-ledger.ts';
import { trainingPlays } from '../support/desk/training-plays.ts';

// They wait, they do not work: side by side they cost two minutes instead of six.
test.describe.configure({ mode: 'parallel' });
const started = freshStart();
const named = (part: string): string => trainingTerminals.find(({ name }) => name.includes(part))?.name ?? part;

async function startAt(terminal: string): Promise<LaunchedApp> {
  const launched = await started.launch({ training: true });
  const { desk } = launched;
  await desk.ready();
  await desk.chooseTerminal(terminal);
  await expect(desk.changeTerminal).toHaveAccessibleName(new RegExp(terminal.split(' –')[0] ?? ''));
  await desk.startSale({ amount: '12,50', reference: 'R-slow' });
  await desk.waitForWaiting();
  return launched;
}

async function expectLedger(
  { userDataDir, readExport }: LaunchedApp,
  payment: Record<string, unknown>,
  entry: Record<string, unknown>,
): Promise<void> {
  const payments = await readExport();
  const ledger = await readTrainingLedger(userDataDir);
  expect(newest(payments)).toMatchObject(payment);
  expect(ledger).toMatchObject([entry]);
  expect(compareWithTrainingLedger(payments, ledger)).toEqual([]);
}

const cancelled = { state: 'cancelled', reason: 'by-desk', moneyMoved: 'no', chargedMinor: 0 };

test('nobody pays for the true 120 seconds: cancelled by itself, timed out, nothing charged @slow', async () => {
  test.setTimeout(480_000);
  const launched = await startAt(named('kukaan ei maksa (120 s)'));
  const { desk, page } = launched;
  const began = performance.now();
  await expect(desk.waiting.getByRole('timer')).toHaveText(/^[12] min \d+ s$/);
  await page.waitForTimeout(100_000);
  await expect(desk.waiting).toBeVisible();
  await desk.waitForOutcome('timedOut', 60_000);
  const seconds = (performance.now() - began) / 1_000;
  expect(seconds).toBeGreaterThan(118);
  expect(seconds).toBeLessThan(180);
  await desk.expectText('Korttia ei veloitettu');
  await desk.expectText(/120 sekunnin/);
  const ended = { state: 'timed-out', reason: 'timeout', moneyMoved: 'no', chargedMinor: 0, proof: 'answer' };
  await expectLedger(launched, ended, { outcome: 'not-charged', chargedMinor: 0 });
});

test('a slow guest pays after a true minute @slow', async () => {
  test.setTimeout(480_000);
  const launched = await startAt(named('asiakas hidas (60 s)'));
  await launched.page.waitForTimeout(50_000);
  await expect(launched.desk.waiting).toBeVisible();
  await launched.desk.waitForOutcome('paid', 30_000);
  await expectLedger(launched, { state: 'approved', chargedMinor: 1250 }, { outcome: 'charged', chargedMinor: 1250 });
});

test('a terminal that hangs is given up at 120 s, may be left at 150 s, and nobody claims anything @slow', async () => {
  test.setTimeout(480_000);
  const launched = await startAt(named('jumissa (330 s)'));
  const { desk, page } = launched;
  await expect(desk.waiting.getByRole('status')).toContainText(/Peruutus|aikakatk|120/i, { timeout: 135_000 });
  await expect(desk.waiting).toBeVisible();
  await expect(desk.button('Jatka toisella asiakkaalla')).toBeVisible({ timeout: 45_000 });
  await desk.expectText('Odotetaan päätelaitteen');
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  await expect(page.getByRole('complementary', { name: 'Tänään' })).toContainText('R-slow');
  await expectLedger(launched, { moneyMoved: 'unknown', released: true, chargedMinor: 0 }, { outcome: 'running' });
});

test('the terminals that play long are cancelled by the desk, and the ledger agrees', async () => {
  const launched = await startAt(named('kukaan ei maksa (120 s)'));
  await launched.desk.cancel();
  await launched.desk.waitForOutcome('cancelled', 20_000);
  await launched.desk.expectText('Korttia ei veloitettu');
  await expectLedger(launched, cancelled, { outcome: 'not-charged', chargedMinor: 0 });
});

test('a terminal that approves although it was cancelled is shown as paid', async () => {
  const launched = await startAt(named('hyväksyy vaikka peruttiin'));
  await launched.page.waitForTimeout(1_000);
  await launched.desk.cancel();
  await launched.desk.waitForOutcome('paid', 30_000);
  await launched.desk.expectText('Veloitettu 12,50 €');
  await expectLedger(launched, { state: 'approved', moneyMoved: 'yes', chargedMinor: 1250 }, { outcome: 'charged', chargedMinor: 1250 });
});

test('an inactive terminal explains itself in the picker, cannot be used, and nothing is sent', async () => {
  const { desk, userDataDir, readExport } = await started.launch({ training: true });
  await desk.ready();
  await desk.startSale({ amount: '12,50' });
  await desk.terminalRow(named('epäaktiivinen')).click();
  await expect(desk.picker.getByRole('button', { name: 'Käytä tätä' })).toBeDisabled();
  await expect(desk.picker).toContainText(/epäaktiivi/);
  await desk.terminalRow(named('epäaktiivinen')).dblclick();
  await desk.page.keyboard.press('Enter');
  await desk.page.waitForTimeout(500);
  await expect(desk.picker).toBeVisible();
  expect(await readTrainingLedger(userDataDir)).toEqual([]);
  expect(await readExport()).toEqual([]);
});

test('every training terminal is played by some test', () => {
  const apart = ['kukaan ei maksa (120 s)', 'asiakas hidas (60 s)', 'jumissa (330 s)', 'hyväksyy vaikka peruttiin', 'epäaktiivinen'];
  const missing = trainingTerminals.filter(({ name }) => trainingPlays[name] === undefined && !apart.some((part) => name.includes(part)));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
