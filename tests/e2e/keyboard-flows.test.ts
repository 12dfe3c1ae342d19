import { expect, type Page, test } from '@playwright/test';
import { approve, hold, otherDeskInBetween } from '../support/connect-cloud/index.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

// Whole flows by keyboard alone, each after the other at one desk. After each step it is asserted where the keyboard is.
test.describe.configure({ mode: 'serial' });

const T = '71000001';
/** Faster than that is a scanner, whose keys press nothing. */
const PERSON = { delay: 80 } as const;
const nets = oneLaunch((started) => openNetsDesk(started, { terminal: null, launch: { size: { width: 1280, height: 800 } } }));

/** What has the focus, as a screen reader would name it; `page` if nothing has. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'page';
    const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
    const text = at instanceof HTMLInputElement ? '' : (at.textContent ?? '');
    return [at.getAttribute('aria-label') ?? '', ...labels, text].join(' ').replace(/\s+/g, ' ').trim();
  });

const expectFocus = (page: Page, name: RegExp): Promise<void> => expect.poll(() => focused(page), { timeout: 20_000 }).toMatch(name);

/** Tab until the wanted thing has the focus, as a person without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${name}`);
}

async function press(page: Page, key: string): Promise<void> {
  // So soon after another key it would be a scanner's.
  await page.waitForTimeout(100);
  await page.keyboard.press(key);
}

const type = async (page: Page, text: string): Promise<void> => page.keyboard.type(text, PERSON);
const settled = (page: Page): Promise<void> => page.waitForTimeout(KEY_GUARD_MS + 100);
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** From a free sale screen to its outcome. */
async function sell(amount: string, reference: string, script = approve()): Promise<void> {
  const { page, cloud } = nets();
  cloud.terminal(T).play(script);
  await expectFocus(page, /^Summa/);
  await type(page, amount);
  await press(page, 'Enter');
  await expectFocus(page, /^Viite/);
  await type(page, reference);
  await press(page, 'F9');
}

async function goOn(): Promise<void> {
  const { page, desk } = nets();
  await settled(page);
  await expectFocus(page, /^Uusi maksu/);
  await press(page, 'Enter');
  await expectFocus(page, /^Summa/);
  await expect(desk.amount).toHaveValue('');
}

