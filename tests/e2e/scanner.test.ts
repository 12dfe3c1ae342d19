import { expect, test } from '@playwright/test';
import { approve, hold } from '../support/connect-cloud/index.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { HandScanner } from '../support/desk/hand-scanner.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const T = '71000001';
/** Longer than anything that a scan sends is held back for. */
const QUIET_MS = 250;
/** A quick typist. */
const PERSON = { delay: 80 } as const;

const nets = oneLaunch(async (started) => {
  const desk = await openNetsDesk(started);
  return { ...desk, scanner: new HandScanner(desk.page) };
});

test.afterEach(async () => {
  if (test.info().status !== 'passed') return;
  const { desk, expectAgreement } = nets();
  await expectAgreement();
  if (await desk.newSaleButton.isVisible()) await desk.newSale();
  await desk.typeAmount('');
  await desk.typeReference('');
});

test('a booking number scanned into the sum fills Viite, and the third scan pays nothing', async () => {
  const { desk, page, posts, scanner } = nets();
  await desk.typeAmount('12,50');
  await desk.amount.focus();
  for (const code of ['100123', '100124', '100125']) {
    await scanner.scan({ text: code });
    await page.waitForTimeout(QUIET_MS);
    await expect(desk.amount).toHaveValue('12,50');
    await expect(desk.reference).toHaveValue(code);
    await expect(desk.amount).toBeFocused();
  }
  await expect(desk.payButton).toHaveAccessibleName(/12,50/);
  expect(posts()).toBe(0);
});

test('a sum whose text is selected has it again after a scan', async () => {
  const { desk, scanner } = nets();
  await desk.typeAmount('45,00');
  await desk.amount.selectText();
  await scanner.scan({ text: 'BK 7781 A', suffix: 'Tab' });
  await expect(desk.amount).toHaveValue('45,00');
  await expect(desk.amount).toBeFocused();
  await expect(desk.reference).toHaveValue('BK 7781 A');
});

test('two scans in Viite, one right after the other, pay nothing, and the last one stands there', async () => {
  const { desk, page, posts, scanner } = nets();
  await desk.typeAmount('12,50');
  await desk.reference.focus();
  await scanner.scan({ text: 'R-2044', suffix: 'CR LF' }, { text: 'R-2045', suffix: 'CR LF' }, { text: 'R-2046' });
  await page.waitForTimeout(QUIET_MS);
  await expect(desk.reference).toHaveValue('R-2046');
  await expect(desk.reference).toBeFocused();
  expect(posts()).toBe(0);
});

test('scans on Maksa press nothing, also a code with spaces and one of two characters', async () => {
  const { desk, page, posts, scanner } = nets();
  await desk.typeAmount('12,50');
  for (const text of ['100123', 'A B C D', ' 77 1', '1', '12']) {
    await desk.payButton.focus();
    await scanner.scan({ text, suffix: 'CR LF' });
    await page.waitForTimeout(QUIET_MS);
    await expect(desk.payButton).toBeFocused();
  }
  await expect(desk.reference).toHaveValue('77 1');
  expect(posts()).toBe(0);
});

test('a code of two characters, scanned again and again from the sum on, pays nothing', async () => {
  const { desk, page, posts, scanner } = nets();
  await desk.amount.focus();
  for (let scan = 0; scan < 6; scan += 1) {
    await scanner.scan({ text: '12', suffix: scan % 2 === 0 ? 'Enter' : 'CR LF' });
    await page.waitForTimeout(QUIET_MS);
  }
  expect(posts()).toBe(0);
});

test('a scan that is no reference is said in words, and the reference stays', async () => {
  const { desk, page, scanner } = nets();
  await desk.typeReference('R-1');
  for (const [text, says] of [
    ['4111 1111 1111 1111', /koodissa on kortin numero/],
    ['X'.repeat(90), /koodi on liian pitkä/],
  ] as const) {
    for (const field of [desk.amount, desk.reference]) {
      await field.focus();
      await scanner.scan({ text, gapMs: 4 });
      await expect(desk.reference).toHaveAccessibleDescription(says);
      await expect(desk.reference).toHaveValue('R-1');
      await expect(desk.amount).toHaveValue('');
      await page.waitForTimeout(QUIET_MS);
    }
  }
});

