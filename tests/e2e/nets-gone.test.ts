import { expect, test } from '@playwright/test';
import { approve, approveThenCut, hold, slowCall, slowDrip } from '../support/connect-cloud/index.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const SALE = { amount: '12,50', reference: 'R-8501' } as const;
const started = freshStart();

const notSent = { state: 'refused', reason: 'not-sent', moneyMoved: 'no', chargedMinor: 0 };
const unclear = { moneyMoved: 'unknown', chargedMinor: 0 };
const proven = { state: 'approved', proof: 'lookup', moneyMoved: 'yes', chargedMinor: 1250 };

/** Nothing left this PC, the screen says so, and the same sum can be paid once Nets is back. */
async function expectNotSent(nets: NetsDesk, { desk }: Pick<LaunchedApp, 'desk'>): Promise<void> {
  await desk.waitForOutcome('notSent');
  await desk.expectText('Korttia ei veloitettu');
  expect(await nets.latest()).toMatchObject(notSent);
  expect(nets.posts()).toBe(0);
  await nets.cloud.listenAgain();
  await desk.newSale();
  await desk.startSale(SALE);
  await desk.waitForOutcome('paid');
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
}

/** The screen claims nothing while Nets is away, and finds out by itself when it is back. */
async function expectUnclearThenPaid(nets: NetsDesk): Promise<void> {
  const { desk, cloud } = nets;
  await desk.waitForOutcome('unclear');
  await desk.expectText('Korttia on voitu veloittaa');
  await desk.expectText(/Älä veloita uudelleen/);
  expect(await nets.latest()).toMatchObject(unclear);
  // Long enough for a lookup that finds nobody.
  await desk.page.waitForTimeout(6_000);
  await expect(desk.heading('unclear')).toBeVisible();
  await cloud.listenAgain();
  await desk.waitForOutcome('paid', 20_000);
  expect(await nets.latest()).toMatchObject(proven);
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
}

test('Nets is gone before the log-in: nothing was sent, and the screen says so', async () => {
  const nets = await openNetsDesk(started);
  await nets.close();
  await nets.cloud.stopListening();
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.ready();
  await again.desk.startSale(SALE);
  await expectNotSent(nets, again);
});

test('Nets is gone between the log-in and the sale: nothing was sent, and the screen says so', async () => {
  const nets = await openNetsDesk(started);
  await expect.poll(() => nets.cloud.logins.succeeded).toBeGreaterThan(0);
  await nets.cloud.stopListening();
  await nets.desk.startSale(SALE);
  await expectNotSent(nets, nets);
});

test('Nets is gone while the sale waits: unclear, then proven', async () => {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal(T).play(hold());
  await nets.desk.startSale(SALE);
  await play.arrived;
  await nets.cloud.stopListening();
  play.release(approve());
  await expectUnclearThenPaid(nets);
});

test('Nets is gone at the first byte of the answer: unclear, then proven', async () => {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal(T).play(slowDrip({ everyMs: 300, bytesAtOnce: 1 }));
  await nets.desk.startSale(SALE);
  await play.finished;
  await nets.page.waitForTimeout(100);
  await nets.cloud.stopListening();
  await expectUnclearThenPaid(nets);
});

test('Nets is gone during the lookup: unclear, asked again, then proven', async () => {
  const nets = await openNetsDesk(started);
  nets.cloud.terminal(T).play(approveThenCut('before'));
  nets.cloud.terminal(T).lookups.play(slowCall(20_000));
  await nets.desk.startSale(SALE);
  await nets.desk.waitForOutcome('unclear');
  await nets.cloud.waitFor({ method: 'GET', path: `/v1/terminal/${T}/transaction` });
  await nets.cloud.stopListening();
  await nets.desk.expectText(/Nets ei vasta/);
  await expectUnclearThenPaid(nets);
});

test('Nets is gone during the wish to cancel: unclear, no second wish, then proven', async () => {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal(T).play(hold());
  nets.cloud.terminal(T).cancels.play(slowCall(20_000));
  await nets.desk.startSale(SALE);
  await play.arrived;
  await nets.desk.cancel();
  await nets.cloud.waitFor({ path: /administration$/, bodyHolds: 'cancelAction' });
  await nets.cloud.stopListening();
  play.release(approve());
  await expectUnclearThenPaid(nets);
  expect(nets.cloud.ledger.cancels).toHaveLength(1);
});
