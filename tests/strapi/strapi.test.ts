import { expect, test } from '@playwright/test';
import { createStrapiTerminals } from '../../electron/strapi/strapi-terminals.ts';
import { approve } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart, type Started } from '../support/desk/started.ts';
import { electronPath } from '../support/electron-path.ts';
import { type StrapiServer, startStrapi } from '../support/strapi/strapi-server.ts';

/** Strapi answers in a moment on an idle machine, and after many seconds on a busy one. */
const SLOW_STRAPI = { timeout: 120_000 };
const MINUTE_MS = 70_000;

/** Two desks' places and three terminals, as a customer would begin. */
async function customersStrapi(started: Started) {
  const strapi = await startStrapi(electronPath());
  started.atEnd(() => strapi.close());
  const reception = await strapi.create('points-of-sale', { name: 'Vastaanotto' });
  const sauna = await strapi.create('points-of-sale', { name: 'Rantasauna' });
  const one = await strapi.create('payment-terminals', {
    name: 'Päätelaite I',
    terminalId: '71000001',
    active: true,
    location: 'Aula',
    pointOfSale: reception,
  });
  const two = await strapi.create('payment-terminals', {
    name: 'Päätelaite II',
    terminalId: '71000002',
    active: true,
    pointOfSale: reception,
  });
  await strapi.create('payment-terminals', { name: 'Varapääte', terminalId: '71000004', active: true });
  return { strapi, reception, sauna, one, two };
}

/** A fresh profile, provisioned by one file that names Strapi and Nets and no terminals. */
const openDesk = (started: Started, strapi: StrapiServer, atNets?: readonly string[]): Promise<NetsDesk> =>
  openNetsDesk(started, {
    terminal: null,
    cloud: atNets === undefined ? {} : { terminals: atNets },
    provisioning: { without: ['terminals'], strapi: { baseUrl: strapi.baseUrl, token: strapi.readOnlyToken, outboxToken: 'none' } },
  });

const started = freshStart();

/** What the picker says, opened anew: one line a section. */
async function pickerRows({ desk, page }: NetsDesk): Promise<string[]> {
  await desk.changeTerminal.click();
  await expect(desk.picker).toBeVisible();
  // In one moment: a list that is read part by part may change in between.
  const rows = await desk.picker.evaluate((picker) => {
    const textOf = (element: Element | null): string => (element instanceof HTMLElement ? element.innerText : '');
    return [...picker.querySelectorAll('[role=group]')].map((section) => {
      const name = section.getAttribute('aria-label') ?? textOf(section.querySelector('header'));
      const options = [...section.querySelectorAll('[role=option]')].map((option) => textOf(option).split('\n')[0]?.trim());
      return `${name}: ${options.join(', ')}`;
    });
  });
  await page.keyboard.press('Escape');
  await expect(desk.picker).toBeHidden();
  return rows;
}

test('a fresh profile is provisioned by one file, takes a payment, and each edit in Strapi reaches the picker', async () => {
  test.setTimeout(480_000);
  const { strapi, reception, sauna, one, two } = await customersStrapi(started);
  const nets = await openDesk(started, strapi);
  const { desk, cloud, page } = nets;
  await desk.ready();
  await expect
    .poll(() => pickerRows(nets), SLOW_STRAPI)
    .toEqual(['Vastaanotto: Päätelaite I, Päätelaite II', 'Muut päätelaitteet: Varapääte']);
  await desk.chooseTerminal('Päätelaite I');
  cloud.terminal('71000001').play(approve());
  await desk.startSale({ amount: '12,50', reference: 'R-9001' });
  await desk.waitForOutcome('paid');
  await desk.newSale();
  await nets.expectAgreement();

  await strapi.update('payment-terminals', one, { name: 'Aulan pääte' });
  await expect
    .poll(() => pickerRows(nets), SLOW_STRAPI)
    .toEqual(['Vastaanotto: Aulan pääte, Päätelaite II', 'Muut päätelaitteet: Varapääte']);
  await expect(desk.changeTerminal).toHaveAccessibleName(/Aulan pääte/);

  await strapi.update('payment-terminals', two, { pointOfSale: sauna });
  await expect
    .poll(() => pickerRows(nets), SLOW_STRAPI)
    .toEqual(['Vastaanotto: Aulan pääte', 'Muut päätelaitteet: Päätelaite II, Varapääte']);

  // The place itself gets another name: this PC stays in it.
  await strapi.update('points-of-sale', reception, { name: 'Respa' });
  await expect.poll(() => pickerRows(nets), SLOW_STRAPI).toEqual(['Respa: Aulan pääte', 'Muut päätelaitteet: Päätelaite II, Varapääte']);
  await desk.expectText('Hotelli Esimerkki Respa');
  await strapi.update('points-of-sale', reception, { name: 'Vastaanotto' });
  await expect
    .poll(() => pickerRows(nets), SLOW_STRAPI)
    .toEqual(['Vastaanotto: Aulan pääte', 'Muut päätelaitteet: Päätelaite II, Varapääte']);

  await strapi.update('payment-terminals', one, { active: false });
  await desk.changeTerminal.click();
  await expect(desk.terminalRow('Aulan pääte')).toHaveAccessibleName(/Virhe: epäaktiivinen/);
  await page.keyboard.press('Escape');
  await desk.expectText('Virhe: epäaktiivinen');

  await strapi.remove('payment-terminals', two);
  await expect.poll(() => pickerRows(nets), SLOW_STRAPI).toEqual(['Vastaanotto: Aulan pääte', 'Muut päätelaitteet: Varapääte']);

  // Without anybody opening the picker: the minute's own look shows it on the sale screen.
  await strapi.update('payment-terminals', one, { active: true, name: 'Aulan uusi pääte' });
  await expect(desk.changeTerminal).toHaveAccessibleName(/Aulan uusi pääte/, { timeout: MINUTE_MS });

  // The chosen one is deleted: it stays named, red, and is never replaced by another.
  await strapi.remove('payment-terminals', one);
  await expect.poll(async () => (await pickerRows(nets)).length, SLOW_STRAPI).toBe(1);
  await desk.expectText('ei enää luettelossa');
  await expect(desk.changeTerminal).toHaveAccessibleName(/pääte/);
});

