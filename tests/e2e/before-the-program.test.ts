import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { approve, hold } from '../support/connect-cloud/index.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';
import { askedSoFar, closeAtOnce, holdCommands, letThrough } from '../support/start-gap/start-gap.ts';

// The window is there before the program behind it: what may be done in between, and what must not.
const started = freshStart();
const T = '71000001';
const LOOKUP = { method: 'GET', path: /\/transaction$/ } as const;

const loadOf = ({ page }: LaunchedApp): Promise<string | null> => page.locator('meta[name="load"]').getAttribute('content');

/** A desk whose program was killed while a guest stood at the terminal, and who paid afterwards. */
async function leaveOpen(reference: string) {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal(T).play(hold());
  await nets.desk.startSale({ amount: '12,50', reference });
  await play.arrived;
  await nets.kill();
  play.release(approve());
  await play.finished;
  expect(await nets.latest()).toMatchObject({ state: 'sent', moneyMoved: 'unknown' });
  return nets;
}

for (const [when, releaseAfterMs] of [
  ['before the first digit', 0],
  ['between two digits', 150],
  ['after the last digit', 1_500],
] as const) {
  test(`digits typed before the program has spoken are there once; it speaks ${when}`, async () => {
    const launched = await started.launch({ training: true, before: holdCommands });
    const { app, page, desk } = launched;
    await desk.ready();
    await expect(desk.amount).toBeFocused();
    expect(await loadOf(launched)).toBe('first');
    const typed = page.keyboard.type('123456,78', { delay: 60 });
    await wait(releaseAfterMs);
    await letThrough(app);
    await typed;
    await expect(desk.payButton).not.toHaveAttribute('aria-disabled', 'true');
    await expect(desk.amount).toHaveValue('123456,78');
    await expect(desk.payButton).toHaveText(/123.456,78/);
    // Main has it as well, and a page that is loaded anew does not wait for its own paint.
    await wait(500);
    await page.reload();
    await expect(desk.amount).toHaveValue('123456,78');
    expect(await loadOf(launched)).toBe('again');
  });
}

test('digits typed as fast as the window can take them, while the program is composed, are there once', async () => {
  const { page, desk } = await started.launch({ training: true });
  await desk.ready();
  await expect(desk.amount).toBeFocused();
  await page.keyboard.type('123456,78', { delay: 25 });
  await expect(desk.payButton).not.toHaveAttribute('aria-disabled', 'true');
  await expect(desk.amount).toHaveValue('123456,78');
  await wait(500);
  await page.reload();
  await expect(desk.amount).toHaveValue('123456,78');
});

test('before the program has spoken nothing that means money can be pressed', async () => {
  const nets = await openNetsDesk(started);
  await nets.close();
  const launched = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile, before: holdCommands });
  const { app, page, desk } = launched;
  await desk.ready();
  await desk.typeAmount('12,50');
  await desk.typeReference('R-9901');
  await expect(desk.payButton).toHaveAttribute('aria-disabled', 'true');
  await desk.payButton.click({ force: true });
  await desk.payButton.focus();
  for (const key of ['F9', 'Enter', 'Space']) await page.keyboard.press(key, { delay: 80 });
  await page.getByText('Manuaalinen maksu', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('1234');
  await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('77');
  await page.getByRole('textbox', { name: 'Syy', exact: true }).fill('Päätelaite ei vastaa');
  const record = page.getByRole('button', { name: /^Kirjaa/ });
  await expect(record).toHaveAttribute('aria-disabled', 'true');
  await record.click({ force: true });
  for (const key of ['F9', 'Enter', 'Space']) await page.keyboard.press(key, { delay: 80 });
  await page.getByText('Pankkikortti', { exact: true }).click();
  await wait(1_000);
  expect(await askedSoFar(app)).toEqual(['pos:snapshot']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await letThrough(app);
  await expect(desk.payButton).not.toHaveAttribute('aria-disabled', 'true');
  expect(nets.posts()).toBe(0);
  expect(await nets.readExport()).toEqual([]);
  await expect(desk.amount).toHaveValue('12,50');
  await desk.pay();
  await desk.waitForOutcome('paid');
  expect(nets.posts()).toBe(1);
});

test('a payment that was left open is looked up also where the page never speaks, and shown once it does', async () => {
  const nets = await leaveOpen('R-9902');
  const launched = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile, before: holdCommands });
  await launched.desk.ready();
  await expect.poll(() => nets.cloud.count(LOOKUP)).toBeGreaterThan(0);
  await expect.poll(async () => (await nets.latest()).state).toBe('approved');
  expect(await askedSoFar(launched.app)).toEqual(['pos:snapshot']);
  await letThrough(launched.app);
  await launched.desk.waitForOutcome('paid');
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
});

test('a window that is closed before the program is there ends at once, and what was left open waits for the next start', async () => {
  const nets = await leaveOpen('R-9903');
  for (const CLOSE_WINDOW_AT of ['created', 'dom-ready']) {
    const options = { before: closeAtOnce, env: { CLOSE_WINDOW_AT }, timeoutMs: 60_000 };
    const { code, said, stderr } = await runProgram(nets.userDataDir, [`--provision=${nets.provisioningFile}`], options);
    expect({ code, said }, `${CLOSE_WINDOW_AT}: ${stderr}`).toEqual({ code: 0, said: [] });
    // The journal was not even opened, which would have begun the looking up.
    if (CLOSE_WINDOW_AT === 'created') expect(await nets.latest()).toMatchObject({ state: 'sent' });
  }
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  // Where the second of those starts lived long enough to prove it, nobody has seen that yet.
  const paid = again.page.getByRole('heading', { name: 'Maksu suoritettu', exact: true });
  await expect(paid.or(again.page.getByText(/^Korttia veloitettiin sittenkin: 12,50 € · R-9903/)).first()).toBeVisible();
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
});

test('digits typed before the desk has said who is at it are there afterwards', async () => {
  const provision = started.provision({ baseUrl: (await started.cloud()).baseUrl, operators: ['Maija V.'] });
  const { app, page, desk } = await started.launch({ provision, before: holdCommands });
  await desk.ready();
  await expect(desk.amount).toBeFocused();
  await page.keyboard.type('12,50', { delay: 40 });
  await letThrough(app);
  await page.getByText('Maija V.').first().click();
  await expect(desk.amount).toHaveValue('12,50');
});
