import { expect, test } from '@playwright/test';
import { approve } from '../support/connect-cloud/index.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();

/** Asked 100,00; the card had 60,00. */
async function partlyPaid(): Promise<NetsDesk> {
  const nets = await openNetsDesk(started);
  nets.cloud.terminal(T).play(approve({ totalMinor: 6_000 }));
  await nets.desk.startSale({ amount: '100', reference: 'R-1001' });
  await expect(nets.desk.button(/^Veloita loput/)).toHaveText(/40,00/, { timeout: 60_000 });
  return nets;
}

const rest = ({ desk }: NetsDesk) => desk.button(/^Veloita loput/);
const row = ({ page }: NetsDesk, sum: RegExp) => page.getByRole('button', { name: sum }).filter({ hasText: 'R-1001' });

test('the rest of a payment is paid once: the first row, opened again, offers nothing and says when it was paid', async () => {
  const nets = await partlyPaid();
  const { desk, page, cloud, posts } = nets;
  await rest(nets).click();
  await desk.ready();
  await expect(desk.amount).toHaveValue('40,00');
  await desk.expectText('Loput maksusta R-1001: 60,00 € maksettu, 40,00 € jäljellä');
  await page.reload();
  await desk.ready();
  await desk.expectText('Loput maksusta R-1001: 60,00 € maksettu, 40,00 € jäljellä');

  cloud.terminal(T).play(approve());
  await desk.pay();
  // No "already paid" about its own family.
  await desk.waitForOutcome('paid');
  await desk.expectText('Loput maksusta R-1001');
  await desk.newSale();
  await row(nets, /60,00/).click();
  await desk.expectText(/Loput 40,00 € maksettu/);
  await expect(rest(nets)).toHaveCount(0);
  await desk.newSale();
  expect(posts()).toBe(2);

  // Anything else of that reference is asked about as before.
  await desk.startSale({ amount: '40', reference: 'R-1001' });
  await expect(page.getByRole('alertdialog')).toContainText('Samalla viitteellä on jo maksettu');
  expect(posts()).toBe(2);
  await nets.expectAgreement();
  const [root, paidRest] = await nets.readExport();
  expect(paidRest).toMatchObject({ kind: 'sale', originalId: root?.id, chargedMinor: 4_000 });
});

test('where the first part was taken back, nothing is left of it to be charged', async () => {
  const nets = await partlyPaid();
  const { desk, page } = nets;
  await desk.button('Mitätöi').click();
  await page
    .getByRole('dialog', { name: 'Mitätöi maksu' })
    .getByRole('button', { name: /^Mitätöi/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Maksu mitätöity', exact: true })).toBeVisible({ timeout: 60_000 });
  await desk.newSale();
  for (const opened of await row(nets, /60,00/).all()) {
    await opened.click();
    await expect(desk.newSaleButton).toBeVisible();
    await expect(rest(nets)).toHaveCount(0);
    await desk.newSale();
  }
  await nets.expectAgreement();
});

test('a rest whose reference is changed, or that is parted from its payment, is an ordinary sale', async () => {
  const nets = await partlyPaid();
  const { desk, page } = nets;
  await rest(nets).click();
  await desk.expectText('Loput maksusta R-1001');
  await desk.typeReference('R-1002');
  await expect(page.getByText('Loput maksusta')).toHaveCount(0);
  await desk.typeReference('R-1001');
  await desk.pay();
  await expect(page.getByRole('alertdialog')).toContainText('Samalla viitteellä on jo maksettu');
});
