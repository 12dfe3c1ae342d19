import { expect, test } from '@playwright/test';
import {
  approve,
  approveDespiteCancel,
  cancelledAtTerminal,
  decline,
  hold,
  timedOutAtTerminal,
  waitForCancel,
} from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const T = '71000001';
const nets = oneLaunch((started) => openNetsDesk(started));

test.afterEach(async () => {
  const { desk } = nets();
  if (test.info().status === 'passed') await desk.newSale();
});

test('an approved sale shows the facts that a receptionist reads aloud', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  const play = cloud.terminal(T).play(hold());
  await desk.startSale({ amount: '1 250,50', reference: 'R-1001' });
  await desk.waitForWaiting();
  const attempt = await play.arrived;
  expect(attempt).toMatchObject({ transactionType: 'purchase', requestedMinor: 125_050 });
  await expect(desk.waiting).toContainText(/1\s250,50\s€/);
  await expect(desk.waiting.getByRole('timer')).toBeVisible();
  await expect(desk.waiting.getByRole('status')).toBeAttached();
  expect(await latest()).toMatchObject({ state: 'sent', moneyMoved: 'unknown', chargedMinor: 0 });

  play.release(approve({ tipMinor: 0 }));
  await desk.waitForOutcome('paid');
  for (const fact of ['1 250,50 €', 'VISA', '1234', 'R-1001', 'Päätelaite I']) await desk.expectText(fact);
  expect(await latest()).toMatchObject({
    state: 'approved',
    moneyMoved: 'yes',
    kind: 'sale',
    amountMinor: 125_050,
    chargedMinor: 125_050,
    tipMinor: 0,
    surchargeMinor: 0,
    currency: 'EUR',
    terminalId: T,
    terminalName: 'Päätelaite I',
    pointOfSale: 'Vastaanotto',
    reference: 'R-1001',
    card: { brand: 'VISA', last4: '1234' },
    proof: 'answer',
    reason: null,
    environment: 'test',
    released: false,
    settlement: null,
  });
  await expectAgreement();
});

test('a tip and a surcharge are shown beside what was asked', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  cloud.terminal(T).play(approve({ tipMinor: 200, surchargeMinor: 30 }));
  await desk.startSale({ amount: '10' });
  await desk.waitForOutcome('paid');
  await desk.expectText('Veloitettu 12,30 €, pyydetty 10,00 €');
  expect(await latest()).toMatchObject({ amountMinor: 1000, chargedMinor: 1230, tipMinor: 200, surchargeMinor: 30 });
  await expectAgreement();
});

test('a cancel from the desk is asked for, waits for the terminal, and is shown as cancelled', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  const play = cloud.terminal(T).play(waitForCancel({ grantAfterMs: 2_000 }));
  await desk.startSale({ amount: '12,50', reference: 'R-1002' });
  await play.arrived;
  await desk.cancel();
  await expect(desk.waiting.getByRole('status')).toContainText('Peruutusta pyydetty');
  await expect(desk.waiting).toBeVisible();
  await desk.waitForOutcome('cancelled');
  await desk.expectText('Korttia ei veloitettu');
  expect(await latest()).toMatchObject({ state: 'cancelled', reason: 'by-desk', moneyMoved: 'no', chargedMinor: 0, proof: 'answer' });
  expect(cloud.ledger.cancels).toHaveLength(1);
  await expectAgreement();
});

test('an approval that wins against the cancel is shown as paid', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  const play = cloud.terminal(T).play(approveDespiteCancel({ approveAfterMs: 500 }));
  await desk.startSale({ amount: '12,50' });
  await play.arrived;
  await desk.cancel();
  await desk.waitForOutcome('paid');
  await desk.expectText('Veloitettu 12,50 €');
  expect(await latest()).toMatchObject({ state: 'approved', moneyMoved: 'yes', chargedMinor: 1250 });
  await expectAgreement();
});

test('Escape while waiting asks to cancel, once however often it is pressed', async () => {
  const { desk, page, cloud, expectAgreement } = nets();
  const before = cloud.ledger.cancels.length;
  const play = cloud.terminal(T).play(waitForCancel({ grantAfterMs: 1_500 }));
  await desk.startSale({ amount: '12,50' });
  await play.arrived;
  await desk.waitForWaiting();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Escape');
  await desk.waitForOutcome('cancelled');
  expect(cloud.ledger.cancels.length - before).toBe(1);
  await expectAgreement();
});

test('a guest who cancels at the terminal is told apart from the desk', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  cloud.terminal(T).play(cancelledAtTerminal());
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('cancelled');
  await desk.expectText(/Asiakas peruutti/);
  await desk.expectText('Korttia ei veloitettu');
  expect(await latest()).toMatchObject({ state: 'cancelled', reason: 'by-guest', moneyMoved: 'no', chargedMinor: 0 });
  await expectAgreement();
});

test('a time-out that the terminal reports itself is a time-out', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  cloud.terminal(T).play(timedOutAtTerminal());
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('timedOut');
  await desk.expectText('Korttia ei veloitettu');
  await desk.expectText(/120 sekunnin/);
  expect(await latest()).toMatchObject({ state: 'timed-out', reason: 'timeout', moneyMoved: 'no' });
  await expectAgreement();
});

test('each host code is told in words of its own', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  const told = new Map<string, string>();
  const codes = ['05', '51', '54', '55', '61', '91', '77'];
  for (const [index, code] of codes.entries()) {
    cloud.terminal(T).play(decline(code));
    await desk.startSale({ amount: '12,50', reference: 'R-1003' });
    await desk.waitForOutcome('declined');
    await desk.expectText('Korttia ei veloitettu');
    const words = (await desk.text())
      .replace(/.*Korttia ei veloitettu\.?/, '')
      .replace(/Viite.*/, '')
      .trim();
    expect(words.length, `the reason for ${code}`).toBeGreaterThan(20);
    told.set(code, words);
    expect(await latest()).toMatchObject({ state: 'declined', reason: `host-${code}`, moneyMoved: 'no', chargedMinor: 0 });
    if (index < codes.length - 1) await desk.newSale();
  }
  expect(new Set(told.values()).size, [...told.values()].join('\n')).toBe(codes.length);
  await expectAgreement();
});
