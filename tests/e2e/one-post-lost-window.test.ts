import { expect, test } from '@playwright/test';
import { approve, hold } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();

test('a reload of the window while a sale waits loses nothing and sends nothing', async () => {
  const { desk, page, cloud, posts, latest, expectAgreement } = await openNetsDesk(started);
  const play = cloud.terminal(T).play(hold());
  await desk.startSale({ amount: '12,50', reference: 'R-7001' });
  await play.arrived;
  for (let reload = 0; reload < 3; reload += 1) {
    await page.reload();
    await desk.waitForWaiting();
  }
  await expect(desk.waiting).toContainText(/12,50\s€/);
  play.release(approve());
  await desk.waitForOutcome('paid');
  expect(posts()).toBe(1);
  expect(await latest()).toMatchObject({ state: 'approved', reference: 'R-7001' });
  await expectAgreement();
});

test('what is typed survives a reload of the window', async () => {
  const { desk, page, posts } = await openNetsDesk(started);
  await desk.typeAmount('12,50');
  await desk.typeReference('R-7002');
  await page.waitForTimeout(1_000);
  await page.reload();
  await desk.ready();
  await expect(desk.amount).toHaveValue('12,50');
  await expect(desk.reference).toHaveValue('R-7002');
  expect(posts()).toBe(0);
});

test('a crash of the window while a sale waits loses nothing and sends nothing', async () => {
  const { app, desk, cloud, posts, latest, expectAgreement } = await openNetsDesk(started);
  const play = cloud.terminal(T).play(hold());
  await desk.startSale({ amount: '12,50', reference: 'R-7003' });
  await play.arrived;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  // Playwright holds a crashed page for dead, so the window is read from main.
  const words = (): Promise<string> =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined || contents.isCrashed()) return '';
      return String(await contents.executeJavaScript('document.body.innerText'));
    });
  await expect.poll(words, { timeout: 10_000 }).toContain('Odottaa maksua');
  play.release(approve());
  await expect.poll(words, { timeout: 10_000 }).toContain('Maksu suoritettu');
  expect(posts()).toBe(1);
  expect(await latest()).toMatchObject({ state: 'approved', reference: 'R-7003' });
  await expectAgreement();
});

test('a program that is killed while a sale waits finds out after the restart, and sends nothing again', async () => {
  const first = await openNetsDesk(started);
  const { cloud } = first;
  const play = cloud.terminal(T).play(hold());
  await first.desk.startSale({ amount: '12,50', reference: 'R-7004' });
  await play.arrived;
  await first.kill();
  play.release(approve());
  await play.finished;
  const again = await started.launch({ userDataDir: first.userDataDir, provision: first.provisioningFile });
  await expect.poll(async () => (await first.latest()).state, { timeout: 15_000 }).toBe('approved');
  expect(await first.latest()).toMatchObject({ proof: 'lookup', chargedMinor: 1250, moneyMoved: 'yes' });
  await again.desk.expectText(/R-7004|Maksu suoritettu/);
  expect(first.posts()).toBe(1);
  await first.expectAgreement();
});

test('a program that is closed while a sale waits asks the terminal for nothing it did not ask before', async () => {
  const first = await openNetsDesk(started);
  const { cloud } = first;
  const play = cloud.terminal(T).play(hold());
  await first.desk.startSale({ amount: '12,50', reference: 'R-7005' });
  await play.arrived;
  await first.close();
  play.release(approve());
  await play.finished;
  expect(await first.latest()).toMatchObject({ moneyMoved: 'unknown', chargedMinor: 0 });
  await started.launch({ userDataDir: first.userDataDir, provision: first.provisioningFile });
  await expect.poll(async () => (await first.latest()).state, { timeout: 15_000 }).toBe('approved');
  expect(first.posts()).toBe(1);
  await first.expectAgreement();
});
