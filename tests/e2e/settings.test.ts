import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { approve, hold, ordinaryCall, slowCall } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';
import { testCredentials } from '../support/provisioning.ts';

const started = freshStart();

const settings = (page: Page) => page.getByRole('dialog', { name: 'Asetukset', exact: true });
const support = (page: Page) => page.getByRole('dialog', { name: 'Tuen asetukset', exact: true });

/** The system's own file dialog answers with this path; nobody else ever sees it. */
async function fileChosen({ app }: LaunchedApp, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, path);
}

async function openSupport({ desk, page }: LaunchedApp): Promise<void> {
  await desk.button('Asetukset').click();
  await settings(page).getByRole('button', { name: 'Tuen asetukset' }).click();
  await expectAccessible(page, 'the step before');
  await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
}

test('this PC’s point of sale changes at once, and stays over a restart and a repeated import', async () => {
  const nets = await openNetsDesk(started);
  const { desk, page } = nets;
  await desk.button('Asetukset').click();
  await expectAccessible(page, 'settings');
  await tick(settings(page).getByRole('radio', { name: 'Ravintola' }));
  await settings(page).getByRole('button', { name: 'Sulje' }).click();
  await desk.expectText('Hotelli Esimerkki Ravintola');
  await desk.changeTerminal.click();
  await expect(desk.picker.getByRole('group').first()).toContainText('Ravintolan päätelaite');
  await page.keyboard.press('Escape');
  await nets.close();

  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.ready();
  await again.desk.expectText('Hotelli Esimerkki Ravintola');
  await expect(again.desk.changeTerminal).toHaveAccessibleName(/Päätelaite I/);
});

test('a file is taken into use while the program runs, and a bad one changes nothing', async () => {
  const cloud = await started.cloud();
  const launched = await started.launch();
  const { desk, page } = launched;
  await expect(desk.button('Harjoittelutila')).toBeVisible();
  const folder = started.folder('files');
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '{"version": 1, "password": "visible-secret"');
  await fileChosen(launched, bad);
  await desk.button('Tuo käyttöönottotiedosto').click();
  await desk.expectText('the provisioning file is not JSON');
  expect(await desk.text()).not.toContain('visible-secret');
  await fileChosen(launched, null);
  await desk.button('Tuo käyttöönottotiedosto').click();
  await expect(desk.button('Harjoittelutila')).toBeVisible();

  await fileChosen(launched, started.provision({ baseUrl: cloud.baseUrl }));
  await desk.button('Tuo käyttöönottotiedosto').click();
  await desk.ready();
  await desk.expectText('TESTIYMPÄRISTÖ – RAHA EI SIIRRY');
  cloud.terminal('71000001').play(approve());
  await desk.startSale({ amount: '12,50', reference: 'R-1', terminal: 'Päätelaite I' });
  await desk.waitForOutcome('paid');
  await desk.newSale();

  // The same again with another password: tested, refused by Nets, put right.
  await openSupport(launched);
  await expectAccessible(page, 'support');
  await expect(support(page).getByRole('textbox', { name: 'Netsin osoite' })).toHaveValue(cloud.baseUrl);
  const password = support(page).getByLabel('Netsin salasana');
  await expect(password).toHaveValue('');
  const tests = support(page).getByRole('button', { name: 'Testaa yhteydet' });
  await tests.click();
  await expect(support(page)).toContainText('Yhteys toimii');
  // What was found belongs to what was saved then, and the next test to what is saved first.
  await password.fill('not-the-password');
  await expect(support(page)).not.toContainText('Yhteys toimii');
  await expect(tests).toBeDisabled();
  await expect(tests).toHaveAccessibleDescription('Tallenna ensin, sitten testaa.');
  await support(page).getByRole('button', { name: 'Tallenna yhteydet' }).click();
  await expect(support(page)).toContainText('Yhteydet tallennettiin');
  await expect(support(page)).not.toContainText('Yhteys toimii');
  await expect(password).toHaveValue('');
  await support(page).getByRole('button', { name: 'Testaa yhteydet' }).click();
  await expect(support(page)).toContainText('Tunnusta ei hyväksytty');
  await password.fill(testCredentials.password);
  await support(page).getByRole('button', { name: 'Tallenna yhteydet' }).click();
  await expect(support(page)).not.toContainText('Tunnusta ei hyväksytty');
  await support(page).getByRole('button', { name: 'Testaa yhteydet' }).click();
  await expect(support(page)).toContainText('Yhteys toimii');
  await support(page).getByRole('button', { name: 'Tallenna yhteydet' }).click();
  await expect(support(page)).toContainText('Yhteydet tallennettiin');
  await expect(support(page)).not.toContainText('Yhteys toimii');
  await tests.click();
  await expect(support(page)).toContainText('Yhteys toimii');
  await fileChosen(launched, started.provision({ baseUrl: cloud.baseUrl, username: 'somebody-else' }));
  await support(page).getByRole('button', { name: 'Tuo käyttöönottotiedosto' }).click();
  await expect(support(page)).toContainText('Tiedosto otettiin käyttöön');
  await expect(support(page)).not.toContainText('Yhteys toimii');
  await expect(support(page).getByRole('textbox', { name: 'Netsin käyttäjätunnus' })).toHaveValue('somebody-else');
  await fileChosen(launched, started.provision({ baseUrl: cloud.baseUrl }));
  await support(page).getByRole('button', { name: 'Tuo käyttöönottotiedosto' }).click();
  await expect(support(page).getByRole('textbox', { name: 'Netsin käyttäjätunnus' })).toHaveValue(testCredentials.username);

  // An answer that comes after the next character belongs to nothing that is on the screen.
  const asked = (): number => cloud.count({ path: /terminal/ });
  const before = asked();
  cloud.lists.always(slowCall(500));
  await tests.click();
  await expect.poll(asked).toBeGreaterThan(before);
  await password.fill('x');
  await page.waitForTimeout(1_000);
  await expect(tests).toHaveAccessibleDescription('Tallenna ensin, sitten testaa.');
  await expect(support(page)).not.toContainText('Yhteys toimii');
  cloud.lists.always(ordinaryCall);

  await support(page).getByRole('textbox', { name: 'Netsin osoite' }).fill('http://nets.example');
  await password.fill('x');
  await support(page).getByRole('button', { name: 'Tallenna yhteydet' }).click();
  await expect(support(page)).toContainText('Osoite ei kelpaa');
  await expect(tests).toBeDisabled();
  await support(page).getByRole('textbox', { name: 'Netsin osoite' }).fill(cloud.baseUrl);
  await password.fill('');
  await cloud.close();
  await support(page).getByRole('button', { name: 'Testaa yhteydet' }).click();
  await expect(support(page)).toContainText('Ei vastausta', { timeout: 60_000 });
});

