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

test('a double click on what was found uses it, as soon as the picker is open', async () => {
  const { desk } = await openDesk(null);
  await desk.ready();
  await desk.changeTerminal.click();
  await search(desk).fill('sauna');
  await desk.picker.getByRole('option').dblclick();
  await expect(desk.picker).toBeHidden();
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite I/);
});

test('a double click on a row that is cut off uses that row, also where its explanation is long', async () => {
  // Red for Nets, so that the longest sentences come up below the list with the first click.
  const { desk, page } = await openDesk(null, []);
  for (const height of [800, 540]) {
    await page.setViewportSize({ width: 960, height });
    await openPicker(desk);
    const last = await rowAtTheFold(desk);
    await page.mouse.dblclick(last.x, last.y);
    await expect(desk.picker).toBeHidden();
    await expect(desk.changeTerminal).toHaveAccessibleName(new RegExp(`${last.name}$`));
  }
});

test('a double click uses nothing where the list moved between its halves', async () => {
  const { desk, page } = await openDesk(null);
  await desk.ready();
  await openPicker(desk);
  const box = await desk.picker.getByRole('option').nth(1).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 30);
  await page.mouse.down();
  await page.mouse.up();
  await desk.picker.locator('.picker__list').evaluate((list) => list.scrollBy(0, 72));
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(selected(desk)).toHaveAccessibleName(/Vastaanoton pääte 3/);
  await page.waitForTimeout(300);
  await expect(desk.picker).toBeVisible();
});

test('nothing moves while a search is typed and a terminal is selected', async () => {
  const { desk } = await openDesk(null, []);
  await desk.ready();
  await openPicker(desk);
  const before = await desk.picker.boundingBox();
  for (const typed of ['sauna', 'ei mikään', '']) {
    await search(desk).fill(typed);
    expect(await desk.picker.boundingBox()).toEqual(before);
  }
  const row = desk.picker.getByRole('option').first();
  const place = await row.boundingBox();
  await row.click();
  await expect(selected(desk)).toHaveCount(1);
  expect(await row.boundingBox()).toEqual(place);
  expect(await desk.picker.boundingBox()).toEqual(before);
});

/** Open and at rest: where its rows lie is measured. */
async function openPicker({ page, changeTerminal, picker }: Desk): Promise<void> {
  await changeTerminal.click();
  await expect(picker).toBeVisible();
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
}

/** A point on the last row of which something can be seen, right above the fold. */
async function rowAtTheFold({ picker }: Desk): Promise<{ readonly name: string; readonly x: number; readonly y: number }> {
  const list = await picker.locator('.picker__list').boundingBox();
  const fold = (list?.y ?? 0) + (list?.height ?? 0);
  const rows = await picker.getByRole('option').all();
  const boxes = await Promise.all(
    rows.map(async (row) => ({ name: await row.locator('.picker__name').innerText(), box: await row.boundingBox() })),
  );
  const cut = boxes.findLast(({ box }) => box !== null && box.y < fold - 2);
  if (cut?.box === undefined || cut.box === null) throw new Error('no row is at the fold');
  const { name, box } = cut;
  return { name, x: box.x + 200, y: Math.min(fold, box.y + box.height) - 2 };
}
