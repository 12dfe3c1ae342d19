import { expect, test } from '@playwright/test';
import { approve } from '../support/connect-cloud/index.ts';
import type { Desk } from '../support/desk/desk.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import type { ProvisionedTerminal } from '../support/provisioning.ts';

const started = freshStart();

const reception = Array.from({ length: 15 }, (_, index) => ({
  terminalId: String(71_000_101 + index),
  name: `Vastaanoton pääte ${index + 1}`,
  active: true,
  location: 'Aula',
  pointOfSale: 'Vastaanotto',
}));
const sauna: ProvisionedTerminal = {
  terminalId: '71000201',
  name: 'Päätelaite I',
  active: true,
  location: 'Pukuhuone',
  pointOfSale: 'Rantasauna',
};
const terminals = [...reception, sauna];

const openDesk = (terminal: string | null, atNets = terminals): Promise<NetsDesk> =>
  openNetsDesk(started, { terminal, provisioning: { terminals }, cloud: { terminals: atNets.map(({ terminalId }) => terminalId) } });
const search = (desk: Desk) => desk.picker.getByRole('textbox', { name: 'Etsi päätelaite' });
const use = (desk: Desk) => desk.picker.getByRole('button', { name: 'Käytä tätä', exact: true });
const selected = (desk: Desk) => desk.picker.getByRole('option', { selected: true });

test('a terminal that the search leaves out is no longer selected, and neither Enter nor clearing brings it back', async () => {
  const { desk, page, posts, cloud, latest, expectAgreement } = await openDesk('Vastaanoton pääte 2');
  await desk.typeAmount('12,50');
  await desk.changeTerminal.click();
  await expect(selected(desk)).toHaveAccessibleName(/Vastaanoton pääte 2/);
  await search(desk).fill('pääte 2');
  await expect(selected(desk)).toHaveAccessibleName(/Vastaanoton pääte 2/);

  await search(desk).fill('sauna');
  await expect(desk.picker.getByRole('option')).toHaveCount(1);
  await expect(selected(desk)).toHaveCount(0);
  await expect(use(desk)).toBeDisabled();
  await search(desk).fill('');
  await expect(desk.picker.getByRole('option')).toHaveCount(16);
  await expect(selected(desk)).toHaveCount(0);

  // Enter selects where one is left, and where several are it does nothing. It never uses one by itself.
  await search(desk).fill('pääte');
  await page.keyboard.press('Enter');
  await expect(selected(desk)).toHaveCount(0);
  await search(desk).fill('sauna');
  await page.keyboard.press('Enter');
  await expect(selected(desk)).toHaveAccessibleName(/Päätelaite I.*Rantasauna · Pukuhuone/);
  await page.keyboard.press('Enter');
  await expect(desk.picker).toBeVisible();
  expect(posts()).toBe(0);

  cloud.terminal('71000201').play(approve());
  await use(desk).click();
  await desk.pay();
  await desk.waitForOutcome('paid');
  expect(await latest()).toMatchObject({ terminalId: '71000201' });
  await expectAgreement();
});

test('this PC’s own terminal is in sight when the picker opens, however far down the list', async () => {
  const { desk } = await openDesk('Vastaanoton pääte 15');
  await desk.changeTerminal.click();
  await expect(selected(desk)).toBeInViewport({ ratio: 1 });
});