test('the log-in cannot be changed while a payment may have to be looked up with it', async () => {
  const nets = await openNetsDesk(started);
  const { desk, page, cloud } = nets;
  const play = cloud.terminal('71000001').play(hold());
  await desk.startSale({ amount: '12,50', reference: 'R-2' });
  await play.arrived;
  const ask = (change: object): Promise<unknown> =>
    page.evaluate((given) => {
      const { pos } = window as unknown as { pos: { saveConnections: (input: object) => Promise<unknown> } };
      return pos.saveConnections(given);
    }, change);
  const other = { nets: { baseUrl: cloud.baseUrl, username: 'somebody-else', password: 'secret' }, strapi: null };
  expect(await ask(other)).toMatchObject({ ok: false, error: { code: 'login-in-use', moneyMoved: 'no' } });
  expect(await ask({ nets: { ...other.nets, username: testCredentials.username }, strapi: null })).toMatchObject({ ok: false });
  cloud.terminal('71000001').release(approve());
  await desk.waitForOutcome('paid');
  await nets.expectAgreement();
});

test('on a small screen the keyboard alone saves and tests, sees what came of it, and keeps its place', async () => {
  const { app, desk, page, cloud, ...rest } = await openNetsDesk(started);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  await openSupport({ app, desk, page, ...rest });
  /** Not clipped, and under nothing. */
  const expectInSight = async (text: string): Promise<void> => {
    const found = support(page).getByText(text, { exact: false }).first();
    await expect(found).toBeInViewport({ ratio: 0.9 });
    const isCovered = (): Promise<boolean> =>
      found.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there === null || !(element.contains(there) || there.contains(element));
      });
    await expect.poll(isCovered, text).toBe(false);
  };
  const save = support(page).getByRole('button', { name: 'Tallenna yhteydet' });
  const address = support(page).getByRole('textbox', { name: 'Netsin osoite' });
  await address.fill('nets.example');
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(support(page)).toContainText('Osoite ei kelpaa');
  await expectInSight('Osoite ei kelpaa');
  await expect(save).toBeFocused();
  await address.fill(cloud.baseUrl);
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(support(page)).toContainText('Yhteydet tallennettiin');
  await expectInSight('Yhteydet tallennettiin');
  const tests = support(page).getByRole('button', { name: 'Testaa yhteydet' });
  await tests.focus();
  await page.keyboard.press('Enter');
  await expect(support(page)).toContainText('Yhteys toimii');
  await expectInSight('Yhteys toimii');
  await expect(tests).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(support(page)).toBeHidden();
});
