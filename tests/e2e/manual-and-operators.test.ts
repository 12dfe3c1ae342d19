import { expect, test } from '@playwright/test';
import { type ExportedPayment, startConnectCloud } from '../support/connect-cloud/index.ts';
import type { Desk } from '../support/desk/desk.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import { testCredentials } from '../support/provisioning.ts';

const started = freshStart();

async function enterByHand(desk: Desk, lastFour = '4242'): Promise<void> {
  const { page } = desk;
  await page.getByText('Manuaalinen maksu', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Manuaalinen maksu' })).toBeChecked();
  await desk.typeAmount('45,00');
  await desk.typeReference('R-5001');
  await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill(lastFour);
  await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('K-123');
  await page.getByRole('textbox', { name: 'Syy', exact: true }).fill('Verkko poikki');
  await desk.button(/^Kirjaa maksu/).click();
}

const manualRow = {
  kind: 'manual',
  state: 'settled-by-person',
  moneyMoved: 'yes',
  amountMinor: 4500,
  chargedMinor: 4500,
  reference: 'R-5001',
  proof: 'person',
  // The four digits and the receipt are what the person saw.
  settlement: { charged: true, reason: 'Verkko poikki', evidence: expect.stringMatching(/K-123.*4242/) },
};

const manual = async (launched: Pick<LaunchedApp, 'readExport'>): Promise<ExportedPayment | undefined> =>
  (await launched.readExport()).find((payment) => payment.kind === 'manual');

test('a payment is recorded by hand while Nets cannot be reached, and nothing is sent', async () => {
  const nets = await openNetsDesk(started);
  await nets.cloud.stopListening();
  await enterByHand(nets.desk);
  await nets.desk.waitForOutcome('recorded');
  await nets.desk.expectText('45,00 €');
  expect(await manual(nets)).toMatchObject(manualRow);
  await nets.cloud.listenAgain();
  expect(nets.posts()).toBe(0);
  await nets.expectAgreement();
});

test('a payment is recorded by hand where neither Nets nor terminals are provisioned', async () => {
  const launched = await started.launch({ provision: started.provision({ without: ['terminals'] }) });
  await launched.desk.ready();
  // Nothing is amiss: the form begins there, and nobody is told to ask for a file or that a password will be forgotten.
  await expect(launched.page.getByRole('radio', { name: 'Manuaalinen maksu' })).toBeChecked();
  await expect(launched.page.getByRole('alert')).toHaveCount(0);
  await expect(launched.page.getByText(/käyttöönottotiedosto|Nets-tunnukset/i)).toHaveCount(0);
  await enterByHand(launched.desk);
  await launched.desk.waitForOutcome('recorded');
  expect(await manual(launched)).toMatchObject(manualRow);
});

test('recording by hand asks for each thing that is missing or wrong, at its field', async () => {
  const { desk, page, readExport } = await openNetsDesk(started);
  await enterByHand(desk, '42');
  const lastFour = page.getByRole('textbox', { name: 'Kortin neljä viimeistä' });
  await expect(lastFour).toHaveAttribute('aria-invalid', 'true');
  for (const wrong of ['', '12345', 'abcd', '4111111111111111']) {
    await lastFour.fill(wrong);
    await desk.button(/^Kirjaa maksu/).click();
    await expect(lastFour, wrong).toHaveAttribute('aria-invalid', 'true');
  }
  await lastFour.fill('4242');
  for (const name of ['Syy', 'Varmennusnumero tai kuittinumero']) {
    const field = page.getByRole('textbox', { name, exact: true });
    const before = await field.inputValue();
    await field.fill('');
    await desk.button(/^Kirjaa maksu/).click();
    await expect(field, name).toHaveAttribute('aria-invalid', 'true');
    await field.fill('kortti 4111 1111 1111 1111');
    await desk.button(/^Kirjaa maksu/).click();
    await expect(field, name).toHaveAttribute('aria-invalid', 'true');
    await field.fill(before);
  }
  expect(await readExport()).toEqual([]);
});

test('with operators a name is chosen before the first sale, and stands on every payment', async () => {
  const { desk, page, readExport, posts } = await openNetsDesk(started, {
    terminal: null,
    provisioning: { operators: ['Maija V.', 'Jussi K.'] },
  });
  await page
    .getByRole('button', { name: 'Maija V.' })
    .or(page.getByRole('radio', { name: 'Maija V.' }))
    .first()
    .click();
  await desk.ready();
  const operator = desk.button(/^Käyttäjä/);
  await expect(operator).toHaveAccessibleName(/Maija V\./);
  await desk.startSale({ amount: '12,50', reference: 'R-5002', terminal: 'Päätelaite I' });
  await desk.waitForOutcome('paid');
  await desk.newSale();
  expect(await readExport()).toMatchObject([{ operator: 'Maija V.', reference: 'R-5002' }]);

  // Two taps, and the hand is back in the field where it was.
  await desk.typeReference('R-5003');
  await desk.reference.focus();
  await operator.click();
  await page.getByRole('dialog').getByText('Jussi K.').click();
  await expect(operator).toHaveAccessibleName(/Jussi K\./);
  await expect(desk.reference).toBeFocused();
  await expect(desk.reference).toHaveValue('R-5003');
  await desk.startSale({ amount: '13', reference: 'R-5003' });
  await desk.waitForOutcome('paid');
  const names = (await readExport()).map((payment) => [payment['reference'], payment['operator']]);
  expect(Object.fromEntries(names)).toEqual({ 'R-5002': 'Maija V.', 'R-5003': 'Jussi K.' });
  expect(posts()).toBe(2);
  await desk.newSale();

  // By keyboard the focus is back on the button that opened it; and somebody new can be added there.
  await operator.focus();
  await page.keyboard.press('Enter');
  await desk.button('Lisää nimi').click();
  await expect(page.getByRole('textbox', { name: 'Uusi nimi' })).toBeFocused();
  await page.keyboard.type('maija v.', { delay: 80 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Uusi nimi' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Uusi nimi' }).fill('Kesä Kaija');
  await page.keyboard.press('Enter');
  await expect(operator).toHaveAccessibleName(/Kesä Kaija/);
  await expect(operator).toBeFocused();
});

test('without a name no sale starts, however it is asked for', async () => {
  const { page, posts, readExport } = await openNetsDesk(started, { terminal: null, provisioning: { operators: ['Maija V.'] } });
  await page.getByText('Maija V.').first().waitFor();
  await page.keyboard.press('F9');
  const refused = await page.evaluate(async () => {
    const { pos } = window as unknown as { pos: { startSale: (input: object) => Promise<{ ok: boolean }> } };
    return pos.startSale({
      idempotencyKey: 'an-attempt-1',
      mode: 'production',
      amountMinor: 1250,
      reference: '',
      terminalId: '71000001',
      confirmed: [],
    });
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'operator-missing', moneyMoved: 'no' } });
  expect(posts()).toBe(0);
  expect(await readExport()).toEqual([]);
});

test('a name is asked for again by the next shift: the choice does not outlive the program', async () => {
  const cloud = await startConnectCloud(testCredentials);
  started.atEnd(() => cloud.close());
  const provision = started.provision({ baseUrl: cloud.baseUrl, operators: ['Maija V.', 'Jussi K.'] });
  const userDataDir = started.folder();
  const first = await started.launch({ provision, userDataDir });
  await first.page.getByText('Maija V.').first().click();
  await first.desk.ready();
  await first.close();
  const again = await started.launch({ provision, userDataDir });
  await expect(again.page.getByText('Jussi K.').first()).toBeVisible();
});