test('the first sale, with the picker', async () => {
  const { page, desk, cloud } = nets();
  await desk.ready();
  await expectFocus(page, /^Summa/);
  await type(page, '1250,5');
  await press(page, 'Enter');
  await expectFocus(page, /^Viite/);
  await expect(desk.amount).toHaveValue('1 250,50');
  await type(page, 'R-F1');
  await press(page, 'Enter');
  await expectFocus(page, /^Maksa 1 250,50 €/);
  await press(page, 'Enter');
  await expect(desk.picker).toBeVisible();
  await expect(async () => {
    await press(page, 'ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(/Päätelaite II/, { timeout: 200 });
  }).toPass({ timeout: 60_000 });
  await expectFocus(page, /Päätelaite II/);
  await press(page, 'Escape');
  await expectFocus(page, /^Maksa/);
  await press(page, 'Enter');
  await expect(desk.picker).toBeVisible();
  await expect(async () => {
    await press(page, 'ArrowDown');
    await press(page, 'Home');
    await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(/Päätelaite I /, { timeout: 200 });
  }).toPass({ timeout: 60_000 });
  const play = cloud.terminal(T).play(hold());
  await press(page, 'Enter');
  await play.arrived;
  await expectFocus(page, /^Odottaa maksua/);
  play.release(approve());
  await desk.waitForOutcome('paid');
  await goOn();
});

test('a common sale takes one key after the sum, or three with Enter alone', async () => {
  const { page, desk, cloud, posts } = nets();
  for (const keys of [['F9'], ['Enter', 'Enter', 'Enter']]) {
    expect(keys.length).toBeLessThanOrEqual(3);
    const before = posts();
    cloud.terminal(T).play(approve());
    await expectFocus(page, /^Summa/);
    await type(page, keys.length === 1 ? '7' : '8');
    for (const key of keys) await press(page, key);
    await desk.waitForOutcome('paid');
    expect(posts() - before).toBe(1);
    await goOn();
  }
});

test('digits beside every field begin the sum', async () => {
  const { page, desk } = nets();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await expectFocus(page, /^page$/);
  await type(page, '64,5');
  await expectFocus(page, /^Summa/);
  await expect(desk.amount).toHaveValue('64,5');
  await tabTo(page, /^Vaihda päätelaite/);
  await expect(desk.amount).toHaveValue('64,50');
  await type(page, '31');
  await expectFocus(page, /^Summa/);
  await expect(desk.amount).toHaveValue('31');
  await press(page, 'F1');
  await expect(page.getByRole('dialog', { name: 'Näppäimet' })).toBeVisible();
  await type(page, '9');
  await press(page, 'Escape');
  await expectFocus(page, /^Summa/);
  await expect(desk.amount).toHaveValue('31,00');
  await desk.amount.fill('');
});

test('a record by hand', async () => {
  const { page, desk, latest } = nets();
  await expectFocus(page, /^Summa/);
  await type(page, '20');
  await press(page, 'Enter');
  await type(page, 'R-F3');
  await tabTo(page, /^Pankkikortti/);
  await press(page, 'ArrowRight');
  await expectFocus(page, /^Manuaalinen maksu/);
  await press(page, 'Tab');
  await expectFocus(page, /^Kortin neljä viimeistä/);
  await type(page, '4242');
  await press(page, 'Enter');
  await expectFocus(page, /^Varmennusnumero/);
  await type(page, 'K-77');
  await press(page, 'Enter');
  await expectFocus(page, /^Syy/);
  await type(page, 'Verkko poikki');
  await press(page, 'Enter');
  await expectFocus(page, /^Kirjaa maksu 20,00 €/);
  await press(page, 'F9');
  await expect(desk.heading('recorded')).toBeVisible();
  await expect.poll(() => focused(page)).not.toBe('page');
  expect(await latest()).toMatchObject({ kind: 'manual', chargedMinor: 2_000, reference: 'R-F3' });
  await settled(page);
  await tabTo(page, /^Uusi maksu/);
  await press(page, 'Enter');
  await expectFocus(page, /^Summa/);
  await tabTo(page, /^Pankkikortti|^Manuaalinen/);
});

test('a refund from today’s list, which is one Tab stop with arrows inside', async () => {
  const { page, desk, cloud } = nets();
  await desk.amount.focus();
  await sell('30', 'R-F4');
  await desk.waitForOutcome('paid');
  await goOn();
  await tabTo(page, /R-F4/);
  await press(page, 'ArrowDown');
  await expectFocus(page, /R-F3/);
  await press(page, 'End');
  await expectFocus(page, /R-F1/);
  await press(page, 'Home');
  await expectFocus(page, /R-F4/);
  await press(page, 'Tab');
  expect(await focused(page)).not.toMatch(/R-F/);
  await page.keyboard.press('Shift+Tab');
  await expectFocus(page, /R-F4/);
  await press(page, 'Enter');
  await expectFocus(page, /^Maksu suoritettu/);
  await settled(page);
  await tabTo(page, /^Palauta$/);
  await press(page, 'Enter');
  await expectFocus(page, /^Palautettava summa/);
  await press(page, 'Escape');
  await expectFocus(page, /^Palauta$/);
  await press(page, 'Enter');
  await expectFocus(page, /^Palautettava summa/);
  await type(page, '5');
  await press(page, 'Enter');
  await expectFocus(page, /^Palauta 5,00 €/);
  cloud.terminal(T).play(approve());
  await press(page, 'Enter');
  await expect(heading(page, 'Palautus suoritettu')).toBeVisible({ timeout: 60_000 });
  await goOn();
});

test('a void', async () => {
  const { page, desk, cloud } = nets();
  await sell('40', 'R-F5');
  await desk.waitForOutcome('paid');
  await settled(page);
  await tabTo(page, /^Mitätöi$/);
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: 'Mitätöi maksu' })).toBeVisible();
  await tabTo(page, /^Mitätöi 40,00 €/);
  await press(page, 'Enter');
  await expect(heading(page, 'Maksu mitätöity')).toBeVisible({ timeout: 60_000 });
  expect(cloud.ledger.snapshot().voids).toHaveLength(1);
  await goOn();
});

