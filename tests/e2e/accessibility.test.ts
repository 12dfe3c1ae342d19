import { expect, test } from '@playwright/test';
import * as cloudKit from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import { asked, linkOf, openLink, requestOn, willbaOf } from '../support/desk/willba-desk.ts';

const T = '71000001';
const started = freshStart();

// Every state of every screen is judged in tests/screens; here the real window, with what only the real program puts into it.
test('a sale in the real window has no finding', async () => {
  const { desk, page, cloud } = await openNetsDesk(started);
  await expectAccessible(page, 'sale');
  const play = cloud.terminal(T).play(cloudKit.hold());
  await desk.startSale({ amount: '12,50', reference: 'R-1' });
  await play.arrived;
  await expectAccessible(page, 'waiting');
  play.release(cloudKit.approve());
  await desk.waitForOutcome('paid');
  await expectAccessible(page, 'paid');
});

test.describe('what Willba asks for', () => {
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

test.describe('around the sale', () => {
  test('a small window loses no button, and nothing has to be scrolled sideways', async () => {
    const { page, desk } = await openNetsDesk(started, { launch: { size: { width: 1024, height: 640 } } });
    await expect(desk.payButton).toBeInViewport();
    await desk.typeAmount('12,50');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    await expectAccessible(page, 'sale, small window');
  });
});
