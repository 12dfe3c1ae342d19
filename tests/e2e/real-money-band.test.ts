import { expect, test } from '@playwright/test';
import { freshStart, type Started } from '../support/desk/started.ts';
import { testCredentials } from '../support/provisioning.ts';

const started: Started = freshStart();
const band = 'TESTIYMPÄRISTÖ – RAHA EI SIIRRY';
/** Nobody is at this proxy: no test reaches a host of Nets. */
const behindNobody = ['--proxy-server=http://127.0.0.1:9'];

const openAt = async (baseUrl: string, userDataDir = started.folder()) => {
  const provision = started.provision({ nets: { baseUrl, ...testCredentials } });
  const launched = await started.launch({ provision, userDataDir, flags: behindNobody });
  await launched.desk.ready();
  await expect(launched.desk.changeTerminal).toBeVisible();
  return launched;
};

for (const baseUrl of ['https://API1.CloudConnect.nets.eu.:443', 'https://nets-of-tomorrow.invalid']) {
  test(`at ${baseUrl} nothing says that no money moves, and what is recorded is real`, async () => {
    const { page, desk, readExport } = await openAt(baseUrl);
    await expect(page.getByText(band)).toHaveCount(0);
    await desk.changeTerminal.click();
    await expect(desk.picker).toBeVisible();
    await expect(page.getByText(band)).toHaveCount(0);
    await desk.picker.getByRole('button', { name: 'Peruuta', exact: true }).click();
    await page
      .getByRole('radio', { name: 'Manuaalinen maksu' })
      .or(page.getByRole('tab', { name: 'Manuaalinen maksu' }))
      .click();
    await desk.typeAmount('12,50');
    await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('1234');
    await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('55');
    await page.getByRole('textbox', { name: 'Syy' }).fill('Yhteys poikki');
    await page.getByRole('button', { name: /^Kirjaa maksu/ }).click();
    await desk.waitForOutcome('recorded');
    await expect(page.getByText(band)).toHaveCount(0);
    expect(await readExport()).toMatchObject([{ kind: 'manual', environment: 'production' }]);
  });
}

test('at the test host the band stands on the sale screen and over the picker', async () => {
  const { page, desk } = await openAt('https://CONNECTCLOUD-test.aws.nets.eu.');
  await expect(page.getByText(band)).toBeVisible();
  await desk.changeTerminal.click();
  await expect(desk.picker.getByText(band)).toBeVisible();
});
