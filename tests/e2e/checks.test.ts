import { expect, test } from '@playwright/test';
import { notConnected } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

test('an error leads to the check that fits, and back to where one was', async () => {
  const { desk, page, cloud } = nets();
  cloud.terminal('71000001').play(notConnected());
  await desk.startSale({ amount: '12,50', reference: 'R-1' });
  await desk.waitForOutcome('notConnected');
  await desk.button('Tee tarkistukset').focus();
  // A screen that has just opened takes no key yet.
  await page.waitForTimeout(1_000);
  await page.keyboard.press('Enter');
  const checks = page.getByRole('dialog', { name: 'Tarkistukset' });
  await expect(checks.getByRole('listitem').filter({ hasText: 'yhteydessä Nets Cloudiin' })).toBeFocused();
  await expect(checks.getByRole('listitem').filter({ hasText: 'yhteydessä Nets Cloudiin' })).toContainText('Vika');
  await expect(checks.getByRole('listitem').filter({ hasText: 'Kirjautuminen Netsiin' })).toContainText('Kunnossa');
  await expect(checks.getByRole('listitem').filter({ hasText: 'Maksujen tallennus' })).toContainText('Kunnossa');
  await expectAccessible(page, 'checks');
  await checks.getByRole('button', { name: 'Sulje' }).click();
  await desk.waitForOutcome('notConnected');
  await nets().expectAgreement();
  await desk.newSale();
});

test('without Nets the desk says so, records by hand in one step, and notices the return by itself', async () => {
  test.setTimeout(480_000);
  const { desk, page, cloud } = nets();
  await cloud.stopListening();
  await desk.startSale({ amount: '8,50', reference: 'R-2' });
  await desk.waitForOutcome('notSent', 30_000);
  await desk.button('Kirjaa käsin').click();
  await expect(desk.amount).toHaveValue('8,50');
  await expect(desk.reference).toHaveValue('R-2');
  await expect(page.getByRole('textbox', { name: 'Kortin neljä viimeistä' })).toBeVisible();
  await desk.expectText('Nets ei vastaa');
  await desk.button('Asetukset').click();
  await page.getByRole('button', { name: 'Tarkistukset' }).click();
  const checks = page.getByRole('dialog', { name: 'Tarkistukset' });
  await expect(checks.getByRole('listitem').filter({ hasText: 'Kirjautuminen Netsiin' })).toContainText('Vika', { timeout: 60_000 });
  await cloud.listenAgain();
  await checks.getByRole('button', { name: 'Tarkista uudelleen' }).click();
  await expect(checks.getByRole('listitem').filter({ hasText: 'Kirjautuminen Netsiin' })).toContainText('Kunnossa', { timeout: 60_000 });
  await checks.getByRole('button', { name: 'Sulje' }).click();
  await desk.expectText('Hotelli Esimerkki');
  await expect.poll(() => desk.text(), { timeout: 70_000 }).toContain('Nets yhdistetty');
});
