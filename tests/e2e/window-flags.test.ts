import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { approveThenCut, decline, hold } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();
const TEST_BAND = 'TESTIYMPÄRISTÖ – RAHA EI SIIRRY';

test('without configuration the first start offers training, and goes there in the same window', async () => {
  const { app, page, desk } = await started.launch();
  await desk.button(/^Harjoittelutila/).click();
  await desk.ready();
  expect(app.windows()).toHaveLength(1);
  expect(page.isClosed()).toBe(false);
  await desk.expectText('HARJOITTELUTILA');
  await desk.startSale({ amount: '12,50', terminal: 'Päätelaite III – varattu' });
  await desk.waitForOutcome('busy');
});

test('training is chosen anew at every start', async () => {
  const userDataDir = started.folder();
  const first = await started.launch({ userDataDir });
  await first.desk.button(/^Harjoittelutila/).click();
  await first.desk.ready();
  await first.close();
  const again = await started.launch({ userDataDir });
  await expect(again.desk.button(/^Harjoittelutila/)).toBeVisible();
});

test('training is refused while a production payment is open', async () => {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal('71000001').play(hold());
  await nets.desk.startSale({ amount: '12,50', reference: 'R-9101' });
  await play.arrived;
  await nets.kill();
  const { code, said, stderr } = await runProgram(nets.userDataDir, ['--training'], { timeoutMs: 8_000 });
  expect(said, stderr).toHaveLength(1);
  expect(code).not.toBe(0);
  expect(code).not.toBeNull();
});

test('training is refused while nobody can say whether a production payment is open', async () => {
  const userDataDir = started.folder();
  writeFileSync(join(userDataDir, 'payments.db'), 'no database, and sixteen bytes of it at least');
  const { code, said, stderr } = await runProgram(userDataDir, ['--training'], { timeoutMs: 8_000 });
  expect(said, stderr).toHaveLength(1);
  expect(said[0]).toContain('cannot be read');
  expect(code).toBe(2);
});

test('training that cannot be opened ends the program and says why: no window stays that nothing can close', async () => {
  const userDataDir = started.folder();
  writeFileSync(join(userDataDir, 'training'), 'a file in the place of the folder');
  const { code, stderr } = await runProgram(userDataDir, ['--training'], { timeoutMs: 20_000 });
  expect(stderr).toContain('willba-pos: cannot start:');
  expect(code).toBe(1);
});

test('the training band stands on every screen and in every dialog', async () => {
  const { desk, page } = await started.launch({ training: true });
  await desk.ready();
  const band = page.getByText('HARJOITTELUTILA').filter({ visible: true });
  await expect(band).not.toHaveCount(0);
  await desk.changeTerminal.click();
  await expect(desk.picker).toContainText('HARJOITTELUTILA');
  await desk.pickTerminal('Päätelaite V – kukaan ei maksa (120 s)');
  await desk.startSale({ amount: '12,50' });
  await expect(desk.waiting).toContainText('HARJOITTELUTILA');
  await desk.cancel();
  await desk.waitForOutcome('cancelled', 20_000);
  await desk.expectText('HARJOITTELUTILA');
  await expect(page).toHaveTitle(/./);
});

test('the test band stands on every screen and in every dialog where the host is not the production one', async () => {
  const { desk, cloud, page } = await openNetsDesk(started, { terminal: null, provisioning: { operators: ['Maija V.'] } });
  await desk.expectText(TEST_BAND);
  await page.getByText('Maija V.').first().click();
  await desk.ready();
  await desk.expectText(TEST_BAND);
  await desk.button(/^Käyttäjä/).click();
  await expect(page.getByRole('dialog')).toContainText(TEST_BAND);
  await page.keyboard.press('Escape');
  await desk.changeTerminal.click();
  await expect(desk.picker).toContainText(TEST_BAND);
  await desk.pickTerminal('Päätelaite I');
  const play = cloud.terminal('71000001').play(hold());
  await desk.startSale({ amount: '12,50' });
  await play.arrived;
  await expect(desk.waiting).toContainText(TEST_BAND);
  play.release(decline('51'));
  await desk.waitForOutcome('declined');
  await desk.expectText(TEST_BAND);
  await desk.newSale();
  cloud.terminal('71000001').play(approveThenCut('before'));
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('unclear');
  await desk.expectText(TEST_BAND);
});

