import { expect, test } from '@playwright/test';
import { approve, comparePaymentsWithLedger, hold } from '../support/connect-cloud/index.ts';
import { Desk } from '../support/desk/desk.ts';
import { launchLoose } from '../support/desk/loose-launch.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { exportPayments } from '../support/desk/program.ts';
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

test('a window whose process is killed while a sale waits comes back to the sale, and sends nothing', async () => {
  test.skip(process.platform !== 'linux', 'finds the process in /proc');
  const cloud = await started.cloud({ latestAfterMs: 0 });
  const userDataDir = started.folder();
  const app = await launchLoose(userDataDir, [`--provision=${started.provision({ baseUrl: cloud.baseUrl })}`]);
  started.atEnd(() => app.kill());
  const play = cloud.terminal(T).play(hold());
  await app.withPage(async (page) => {
    const desk = new Desk(page);
    await desk.ready();
    await desk.startSale({ amount: '12,50', reference: 'R-7003' });
    await desk.pickTerminal('Päätelaite I');
    await play.arrived;
    await desk.waitForWaiting();
  });
  app.killRenderer();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(app.process.exitCode ?? app.process.signalCode, 'the program itself lives on').toBeNull();
  await app.withPage(async (page) => {
    const desk = new Desk(page);
    await desk.waitForWaiting();
    await expect(desk.waiting).toContainText(/12,50\s€/);
    play.release(approve());
    await desk.waitForOutcome('paid');
  });
  const payments = await exportPayments(userDataDir, 'production');
  expect(payments).toMatchObject([{ state: 'approved', reference: 'R-7003' }]);
  expect(cloud.ledger.attempts).toHaveLength(1);
  expect(comparePaymentsWithLedger(payments, cloud.ledger.snapshot())).toEqual([]);
  expect(cloud.disturbances(T)).toEqual([]);
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
  await expect.poll(async () => (await first.latest()).state, { timeout: 60_000 }).toBe('approved');
  expect(await first.latest()).toMatchObject({ proof: 'lookup', chargedMinor: 1250, moneyMoved: 'yes' });
  await again.desk.expectText(/R-7004|Maksu suoritettu/);
  expect(first.posts()).toBe(1);
  await first.expectAgreement();
});
