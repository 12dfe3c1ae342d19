import { expect, type Page, test } from '@playwright/test';
import { approve, approveThenCut } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart, oneLaunch } from '../support/desk/started.ts';

const nets = oneLaunch((started) => openNetsDesk(started));
const started = freshStart();

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
/** Of a sale and its void or refund, which stand above it, the sale. */
const saleRow = (page: Page, reference: string) => page.getByRole('button', { name: new RegExp(reference) }).last();

async function paid(amount: string, reference: string): Promise<void> {
  const { desk, cloud } = nets();
  cloud.terminal('71000001').play(approve());
  await desk.startSale({ amount, reference });
  await desk.waitForOutcome('paid');
}

async function voidIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mitätöi', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Mitätöi maksu' })
    .getByRole('button', { name: /^Mitätöi/ })
    .click();
  await expect(heading(page, 'Maksu mitätöity')).toBeVisible({ timeout: 60_000 });
}

async function refund(page: Page, amount: string, outcome = 'Palautus suoritettu'): Promise<void> {
  await page.getByRole('button', { name: 'Palauta', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Palauta kortille' });
  await dialog.getByRole('textbox', { name: 'Palautettava summa' }).fill(amount);
  await dialog.getByRole('button', { name: /^Palauta/ }).click();
  await expect(heading(page, outcome)).toBeVisible({ timeout: 60_000 });
}

test('a voided sale is green no more in the list at once, and neither it nor its void is a payment of the day', async () => {
  const { desk, page } = nets();
  await paid('12,50', 'R-5101');
  await voidIt(page);
  await desk.newSale();
  const row = saleRow(page, 'R-5101');
  await expect(row).toContainText('Mitätöity');
  await expect(row).not.toHaveClass(/row--paid/);
  await desk.expectText('0 maksua · 0,00 €');
  await expectAccessible(page, 'a voided sale in the list');
});

test('what was given back of a sale is told in the list and when it is opened, and a whole one is paid no more', async () => {
  const { desk, page, cloud } = nets();
  await paid('55', 'R-5102');
  cloud.terminal('71000001').play(approve({ totalMinor: 4_000 }));
  await refund(page, '45', 'Osa palautettu');
  await desk.expectText('Palautettu 40,00 € · pyydetty 45,00 €');
  await desk.newSale();
  await expect(saleRow(page, 'R-5102')).toContainText('palautettu');
  await desk.expectText('1 maksu · 15,00 €');
  await saleRow(page, 'R-5102').click();
  await desk.expectText('Tästä on palautettu 40,00 €');
  cloud.terminal('71000001').play(approve());
  await refund(page, '15');
  await desk.newSale();
  await expect(saleRow(page, 'R-5102')).toContainText('Palautettu kokonaan');
  await saleRow(page, 'R-5102').click();
  await expect(heading(page, 'Maksu palautettu')).toBeVisible();
  await desk.expectText('Veloitettu 55,00 € ja palautettu kokonaan');
  await expect(desk.button('Palauta')).toBeHidden();
  await expectAccessible(page, 'a sale that was given back');
  await desk.newSale();
});

test('a payment that was proven in the window and voided raises no alarm, also after a restart', async () => {
  const first = await openNetsDesk(started);
  first.cloud.terminal('71000001').play(approveThenCut('before'));
  await first.desk.startSale({ amount: '33', reference: 'R-5103' });
  await first.desk.waitForOutcome('paid', 20_000);
  await voidIt(first.page);
  await first.kill();
  const second = await started.launch({ userDataDir: first.userDataDir, provision: first.provisioningFile });
  await second.desk.ready();
  await expect(saleRow(second.page, 'R-5103')).toContainText('Mitätöity');
  await expect(second.page.getByText('Korttia veloitettiin sittenkin')).toBeHidden();
  await saleRow(second.page, 'R-5103').click();
  await expect(heading(second.page, 'Maksu mitätöity')).toBeVisible();
  expect(await second.desk.text()).not.toContain('mitätöi tämä maksu päätelaitteella');
});