/** The parts of a day in the order in which Chromium's own fields write them. */
async function orderOfDays(page: Page): Promise<string> {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'date', id: 'some-day' })));
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await page.evaluate(() => document.getElementById('some-day')?.remove());
  return nodes.flatMap(({ role, name }) => (role?.value === 'spinbutton' ? [String(name?.value)] : [])).join(' ');
}

test('--lang holds for this run, and without it the program speaks Finnish whatever the system says', async () => {
  const userDataDir = started.folder();
  const env = { LANG: 'en_GB.UTF-8', LANGUAGE: 'en', LC_ALL: 'en_GB.UTF-8' };
  const finnish = await started.launch({ training: true, userDataDir, env });
  await finnish.desk.ready();
  await expect(finnish.page.locator('html')).toHaveAttribute('lang', 'fi');
  // Day before month, whatever the PC is used to.
  expect(await orderOfDays(finnish.page)).toBe('Day Month Year');
  await finnish.close();
  const days = { sv: 'Year Month Day', en: 'Day Month Year', fi: 'Day Month Year' };
  for (const lang of ['sv', 'en', 'fi'] as const) {
    const launched = await started.launch({ training: true, userDataDir, lang, env: { LANGUAGE: 'en_US', LC_ALL: 'en_US.UTF-8' } });
    await expect(launched.page.getByRole('textbox').first()).toBeVisible();
    await expect(launched.page.locator('html')).toHaveAttribute('lang', lang);
    expect(await orderOfDays(launched.page)).toBe(days[lang]);
    await launched.close();
  }
});

test('a second start shows the first window and ends', async () => {
  const { app, userDataDir, desk } = await openNetsDesk(started);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { code, said } = await runProgram(userDataDir, [], { timeoutMs: 10_000 });
  expect(code).toBe(0);
  expect(said).toEqual([]);
  const windows = (): Promise<boolean[]> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isMinimized()));
  await expect.poll(windows).toEqual([false]);
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('paid');
});

test('importing the same file again keeps payments, terminal choice and point of sale', async () => {
  const nets = await openNetsDesk(started, { terminal: 'Päätelaite II' });
  await nets.desk.startSale({ amount: '12,50', reference: 'R-9102' });
  await nets.desk.waitForOutcome('paid');
  await nets.desk.newSale();
  await nets.close();
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.ready();
  await expect(again.desk.changeTerminal).toHaveAccessibleName(/Päätelaite II/);
  await again.desk.expectText('R-9102');
  await again.desk.expectText('Vastaanotto');
  expect(await again.readExport()).toMatchObject([{ reference: 'R-9102', state: 'approved' }]);
});

test('a restart without the file says that the password is missing, and the desk can still record by hand', async () => {
  const nets = await openNetsDesk(started);
  await nets.close();
  const again = await started.launch({ userDataDir: nets.userDataDir });
  await again.desk.ready();
  await again.desk.expectText('Hotelli Esimerkki');
  await again.desk.typeAmount('12,50');
  if ((await again.desk.payButton.count()) > 0) await again.desk.payButton.click({ force: true });
  await again.page.keyboard.press('F9');
  await again.page.waitForTimeout(1_000);
  expect(nets.posts()).toBe(0);
  await again.desk.expectText(/asetustiedosto|tunnukset|tunnistetie|salasana/i);
  await again.page.getByText('Manuaalinen maksu', { exact: true }).click();
  await expect(again.page.getByRole('textbox', { name: 'Kortin neljä viimeistä' })).toBeVisible();
});
