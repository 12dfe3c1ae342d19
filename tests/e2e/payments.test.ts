import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openDatabase } from '../../electron/storage/open-database.ts';
import { approve, decline } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { Desk } from '../support/desk/desk.ts';
import { HandScanner } from '../support/desk/hand-scanner.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';
import { fillJournal } from '../support/large-journal.ts';

const T = '71000001';
const started = freshStart();

const grid = (page: Page) => page.getByRole('grid', { name: 'Maksut' });
const rows = (page: Page) => grid(page).getByRole('row');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Etsi maksuja' });
const open = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Maksut' }).click();
  await expect(page.getByRole('heading', { name: 'Maksut' })).toBeVisible();
};

async function sell({ desk, cloud }: NetsDesk, reference: string, amount: string, paid = true): Promise<void> {
  cloud.terminal(T).play(paid ? approve() : decline('51'));
  await desk.startSale({ amount, reference });
  await desk.waitForOutcome(paid ? 'paid' : 'declined');
  await desk.newSale();
}

test('a payment is found again, opened, given back, and the list stands where it stood', async () => {
  const nets = await openNetsDesk(started);
  const { desk, page } = nets;
  await sell(nets, 'R-2044 · Mäkinen', '128,50');
  await sell(nets, 'R-2045', '86,50', false);
  await sell(nets, 'R-3001', '12,50');
  await desk.typeAmount('77');
  await open(page);

  await expect(search(page)).toBeFocused();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3');
  await expect(rows(page).first()).toHaveAccessibleName(/12,50.*R-3001/);
  await expectAccessible(page, 'the payments');
  await search(page).fill('mäkinen');
  await expect(rows(page)).toHaveCount(1);
  await search(page).fill('86,50');
  await expect(rows(page)).toHaveAccessibleName(/R-2045.*Hylätty/);
  await search(page).fill('R-99');
  await expect(page.getByText('Maksuja ei löytynyt')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByLabel('Näytä').selectOption({ label: 'Maksetut' });
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await page.getByLabel('Näytä').selectOption({ label: 'Kaikki tilat' });
  await search(page).fill('r2044');

  // By keyboard alone from here on.
  await grid(page).focus();
  await page.keyboard.press('Enter');
  await desk.waitForOutcome('paid');
  await expect(page.getByRole('region', { name: 'Tapahtumat' })).toContainText('Oma pyyntö päättyi.');
  await expectAccessible(page, 'a payment’s page');
  await page.getByRole('button', { name: 'Takaisin maksuihin' }).click();
  await expect(search(page)).toHaveValue('r2044');
  await expect(grid(page)).toBeFocused();
  await expect(rows(page)).toHaveCount(1);

  nets.cloud.terminal(T).play(approve());
  await rows(page).click();
  await desk.button('Palauta').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Palauta/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Palautus suoritettu' })).toBeVisible();
  await desk.newSale();
  await expect(desk.amount).toHaveValue('77,00');
  await open(page);
  await expect(rows(page).filter({ hasText: 'Palautettu kokonaan' })).toHaveCount(1);
  await nets.expectAgreement();
});

test('the list hears of each payment, keeps to its days, and a scan looks for a booking', async () => {
  const nets = await openNetsDesk(started);
  const { page } = nets;
  await sell(nets, 'R-1', '10');
  await open(page);
  await tick(page.getByRole('radio', { name: 'Eilen' }));
  await expect(page.getByText('Ei maksuja', { exact: true })).toBeVisible();
  await tick(page.getByRole('radio', { name: 'Kaikki' }));
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1');
  await page.getByRole('button', { name: 'Kassa' }).click();
  await sell(nets, 'R-2', '20');
  await open(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await search(page).focus();
  await new HandScanner(page).scan({ text: 'R-1' });
  await expect(search(page)).toHaveValue('R-1');
  await expect(rows(page)).toHaveCount(1);
});

test('what is shown is saved as CSV, with nothing that a spreadsheet would run', async () => {
  const nets = await openNetsDesk(started);
  const { page, app } = nets;
  await sell(nets, '=1+2;"Mäki"', '12,50');
  await sell(nets, 'R-1', '1 234,50', false);
  await open(page);
  const file = join(started.folder(), 'päivä.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Vie CSV' }).click();
  await expect(page.getByText('CSV-tiedostoon vietiin 2 maksua.')).toBeVisible();
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\ufeffTunniste;Tilaustunnus;')).toBe(true);
  const [, declined = '', paid = '', ...rest] = text.split('\r\n');
  expect(rest).toEqual(['']);
  expect(declined).toContain(';sale;declined;no;false;1234,50;0,00;0,00;0,00;EUR;71000001;');
  expect(paid).toContain(`;"'=1+2;""Mäki""";`);
  expect(paid).toMatch(/;\d\d\.\d\d\.\d{4} \d\d\.\d\d\.\d\d;\d\d\.\d\d\.\d{4} \d\d\.\d\d\.\d\d$/);
});

test('years of payments are walked from end to end with few rows in the page', async () => {
  const cloud = await started.cloud({ latestAfterMs: 0 });
  const userDataDir = started.folder();
  const first = await started.launch({ userDataDir, provision: started.provision({ baseUrl: cloud.baseUrl }) });
  await new Desk(first.page).ready();
  await first.close();
  const opened = await openDatabase(join(userDataDir, 'payments.db'));
  if (!opened.ok) throw new Error(opened.error.kind);
  const now = Date.now();
  const ago = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
  fillJournal(opened.value.database, { payments: 5_000, today: 1, from: ago(0.5), to: ago(0.1) });
  opened.value.database.close();

  const { page, desk } = await started.launch({ userDataDir });
  await desk.ready();
  await open(page);
  await tick(page.getByRole('radio', { name: 'Kaikki' }));
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '5000');
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(grid(page).getByRole('row', { name: /R-1,/ })).toHaveAttribute('aria-rowindex', '5000');
  expect(await rows(page).count()).toBeLessThanOrEqual(60);
  await page.keyboard.press('Home');
  await expect(grid(page).getByRole('row', { name: /R-5000,/ })).toHaveAttribute('aria-rowindex', '1');
  await search(page).fill('R-4321');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toHaveAccessibleName(/R-4321/);
});