test('a signature', async () => {
  const { page, desk } = nets();
  await sell('50', 'R-F6', approve({ cvm: 1 }));
  await desk.waitForOutcome('paid');
  await settled(page);
  await tabTo(page, /^Allekirjoitus täsmää/);
  await press(page, 'Space');
  await desk.expectText('Allekirjoitus on hyväksytty');
  await goOn();
});

test('a settlement, and the question before the next sale', async () => {
  const { page, desk, posts } = nets();
  await sell('60', 'R-F7', otherDeskInBetween());
  await desk.waitForOutcome('unclear');
  await expectFocus(page, /^Maksun tila on epäselvä/);
  await settled(page);
  await tabTo(page, /^Jatka toisella asiakkaalla/);
  await press(page, 'Enter');
  // The next sale hides what became of the one before, which is asked about first. Nothing charges on Enter.
  await sell('70', 'R-F8');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectFocus(page, /^Älä veloita/);
  await tabTo(page, /^Veloita 70,00 € silti/);
  const before = posts();
  await press(page, 'Enter');
  await expectFocus(page, /^Veloita 70,00 € silti/);
  expect(posts()).toBe(before);
  await press(page, 'Space');
  await desk.waitForOutcome('paid');
  await goOn();
  await tabTo(page, /^1 epäselvä maksu/);
  await press(page, 'Enter');
  await expectFocus(page, /^Maksun tila on epäselvä/);
  await settled(page);
  await tabTo(page, /^Selvitä käsin/);
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: 'Selvitä maksu käsin' })).toBeVisible();
  await tabTo(page, /^Korttia (ei )?veloitettiin|^Korttia ei veloitettu/);
  await press(page, 'ArrowDown');
  await press(page, 'Space');
  await expect(page.getByRole('radio', { name: 'Korttia ei veloitettu' })).toBeChecked();
  await tabTo(page, /^Syy/);
  await type(page, 'Kuitti nähty');
  await press(page, 'Enter');
  await expectFocus(page, /^Nimi/);
  await type(page, 'Maija V.');
  await press(page, 'Enter');
  await expectFocus(page, /^Vahvista/);
  await press(page, 'Enter');
  await expect(heading(page, 'Maksu selvitetty käsin')).toBeVisible();
  await expectFocus(page, /^Maksu selvitetty käsin|^Uusi maksu/);
  await settled(page);
  await tabTo(page, /^Uusi maksu/);
  await press(page, 'Enter');
  await expectFocus(page, /^Summa/);
});

test('the day close', async () => {
  const { page } = nets();
  await tabTo(page, /^Päivän päätös$/);
  await press(page, 'Enter');
  await expect(heading(page, 'Päivän päätös')).toBeVisible();
  await expectFocus(page, /^Päivän päätös$/);
  await tabTo(page, /^Täsmää/);
  await press(page, 'Space');
  await expect(page.getByRole('radio', { name: 'Täsmää', exact: true })).toBeChecked();
  await tabTo(page, /^Nimi/);
  await type(page, 'Maija V.');
  await tabTo(page, /^Päätä päivä/);
  await press(page, 'Enter');
  await expect(page.getByText('Päivä on päätetty', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expectFocus(page, /^Päivän päätös$/);
  await nets().expectAgreement();
});
