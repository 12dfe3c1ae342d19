import { expect, type Locator, test } from '@playwright/test';
import { approve } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

const heading = (name: string): Locator => nets().page.getByRole('heading', { name, exact: true });
const row = (reference: string): Locator =>
  nets()
    .page.getByRole('complementary', { name: 'Tänään' })
    .getByRole('button', { name: new RegExp(reference) });

async function pay(reference: string, script: ReturnType<typeof approve>): Promise<void> {
  const { desk, cloud } = nets();
  cloud.terminal('71000001').play(script);
  await desk.startSale({ amount: '12,50', reference });
}

test('half of it or more is called a part, in amber, with both sums and nothing on Enter', async () => {
  const { desk, page } = nets();
  await pay('R-7001', approve({ totalMinor: 1000 }));
  await expect(heading('Osa maksettu')).toBeVisible();
  await desk.expectText('Veloitettu 10,00 €, pyydetty 12,50 € – puuttuu 2,50 €.');
  await expect(page.locator('.window--unclear')).toBeVisible();
  await page.waitForTimeout(KEY_GUARD_MS);
  await page.keyboard.press('Enter');
  await expect(heading('Osa maksettu')).toBeVisible();
  await expectAccessible(page, 'a part');
  await desk.newSale();
  await expect(row('R-7001')).toContainText('Osa maksettu');
  await expect(row('R-7001').locator('[data-shape=part]')).toBeVisible();
});

for (const [what, reference, totalMinor] of [
  ['under half', 'R-7002', 600],
  ['more than asked, unexplained', 'R-7003', 12_500],
] as const) {
  test(`${what} says that the sum differs, in amber, and nothing is on Enter`, async () => {
    const { desk, page } = nets();
    await pay(reference, approve({ totalMinor }));
    await expect(heading('Veloitettu summa poikkeaa')).toBeVisible();
    await desk.expectText(/Veloitettu (6|125),00 €, pyydetty 12,50 €/);
    await page.waitForTimeout(KEY_GUARD_MS);
    await page.keyboard.press('Enter');
    await expect(heading('Veloitettu summa poikkeaa')).toBeVisible();
    await desk.newSale();
    await expect(row(reference)).toContainText('Summa poikkeaa');
  });
}

test('a tip and a surcharge that explain the sum are plain green, and Enter goes on', async () => {
  const { desk, page } = nets();
  await pay('R-7004', approve({ tipMinor: 200, surchargeMinor: 25 }));
  await desk.waitForOutcome('paid');
  await expect(page.locator('.window--paid')).toBeVisible();
  await page.waitForTimeout(KEY_GUARD_MS);
  await page.keyboard.press('Enter');
  await desk.ready();
});

test('nothing at all is never paid: unclear, before and after the look', async () => {
  const { desk, page, cloud, latest } = nets();
  const answerLookups = cloud.terminal('71000001').holdLookups();
  await pay('R-7005', approve({ totalMinor: 0 }));
  await desk.waitForOutcome('unclear');
  await desk.expectText('Korttia on voitu veloittaa');
  expect(await latest()).toMatchObject({ state: 'checking', moneyMoved: 'unknown', chargedMinor: 0 });
  answerLookups();
  await expect.poll(() => desk.text()).toMatch(/summaksi 0/);
  await expect(page.getByText('Maksu suoritettu')).toHaveCount(0);
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  await expect(desk.button('1 epäselvä maksu')).toBeVisible();
});