test('without Strapi the last list stays, payments go on, and its return is noticed within a minute', async () => {
  test.setTimeout(480_000);
  const { strapi, one } = await customersStrapi(started);
  const nets = await openDesk(started, strapi);
  await nets.desk.ready();
  await expect.poll(() => pickerRows(nets), SLOW_STRAPI).toHaveLength(2);
  await nets.desk.chooseTerminal('Päätelaite I');
  await strapi.kill();
  await nets.desk.changeTerminal.click();
  await expect(nets.desk.picker).toContainText('Strapi ei vastaa', { timeout: 60_000 });
  await expect(nets.desk.terminalRow('Päätelaite II')).toBeVisible();
  await expectAccessible(nets.page, 'picker without Strapi');
  await nets.page.keyboard.press('Escape');
  nets.cloud.terminal('71000001').play(approve());
  await nets.desk.startSale({ amount: '7', reference: 'R-9101' });
  await nets.desk.waitForOutcome('paid');
  await nets.desk.newSale();

  // A start with neither has the list at once, and records by hand.
  await nets.close();
  await nets.cloud.stopListening();
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.ready();
  await expect(again.desk.changeTerminal).toHaveAccessibleName(/Päätelaite I/);
  expect((await pickerRows({ ...nets, ...again })).flatMap((row) => row.split(', '))).toHaveLength(3);

  await again.page.getByText('Manuaalinen maksu', { exact: true }).click();
  await again.desk.typeAmount('8,50');
  await again.page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('1234');
  await again.page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('55');
  await again.page.getByRole('textbox', { name: 'Syy' }).fill('Verkko poikki');
  await again.desk.button(/^Kirjaa maksu/).click();
  await again.desk.waitForOutcome('recorded');
  await again.desk.newSale();
  await again.desk.expectText('Nets ei vastaa');

  await nets.cloud.listenAgain();
  await strapi.restart();
  await strapi.update('payment-terminals', one, { name: 'Palannut pääte' });
  await expect(again.desk.changeTerminal).toHaveAccessibleName(/Palannut pääte/, { timeout: MINUTE_MS });
  await again.desk.expectText('Nets yhdistetty');
});

test('250 terminals reach the picker, page by page, with a token that can only read', async () => {
  test.setTimeout(480_000);
  const strapi = await startStrapi(electronPath());
  started.atEnd(() => strapi.close());
  const ids = Array.from({ length: 250 }, (_, index) => String(71_000_001 + index));
  for (const terminalId of ids) await strapi.create('payment-terminals', { name: `Pääte ${terminalId}`, terminalId, active: true });
  const source = createStrapiTerminals({ baseUrl: strapi.baseUrl, token: () => strapi.readOnlyToken });
  // A machine with other work to do may take longer for a page than the program waits: then it is asked again, as the program does.
  const listed = async () => {
    const list = await source.list();
    return list.ok ? list.value.map(({ terminalId }) => terminalId) : list.error;
  };
  await expect.poll(listed, { timeout: 3 * MINUTE_MS }).toEqual(ids);

  // At the desk: the last of them is found by typing, and takes a payment.
  const nets = await openDesk(started, strapi, ids);
  const { desk, cloud } = nets;
  await desk.ready();
  await desk.changeTerminal.click();
  await expect(desk.picker.getByRole('option')).toHaveCount(60);
  await desk.picker.getByRole('button', { name: 'Näytä loput (190)' }).click();
  await expect(desk.picker.getByRole('option')).toHaveCount(250);
  await desk.picker.getByRole('textbox', { name: 'Etsi päätelaite' }).fill('71000250');
  await desk.picker.getByRole('option').dblclick();
  await expect(desk.changeTerminal).toHaveAccessibleName(/Pääte 71000250/);
  cloud.terminal('71000250').play(approve());
  await desk.startSale({ amount: '12,50', reference: 'R-9201' });
  await desk.waitForOutcome('paid');
  await nets.expectAgreement();

  const wrong = createStrapiTerminals({ baseUrl: strapi.baseUrl, token: () => 'wrong' });
  expect(await wrong.list()).toEqual({ ok: false, error: 'not-authorised' });

  const write = await fetch(`${strapi.baseUrl}/api/payment-terminals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${strapi.readOnlyToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ data: { name: 'X', terminalId: '72000001', active: true } }),
  });
  expect(write.status).toBe(403);
  // Strapi itself refuses the commonest mistakes, so that they never reach a desk.
  await expect(strapi.create('payment-terminals', { name: 'Kaksois', terminalId: '71000001', active: true })).rejects.toThrow(/400/);
  await expect(strapi.create('payment-terminals', { name: 'Väärä', terminalId: 'seitsemän', active: true })).rejects.toThrow(/400/);
  source.dispose();
  wrong.dispose();
});
