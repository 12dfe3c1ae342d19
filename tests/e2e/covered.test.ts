import { expect, test } from '@playwright/test';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

test('an unattended screen is covered, and one tap gives the same place and everything typed back', async () => {
  const { desk, page } = await openNetsDesk(started, { terminal: null, provisioning: { operators: ['Maija V.', 'Jussi K.'] } });
  await page.getByRole('button', { name: 'Maija V.' }).click();
  await desk.ready();
  await page.clock.install();
  await page.evaluate(() =>
    (window as unknown as { pos: { changeComfort: (change: object) => Promise<unknown> } }).pos.changeComfort({ lockMinutes: 2 }),
  );
  await desk.typeAmount('86,50');
  await desk.typeReference('R-7100 Mäkinen');
  await desk.reference.focus();
  const cover = page.getByRole('dialog', { name: 'Kassa on peitetty' });
  await page.clock.runFor(125_000);
  await expect(cover).toBeVisible();
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

  await page.clock.runFor(125_000);
  await cover.getByRole('button', { name: 'Jussi K.' }).click();
  await expect(cover).toBeHidden();
  await expect(desk.button(/^Käyttäjä/)).toHaveAccessibleName(/Jussi K\./);
  await expect(desk.amount).toHaveValue('86,50');
});
