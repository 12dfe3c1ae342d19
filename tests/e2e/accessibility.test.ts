import { expect, test } from '@playwright/test';
import * as cloudKit from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import type { Outcome } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart, oneLaunch } from '../support/desk/started.ts';
import { asked, linkOf, openLink, requestOn, willbaOf } from '../support/desk/willba-desk.ts';

const T = '71000001';

test.describe('at the desk', () => {
  const nets = oneLaunch((started) => openNetsDesk(started));

  test('the sale screen, its errors and the picker have no finding', async () => {
    const { desk, page } = nets();
    await expectAccessible(page, 'sale');
    await desk.typeReference('4111 1111 1111 1111');
    await desk.typeAmount('12,505');
    await desk.pay();
    await expectAccessible(page, 'sale with errors');
    await desk.typeReference('');
    await desk.typeAmount('');
    await page.getByText('Manuaalinen maksu', { exact: true }).click();
    await expectAccessible(page, 'manual');
    await desk.typeAmount('1');
    await desk.button(/^Kirjaa maksu/).click();
    await expectAccessible(page, 'manual with errors');
    await page.getByText('Pankkikortti', { exact: true }).click();
    await desk.changeTerminal.click();
    await expectAccessible(page, 'picker');
    await desk.terminalRow('Vanha pääte').click();
    await expectAccessible(page, 'picker, inactive terminal');
    await page.keyboard.press('Escape');
  });

  test('waiting and cancelling have no finding', async () => {
    const { desk, page, cloud } = nets();
    const play = cloud.terminal(T).play(cloudKit.hold());
    await desk.startSale({ amount: '12,50', reference: 'R-1' });
    await play.arrived;
    await expectAccessible(page, 'waiting');
    await desk.refresh();
    await expectAccessible(page, 'waiting, asked and still running');
    await desk.cancel();
    await expectAccessible(page, 'cancelling');
    play.release(cloudKit.approve());
    await desk.waitForOutcome('paid');
    await desk.newSale();
  });

  const outcomes: ReadonlyArray<readonly [Outcome, cloudKit.Script]> = [
    ['paid', cloudKit.approve({ tipMinor: 100, surchargeMinor: 20 })],
    ['declined', cloudKit.decline('51')],
    ['cancelled', cloudKit.cancelledAtTerminal()],
    ['timedOut', cloudKit.timedOutAtTerminal()],
    ['busy', cloudKit.busy()],
    ['notConnected', cloudKit.notConnected()],
    ['unclear', cloudKit.otherDeskInBetween()],
  ];
  for (const [outcome, script] of outcomes) {
    test(`the outcome ${outcome} has no finding`, async () => {
      const { desk, page, cloud } = nets();
      cloud.terminal(T).play(script);
      await desk.startSale({ amount: '12,50', reference: `R-${outcome}` });
      await desk.waitForOutcome(outcome);
      await expectAccessible(page, outcome);
      if (outcome === 'unclear') await desk.button('Jatka toisella asiakkaalla').click();
      else await desk.newSaleButton.click();
      await desk.ready();
      if (outcome === 'unclear') await expectAccessible(page, 'sale with an unclear payment in sight');
    });
  }
});

test.describe('what Willba asks for', () => {
  const started = freshStart();

  test('a request in the form, requests that wait and a refused link have no finding', async () => {
    const launch = { flags: [linkOf(asked())], size: { width: 1024, height: 640 } };
    const { page, desk, cloud, userDataDir } = await openNetsDesk(started, { provisioning: { willba: willbaOf() }, launch });
    const request = requestOn(page);
    await expect(request.form).toBeVisible();
    await expectAccessible(page, 'request of Willba');
    await openLink(userDataDir, linkOf(asked({ guest: 'a'.repeat(80), reference: 'b'.repeat(80), amount: 99_999_999 })));
    await expect(request.waiting).toBeVisible();
    await expectAccessible(page, 'request that waits beside another');
    await openLink(userDataDir, linkOf(asked()).replace('amount=4200', 'amount=1'));
    await expect(request.refused).toBeVisible();
    await expectAccessible(page, 'refused link');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const play = cloud.terminal(T).play(cloudKit.hold());
    await desk.pay();
    await play.arrived;
    await desk.waitForWaiting();
    await expectAccessible(page, 'waiting for a payment, with a request that waits and a refused link');
    play.release(cloudKit.approve());
    await desk.waitForOutcome('paid');
    await expectAccessible(page, 'outcome, with a request that waits');
  });
});

test.describe('before and around the sale', () => {
  const started = freshStart();

  test('first start and training have no finding', async () => {
    const { page, desk } = await started.launch();
    await expect(desk.button(/^Harjoittelutila/)).toBeVisible();
    await expectAccessible(page, 'first start');
    await desk.button(/^Harjoittelutila/).click();
    await desk.ready();
    await expectAccessible(page, 'training');
  });

  test('choosing who is at the desk has no finding', async () => {
    const { page, desk } = await openNetsDesk(started, { terminal: null, provisioning: { operators: ['Maija V.', 'Jussi K.'] } });
    await expect(page.getByText('Maija V.').first()).toBeVisible();
    await expectAccessible(page, 'operator');
    await page.getByText('Maija V.').first().click();
    await desk.ready();
    await desk.button(/^Käyttäjä/).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'operator dialog');
  });

  test('a small window loses no button, and nothing has to be scrolled sideways', async () => {
    const { page, desk } = await openNetsDesk(started, { launch: { size: { width: 1024, height: 640 } } });
    await expect(desk.payButton).toBeInViewport();
    await desk.typeAmount('12,50');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    await expectAccessible(page, 'sale, small window');
  });
});
