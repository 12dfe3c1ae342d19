import { strict as assert } from 'node:assert';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { tick } from '../desk/tick.ts';
import { openHarness } from './harness.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';

// Every screen under axe, in both colour schemes, and the sale by keyboard alone, against the fake main process:
// ELECTRON_RUN_AS_NODE=1 xvfb-run -a -- <electron> tests/support/renderer-harness/examine.ts
const { page, open, close } = await openHarness(join(tmpdir(), 'willba-pos-harness'));
const complaints: string[] = [];
page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));

const dialog = (name: string) => page.getByRole('dialog', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByRole('textbox', { name });
const calls = (): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { pos: { calls: () => readonly string[] } }).pos.calls());
const started = async (): Promise<number> => (await calls()).filter((call) => call.startsWith('startSale')).length;
/** Faster than that is a scanner, whose keys press nothing. */
const PERSON = { delay: 80 } as const;
const settle = (): Promise<void> => page.waitForTimeout(750);

async function axe(name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  for (const { id, nodes } of violations)
    complaints.push(
      `axe ${name}: ${id}: ${nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary?.split('\n')[1] ?? ''}`).join(' | ')}`,
    );
}

async function check(name: string, act: (page: Page) => Promise<void>): Promise<void> {
  try {
    await act(page);
    console.log(`ok   ${name}`);
  } catch (cause) {
    complaints.push(`${name}: ${cause instanceof Error ? cause.message.split('\n').slice(0, 6).join(' / ') : String(cause)}`);
    console.log(`FAIL ${name}`);
  }
}

async function axeEverywhere(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const state of Object.keys(scenarios) as ScenarioName[]) {
      await open(state);
      await axe(`${state} ${colorScheme}`);
    }
    await open('picker');
    await button(/^Vaihda päätelaite/).click();
    await dialog('Valitse maksupääte').waitFor();
    await axe(`picker ${colorScheme}`);
    await open('sale');
    await button(/^Käyttäjä/).click();
    await dialog('Kuka on kassalla?').waitFor();
    await axe(`operator ${colorScheme}`);
    for (const state of ['unresolved', 'settle-nameless', 'settle-choose-name'] as const) {
      await open(state);
      await button('Selvitä käsin').click();
      await dialog('Selvitä maksu käsin').waitFor();
      await axe(`settling ${state} ${colorScheme}`);
      await tick(page.getByRole('radio', { name: 'Korttia veloitettiin' }));
      await button('Vahvista').click();
      await axe(`settling ${state}, with problems ${colorScheme}`);
    }
    await open('unresolved');
    await button('Näytä tapahtumat').click();
    await page.getByText('Pyyntö alkoi lähteä Netsiin.').waitFor();
    await axe(`evidence ${colorScheme}`);
  }
}

async function behaviour(): Promise<void> {
  await check('the amount has the focus and can be typed at once', async () => {
    await open('sale-empty');
    await page.keyboard.type('12,50', PERSON);
    assert.equal(await field('Summa').inputValue(), '12,50');
  });
  await check('Enter moves on, and held down it never charges', async () => {
    await open('sale');
    await page.keyboard.type('12,50', PERSON);
    await page.keyboard.down('Enter');
    for (let i = 0; i < 20; i += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    assert.equal(await started(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'sale-reference');
  });
  await check('F9 held down starts exactly one', async () => {
    await open('sale');
    for (let i = 0; i < 20; i += 1) await page.keyboard.down('F9');
    await page.keyboard.up('F9');
    await dialog('Odottaa maksua').waitFor();
    assert.equal(await started(), 1);
  });
  await check('a double click starts exactly one, and cancels nothing', async () => {
    await open('sale');
    await button(/^Maksa/).dblclick();
    await dialog('Odottaa maksua').waitFor();
    assert.equal(await started(), 1);
    assert.ok(!(await calls()).includes('cancelPayment'));
  });
  await check('Enter held on Maksa starts exactly one', async () => {
    await open('sale');
    await button(/^Maksa/).focus();
    for (let i = 0; i < 20; i += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    assert.equal(await started(), 1);
  });
  await check('the first payment by keyboard alone: picker, terminal, payment', async () => {
    await open('picker-many');
    await page.keyboard.press('F9');
    await dialog('Valitse maksupääte').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog('Odottaa maksua').waitFor();
    assert.equal(await started(), 1);
    assert.ok(await page.getByRole('timer').count());
  });
  await check('the picker’s groups, names, double click and Peruuta', async () => {
    await open('picker');
    await button(/^Vaihda päätelaite/).click();
    const picker = dialog('Valitse maksupääte');
    await picker.waitFor();
    assert.equal(await picker.getByRole('group', { name: 'Vastaanotto' }).count(), 1);
    assert.equal(await picker.getByRole('group', { name: 'Muut päätelaitteet' }).count(), 1);
    await picker.getByRole('option', { name: /Päätelaite III.*Virhe: ei yhteyttä/ }).waitFor();
    await picker.getByRole('option', { name: /Päätelaite I .*Valmis/ }).waitFor();
    await button('Peruuta').click();
    await picker.waitFor({ state: 'detached' });
    await button(/^Vaihda päätelaite/).click();
    await settle();
    await picker.getByRole('option', { name: /Päätelaite III/ }).dblclick();
    await picker.waitFor({ state: 'detached' });
    assert.ok((await calls()).includes('chooseTerminal'));
    assert.equal(await started(), 0);
    await button(/^Vaihda päätelaite, nyt Päätelaite III/).waitFor();
  });
  await check('the first choice of a terminal leaves the keyboard where it was', async () => {
    await open('picker-many');
    await button(/^Vaihda päätelaite/).click();
    await page.getByRole('option', { name: /Päätelaite 3 / }).click();
    await button('Käytä tätä').click();
    await page.waitForTimeout(200);
    assert.match(
      (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '',
      /^Vaihda päätelaite, nyt Päätelaite 3/,
    );
  });
  await check('a terminal chosen before the sum leads to the sum', async () => {
    await open('sale-empty');
    await button(/^Vaihda päätelaite/).click();
    await page.getByRole('option', { name: /Päätelaite II / }).click();
    await button('Käytä tätä').click();
    await page.waitForTimeout(200);
    await page.keyboard.type('5', PERSON);
    await button(/^Maksa 5,00/).waitFor();
  });
  await check('where nothing can be sold, Maksa stays, cannot be used and says why', async () => {
    await open('sale-blocked');
    const maksa = button(/^Maksa/);
    assert.equal(await maksa.getAttribute('aria-disabled'), 'true');
    await maksa.click({ force: true });
    await page.keyboard.press('F9');
    assert.equal(await started(), 0);
    assert.match((await page.locator(`#${await maksa.getAttribute('aria-describedby')}`).textContent()) ?? '', /talteen/);
  });
  await check('an inactive terminal explains itself and cannot be used', async () => {
    await open('picker');
    await button(/^Vaihda päätelaite/).click();
    await page.getByRole('option', { name: /epäaktiivinen/ }).click();
    const use = button('Käytä tätä');
    assert.equal(await use.getAttribute('aria-disabled'), 'true');
    await settle();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /epäaktiivinen/ }).dblclick();
    await dialog('Valitse maksupääte').waitFor();
    assert.ok(!(await calls()).includes('chooseTerminal'));
  });
  await check('a warning is confirmed on purpose only', async () => {
    await open('sale-confirm');
    await page.keyboard.press('F9');
    await page.getByRole('alertdialog').waitFor();
    await button(/^Veloita .* silti$/).focus();
    await page.keyboard.press('Enter');
    assert.equal(await started(), 1);
    await page.keyboard.press('Space');
    await dialog('Odottaa maksua').waitFor();
    assert.match((await calls()).at(-1) ?? '', /"confirmed":\["same-reference-paid","terminal-has-unclear"\]/);
  });
  await check('Esc asks to cancel, and the dialog keeps its name', async () => {
    await open('waiting');
    await page.keyboard.press('Escape');
    await dialog('Odottaa maksua').getByRole('status').getByText('Peruutusta pyydetty', { exact: true }).waitFor();
  });
  await check('an approved payment waits 700 ms for a key, and Enter goes on', async () => {
    await open('approved');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Maksu suoritettu' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Maksu suoritettu');
    await settle();
    await page.keyboard.press('Enter');
    await field('Summa').waitFor();
    assert.equal(await field('Summa').inputValue(), '');
  });
  await check('after a decline nothing charges on Enter, and Space on Yritä uudelleen charges once', async () => {
    await open('declined');
    await settle();
    await button('Yritä uudelleen').focus();
    await page.keyboard.press('Enter');
    assert.equal(await started(), 0);
    await page.keyboard.press('Space');
    await dialog('Odottaa maksua').waitFor();
    assert.equal(await started(), 1);
    assert.match((await calls()).join('\n'), /"amountMinor":12850,"reference":"R-2044 · Mäkinen"/);
  });
  await check('after a decline another terminal is one choice away', async () => {
    await open('declined');
    await button('Toinen päätelaite').click();
    await page.getByRole('option', { name: /Päätelaite II / }).click();
    await button(/^Veloita 128,50/).click();
    await dialog('Odottaa maksua').waitFor();
    assert.match((await calls()).join('\n'), /"terminalId":"71000002"/);
  });
  await check('after a decline the hand is one step away, with sum and reference kept', async () => {
    await open('declined');
    await button('Kirjaa käsin').click();
    await field('Kortin neljä viimeistä').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'manual-last-four');
    assert.equal(await field('Summa').inputValue(), '128,50');
    assert.equal(await field('Viite').inputValue(), 'R-2044 · Mäkinen');
    await page.keyboard.type('4242', PERSON);
    await page.keyboard.press('Enter');
    await page.keyboard.type('448812', PERSON);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Päätelaite ei toimi', PERSON);
    await page.keyboard.press('Enter', PERSON);
    await page.keyboard.press('Enter', PERSON);
    await page.getByRole('heading', { name: 'Maksu kirjattu käsin' }).waitFor();
  });
  await check('the rest is filled in and not charged', async () => {
    await open('approved-less');
    await button(/^Veloita loput/).click();
    await field('Summa').waitFor();
    assert.equal(await field('Summa').inputValue(), '2,50');
    assert.equal(await started(), 0);
  });
  await check('an unclear payment is released and stays in the list', async () => {
    await open('checking');
    await button('Tarkista nyt').click();
    await button('Jatka toisella asiakkaalla').click();
    await field('Summa').waitFor();
    assert.ok((await calls()).includes('releasePayment'));
    assert.equal(await field('Summa').inputValue(), '');
  });
  await check('a payment that is only looked at offers no charge and keeps what is typed', async () => {
    await open('sale');
    await button(/R-2039/).click();
    await page.getByRole('heading', { name: 'Maksu hylätty' }).waitFor();
    assert.equal(await button('Yritä uudelleen').count(), 0);
    await button('Uusi maksu').click();
    assert.equal(await field('Summa').inputValue(), '128,50');
  });
  await check('the hint offers "not charged", and one tap settles it once', async () => {
    await open('unresolved');
    await button('Selvitä käsin').click();
    assert.ok(await page.getByRole('radio', { name: 'Korttia ei veloitettu' }).isChecked());
    assert.match(await field('Syy').inputValue(), /hylätty klo 9\.42 \(Netsin kello\)/);
    await button('Vahvista').focus();
    await settle();
    await page.keyboard.press('Enter');
    await dialog('Selvitä maksu käsin').waitFor();
    await button('Vahvista').dblclick();
    await page.getByRole('heading', { name: 'Maksu selvitetty käsin' }).waitFor();
    const settled = (await calls()).filter((call) => call.startsWith('settlePayment'));
    assert.equal(settled.length, 1);
    assert.match(settled[0] ?? '', /"by":"Maija V\.".*"charged":false/);
  });
  await check('"charged" is never offered, and needs what the receipt says', async () => {
    for (const state of ['settle-foreign', 'settle-nameless'] as const) {
      await open(state);
      await button('Selvitä käsin').click();
      assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
      assert.equal(await field('Syy').inputValue(), '');
    }
    await button('Vahvista').click();
    await page.getByText('Valitse, mitä kortille tapahtui.').waitFor();
    await settle();
    await page.keyboard.press('ArrowUp');
    await tick(page.getByRole('radio', { name: 'Korttia veloitettiin' }));
    await field('Varmennusnumero tai kuittinumero').focus();
    for (const text of ['448812', '4242', 'Kuitti nähty', 'Liisa']) {
      await page.keyboard.type(text, PERSON);
      await page.keyboard.press('Enter');
    }
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'dialog-confirm');
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'Maksu selvitetty käsin' }).waitFor();
    assert.match(
      (await calls()).join('\n'),
      /"by":"Liisa","reason":"Kuitti nähty","verdict":\{"charged":true,"receipt":"448812","lastFour":"4242"\}/,
    );
  });
  await check('a late approval can be opened, except beside a payment that waits', async () => {
    await open('waiting-late');
    const show = button(/^Näytä Korttia veloitettiin sittenkin: 42,00/);
    assert.equal(await show.getAttribute('aria-disabled'), 'true');
    assert.match((await page.locator(`#${await show.getAttribute('aria-describedby')}`).textContent()) ?? '', /tämän maksun jälkeen/);
    await show.click({ force: true });
    await dialog('Odottaa maksua').waitFor();
    assert.equal(await button('1 epäselvä maksu').count(), 0);
    await open('sale-late');
    await show.click();
    await page.getByText('varmistui vasta, kun kassa oli jo jatkanut').waitFor();
    await button('Uusi maksu').click();
    assert.equal(await field('Summa').inputValue(), '128,50');
  });
  await check('the badge opens the only unclear payment', async () => {
    await open('declined-badge');
    await button('1 epäselvä maksu').click();
    await page.getByRole('heading', { name: 'Maksun tila on epäselvä' }).waitFor();
  });
  await check('an ambiguous amount is settled by a press', async () => {
    await open('sale-empty');
    await page.keyboard.type('1.250', PERSON);
    await page.keyboard.press('Enter');
    await page.getByText('Tarkoititko 1250,00 vai 1,25?').waitFor();
    await button(/^1,25/).click();
    await button(/^Maksa 1,25/).waitFor();
  });
  await check('the first press of Maksa counts, also when leaving the field brings up its problem', async () => {
    await open('sale-empty');
    await page.keyboard.type('1.250', PERSON);
    await button(/^Maksa/).click();
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'sale-amount');
  });
  await check('a card number never leaves the reference', async () => {
    await open('sale-empty');
    await page.keyboard.type('12', PERSON);
    await field('Viite').fill('4242 4242 4242 4242');
    await button(/^Maksa/).click();
    await page.getByText('Viitteessä on kortin numero').waitFor();
    await page.waitForTimeout(250);
    assert.equal(await started(), 0);
    assert.doesNotMatch((await calls()).join(''), /4242/);
  });
  await check('training is marked on every screen and in every dialog', async () => {
    for (const state of ['training', 'waiting-training', 'checking-training'] as const) {
      await open(state);
      await page.getByText(/HARJOITTELUTILA/).waitFor();
    }
    await open('training');
    await button(/^Vaihda päätelaite/).click();
    await dialog('Valitse maksupääte')
      .getByText(/HARJOITTELUTILA/)
      .waitFor();
  });
  await check('the first start offers training', async () => {
    await open('first-start');
    await button('Harjoittelutila').click();
    await field('Summa').waitFor();
    await page.getByText(/HARJOITTELUTILA/).waitFor();
  });
}

try {
  await behaviour();
  await axeEverywhere();
} finally {
  await close();
}
for (const complaint of complaints) console.log(`- ${complaint}`);
console.log(complaints.length === 0 ? 'nothing to complain about' : `${complaints.length} complaints`);
process.exitCode = complaints.length === 0 ? 0 : 1;
