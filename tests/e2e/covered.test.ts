import { expect, type Page, test } from '@playwright/test';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import { asked, endedWell, linkOf, openLink, requestOn, willbaOf } from '../support/desk/willba-desk.ts';

const started = freshStart();

/** Nobody touches the window for two minutes, as often as it takes until it knows that it should be covered then. */
async function waitForCover(page: Page): Promise<void> {
  const cover = page.getByRole('dialog', { name: 'Kassa on peitetty' });
  await expect(async () => {
    await page.clock.runFor(125_000);
    await expect(cover).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

test('an unattended screen is covered, and one tap gives the same place and everything typed back', async () => {
  const { desk, page } = await openNetsDesk(started, { terminal: null, provisioning: { operators: ['Maija V.', 'Jussi K.'] } });
  await page.getByRole('button', { name: 'Maija V.' }).click();
  await desk.ready();
  await desk.readyBesideTheTill();
  await page.clock.install();
  await page.evaluate(() =>
    (window as unknown as { pos: { changeComfort: (change: object) => Promise<unknown> } }).pos.changeComfort({ lockMinutes: 2 }),
  );
  await desk.typeAmount('86,50');
  await desk.typeReference('R-7100 Mäkinen');
  await desk.reference.focus();
  const cover = page.getByRole('dialog', { name: 'Kassa on peitetty' });
  await waitForCover(page);
  // Neither seen nor heard: sums and guests are behind it.
  await expect(desk.amount).toBeHidden();
  await expect(page.getByText('Mäkinen')).toBeHidden();
  await page.clock.runFor(1_000);
  await page.keyboard.press('F9');
  await page.keyboard.press('Escape');
  await expect(cover).toBeVisible();
  await page.getByRole('button', { name: 'Jatka: Maija V.' }).click();
  await expect(cover).toBeHidden();
  await expect(desk.amount).toHaveValue('86,50');
  await expect(desk.reference).toHaveValue('R-7100 Mäkinen');
  await page.clock.runFor(100);
  await expect(desk.reference).toBeFocused();

  await waitForCover(page);
  await cover.getByRole('button', { name: 'Jussi K.' }).click();
  await expect(cover).toBeHidden();
  await expect(desk.button(/^Käyttäjä/)).toHaveAccessibleName(/Jussi K\./);
  await expect(desk.amount).toHaveValue('86,50');
});

test('a request of Willba that comes behind the cover stays behind it, and is there afterwards', async () => {
  const { desk, page, posts, userDataDir } = await openNetsDesk(started, { provisioning: { willba: willbaOf() } });
  await desk.readyBesideTheTill();
  await page.clock.install();
  await page.evaluate(() =>
    (window as unknown as { pos: { changeComfort: (change: object) => Promise<unknown> } }).pos.changeComfort({ lockMinutes: 2 }),
  );
  const cover = page.getByRole('dialog', { name: 'Kassa on peitetty' });
  await waitForCover(page);
  endedWell(await openLink(userDataDir, linkOf(asked())));
  const request = requestOn(page);
  await expect(page.locator('#sale-amount')).toHaveValue('42,00');
  await page.clock.runFor(2_000);
  await expect(cover).toBeVisible();
  await expect(page.getByText('Matti Mäkinen')).toBeHidden();
  await expect(desk.amount).toBeHidden();
  await cover.getByRole('button', { name: /^Jatka/ }).click();
  await expect(cover).toBeHidden();
  await page.clock.runFor(1_000);
  await expect(request.form).toContainText('Matti Mäkinen');
  await expect(desk.amount).toHaveValue('42,00');
  await expect(desk.amount).not.toBeEditable();
  expect(posts()).toBe(0);
});

test('a double click on the cover, or on a name in a dialog, presses nothing that lies under it', async () => {
  const { desk, page, posts } = await openNetsDesk(started, {
    terminal: null,
    provisioning: { operators: ['Maija V.', 'Jussi K.'] },
  });
  await page.getByRole('button', { name: 'Maija V.' }).click();
  await desk.ready();
  await desk.chooseTerminal('Päätelaite I');
  await desk.typeAmount('86,50');
  await desk.typeReference('R-7101');
  const pay = desk.button(/^Maksa 86,50/);
  const under = async (): Promise<{ x: number; y: number }> => {
    const box = await pay.boundingBox();
    if (box === null) throw new Error('Maksa is not in sight');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const place = await under();
  // Both buttons may lie over Maksa in some window: here they are put there.
  const put = (name: string) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name })
      .evaluate((button, { x, y }) => {
        Object.assign(button.style, { position: 'fixed', left: '0', top: '0', zIndex: '9' });
        const box = button.getBoundingClientRect();
        Object.assign(button.style, { left: `${x - box.x - box.width / 2}px`, top: `${y - box.y - box.height / 2}px` });
      }, place);
  await desk.button(/^Käyttäjä/).click();
  await put('Jussi K.');
  await page.mouse.dblclick(place.x, place.y);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(desk.button(/^Käyttäjä/)).toHaveAccessibleName(/Jussi K\./);

  await desk.readyBesideTheTill();
  await page.clock.install();
  await page.evaluate(() =>
    (window as unknown as { pos: { changeComfort: (change: object) => Promise<unknown> } }).pos.changeComfort({ lockMinutes: 2 }),
  );
  await waitForCover(page);
  await page.clock.runFor(1_000);
  await put('Jatka: Jussi K.');
  await page.mouse.dblclick(place.x, place.y);
  await expect(page.getByRole('dialog', { name: 'Kassa on peitetty' })).toBeHidden();
  await page.clock.runFor(100);
  await expect(pay).toBeVisible();
  expect(posts()).toBe(0);
  // A press that is meant for Maksa is taken at once.
  await pay.click();
  await expect.poll(posts).toBe(1);
});
