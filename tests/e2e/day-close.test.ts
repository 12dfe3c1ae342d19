import { expect, type Page, test } from '@playwright/test';
import { approve, approveThenCut, cutCall, hold, slowCall } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';

const nets = oneLaunch((started) => openNetsDesk(started));
const asked = { method: 'POST', path: /\/administration$/ } as const;

const tab = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const verdict = (page: Page, name: string) => region(page, 'Päätelaite I').getByRole('radio', { name, exact: true });
const closeButton = (page: Page) => page.getByRole('button', { name: 'Päätä päivä' });

async function openDay(): Promise<Page> {
  const { page } = nets();
  await tab(page, 'Päivän päätös').click();
  await expect(page.getByRole('heading', { name: 'Päivän päätös', level: 1 })).toBeVisible();
  await expect(region(page, 'Päätelaite I')).toBeVisible();
  return page;
}

async function reconcile(page: Page): Promise<void> {
  await region(page, 'Päätelaite I').getByRole('button', { name: 'Tee Nets-tilitys' }).click();
  const question = page.getByRole('dialog', { name: 'Tehdäänkö Nets-tilitys?' });
  await expect(question).toContainText('kaikilta kassoilta');
  await expectAccessible(page, 'asked before a reconciliation');
  await question.getByRole('button', { name: 'Tee Nets-tilitys' }).click();
  await expect(question).toBeHidden();
}

test('a reconciliation is asked about, keeps sales away while it runs, and ends the voids of its session', async () => {
  const { desk, cloud } = nets();
  cloud.terminal('71000001').play(approve({ tipMinor: 200 }));
  await desk.startSale({ amount: '12,50', reference: 'R-7001' });
  await desk.waitForOutcome('paid');
  await expect(desk.button('Mitätöi')).toBeVisible();
  await desk.newSale();

  const page = await openDay();
  await expect(region(page, 'Päätelaite I')).toContainText('14,50 €');
  await expectAccessible(page, 'day close');
  cloud.terminal('71000001').administrations.play(slowCall(4_000));
  await reconcile(page);
  await expect(region(page, 'Päätelaite I')).toContainText('Tilitys on kesken');
  await tab(page, 'Kassa').click();
  await desk.startSale({ amount: '1', reference: 'R-7002' });
  await expect(page.getByRole('alert').filter({ hasText: 'Nets-tilitystä' })).toBeVisible();
  await tab(page, 'Päivän päätös').click();
  await expect(region(page, 'Päätelaite I')).toContainText('RECONCILIATION', { timeout: 60_000 });
  expect(cloud.count(asked)).toBe(1);
  expect(nets().posts()).toBe(1);

  await tab(page, 'Kassa').click();
  await page
    .getByRole('button', { name: /R-7001/ })
    .last()
    .click();
  await expect(desk.button('Palauta')).toBeVisible();
  await expect(desk.button('Mitätöi')).toBeHidden();
  await desk.newSale();
});

test('one whose answer is lost is not confirmed, says what to do, and is never repeated', async () => {
  const { cloud } = nets();
  const before = cloud.count(asked);
  cloud.terminal('71000001').administrations.play(cutCall('before'));
  const page = await openDay();
  await reconcile(page);
  await expect(region(page, 'Päätelaite I')).toContainText('Ei vahvistettu', { timeout: 60_000 });
  await expect(region(page, 'Päätelaite I')).toContainText('Pyyntöä ei toisteta itsestään');
  await expectAccessible(page, 'a reconciliation that is not confirmed');
  expect(cloud.count(asked)).toBe(before + 1);
});

test('no reconciliation is sent while a payment is open, and no day is closed over it', async () => {
  const { desk, page, cloud } = nets();
  const before = cloud.count(asked);
  const show = cloud.terminal('71000001').holdLookups();
  await tab(page, 'Kassa').click();
  cloud.terminal('71000001').play(approveThenCut('before'));
  await desk.startSale({ amount: '24', reference: 'R-7003' });
  await expect(page.getByRole('heading', { name: 'Maksun tila on epäselvä' })).toBeVisible({ timeout: 60_000 });
  await desk.button('Jatka toisella asiakkaalla').click();

  await openDay();
  const button = region(page, 'Päätelaite I').getByRole('button', { name: 'Tee Nets-tilitys' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.click({ force: true });
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(cloud.count(asked)).toBe(before);

  const open = region(page, 'Avoimet asiat');
  await expect(open).toContainText('R-7003');
  await tick(verdict(page, 'Täsmää'));
  await page.getByRole('textbox', { name: 'Nimi' }).fill('Maija V.');
  await closeButton(page).click();
  await expect(open.getByText('Kirjoita syy.')).toBeVisible();
  await expect(page.getByText('Päivä on päätetty')).toBeHidden();
  await open.getByRole('textbox', { name: 'Syy' }).fill('Kysytään asiakkaalta huomenna');
  await page.getByRole('textbox', { name: 'Nimi' }).fill('');
  await closeButton(page).click();
  await expect(page.getByText('Päivä on päätetty')).toBeHidden();
  await page.getByRole('textbox', { name: 'Nimi' }).fill('Maija V.');
  await closeButton(page).click();
  await expect(page.getByText('Päivä on päätetty')).toBeVisible();
  await expect(page.getByText('Päätti Maija V.')).toBeVisible();
  await expect(region(page, 'Auki jääneet asiat')).toContainText('Kysytään asiakkaalta huomenna');
  await expectAccessible(page, 'a closed day');

  // The charge becomes known: the closed day says so beside itself, and stays as it was.
  const charged = await page.getByRole('region', { name: 'Koko kassa' }).textContent();
  show();
  await expect(page.getByText('Lisäykset päätöksen jälkeen')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'R-7003' }).first()).toContainText('24,00 €');
  expect(await page.getByRole('region', { name: 'Koko kassa' }).textContent()).toBe(charged);
});

test('a payment that runs stops the close, and a reload loses nothing that was closed', async () => {
  const { desk, page, cloud } = nets();
  await page.reload();
  await openDayAgain(page);
  await expect(page.getByText('Päivä on päätetty')).toBeVisible();
  await tab(page, 'Kassa').click();
  const held = cloud.terminal('71000001').play(hold());
  await desk.startSale({ amount: '3', reference: 'R-7004' });
  await held.arrived;
  held.release(approve());
  await desk.waitForOutcome('paid');
  await desk.newSale();
  await openDayAgain(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'R-7004' }).first()).toContainText('Maksu tehtiin päätöksen jälkeen');
});

test('the way back from the day that is closed leads to the next guest, also where it was opened from the list', async () => {
  const { desk, page } = nets();
  await openDayAgain(page);
  await page.getByRole('button', { name: /Maija V\./ }).click();
  await expect(page.getByText('Päivä on päätetty')).toBeVisible();
  await page.getByRole('button', { name: 'Takaisin', exact: true }).click();
  await expect(desk.button('Maksa')).toBeVisible();
  await openDayAgain(page);
  await expect(page.getByText('Päivä on päätetty')).toBeVisible();
});

async function openDayAgain(page: Page): Promise<void> {
  await tab(page, 'Päivän päätös').click();
  await expect(page.getByRole('heading', { name: 'Päivän päätös', level: 1 })).toBeVisible();
}