test('by hand: the four digits have their text again, and a scanned receipt number stays in its field', async () => {
  const { desk, page, scanner } = nets();
  await page.getByText('Manuaalinen maksu', { exact: true }).click();
  await desk.typeAmount('45');
  await desk.typeReference('R-9');
  const lastFour = page.getByRole('textbox', { name: 'Kortin neljä viimeistä' });
  const receipt = page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' });
  await lastFour.fill('4242');
  await scanner.scan({ text: '100199' });
  await expect(lastFour).toHaveValue('4242');
  await expect(desk.reference).toHaveValue('100199');
  await page.waitForTimeout(QUIET_MS);
  await receipt.focus();
  await scanner.scan({ text: 'K-88123' });
  await page.waitForTimeout(QUIET_MS);
  await expect(receipt).toHaveValue('K-88123');
  await expect(receipt).toBeFocused();
  await expect(desk.reference).toHaveValue('100199');
  await page.getByText('Pankkikortti', { exact: true }).click();
});

test('scans neither cancel what waits nor close an approval, and one that began before it ends nothing', async () => {
  const { desk, page, cloud, posts, scanner } = nets();
  const before = posts();
  const play = cloud.terminal(T).play(hold());
  await desk.startSale({ amount: '12,50', reference: 'R-S1' });
  await play.arrived;
  for (const name of [/^Peruuta/, /^Päivitä/]) {
    await desk.waiting.getByRole('button', { name }).focus();
    await scanner.scan({ text: 'R 1 2 3 4', suffix: 'CR LF' });
    await page.waitForTimeout(QUIET_MS);
  }
  const scanning = scanner.scan({ text: '1234567890'.repeat(4), suffix: 'CR LF' });
  play.release(approve());
  await scanning;
  await desk.waitForOutcome('paid');
  await page.waitForTimeout(KEY_GUARD_MS + 200);
  for (const button of [null, 'Uusi maksu', 'Palauta', 'Mitätöi']) {
    if (button !== null) await desk.button(button).focus();
    await scanner.scan({ text: '100 123', suffix: 'CR LF' });
    await page.waitForTimeout(QUIET_MS);
    await expect(desk.heading('paid')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  expect(posts() - before).toBe(1);
});

test('in the picker no scan chooses, and a letter by hand still finds', async () => {
  const { desk, page, scanner } = nets();
  await desk.changeTerminal.click();
  const selected = desk.picker.getByRole('option', { selected: true });
  await expect(selected).toHaveAccessibleName(/Päätelaite I/);
  for (const text of ['Ravintola', 'v 1 2', '100123']) {
    await scanner.scan({ text, suffix: 'CR LF' });
    await page.waitForTimeout(QUIET_MS);
    await expect(selected).toHaveAccessibleName(/Päätelaite I /);
  }
  await page.keyboard.press('r', PERSON);
  await expect(desk.terminalRow('Ravintolan päätelaite')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.picker).toBeHidden();
});

test('a person who types quickly pays by keyboard as before', async () => {
  const { desk, page, posts, latest } = nets();
  const before = posts();
  await desk.amount.focus();
  await page.keyboard.type('12,50', PERSON);
  await page.keyboard.press('Enter', PERSON);
  await expect(desk.reference).toBeFocused();
  await page.keyboard.type('R-100', PERSON);
  await page.keyboard.press('Enter', PERSON);
  await expect(desk.payButton).toBeFocused();
  await page.keyboard.press('Enter', PERSON);
  await desk.waitForOutcome('paid');
  await page.waitForTimeout(KEY_GUARD_MS + 100);
  await page.keyboard.press('Enter', PERSON);
  await desk.ready();
  expect(posts() - before).toBe(1);
  expect(await latest()).toMatchObject({ amountMinor: 1250, reference: 'R-100' });
});
