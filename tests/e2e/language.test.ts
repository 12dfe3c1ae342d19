import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { tick } from '../support/desk/tick.ts';
import type { FakePos } from '../support/renderer-harness/fake-pos.ts';
import { type Harness, openHarness } from '../support/renderer-harness/harness.ts';

// The desk changes its language while somebody types: each text is another one, and nothing that was typed is lost.
let harness: Harness;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'willba-pos-language-'));
  harness = await openHarness(folder);
});
test.afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

const speak = (page: Page, language: 'fi' | 'sv'): Promise<void> =>
  page.evaluate((wanted) => (window as unknown as { pos: FakePos }).pos.speak(wanted), language);

/** The very element that was there before, and not another one in its place. */
async function keepsElement(field: Locator, during: () => Promise<void>): Promise<void> {
  const before = await field.elementHandle();
  await during();
  expect(await field.evaluate((now, earlier) => now === earlier, before)).toBe(true);
}

/** Both ways, with what must be the same all the time. */
async function changesBothWays(heading: Locator, isSame: () => Promise<void>): Promise<void> {
  const { page } = harness;
  const finnish = (await heading.textContent()) ?? '';
  await isSame();
  await speak(page, 'sv');
  await expect(heading).not.toHaveText(finnish);
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await isSame();
  await speak(page, 'fi');
  await expect(heading).toHaveText(finnish);
  await isSame();
}

test('a sale that is being typed', async () => {
  const { page, open } = harness;
  await open('sale-empty');
  const amount = page.locator('#sale-amount');
  const reference = page.locator('#sale-reference');
  await amount.fill('128,50');
  await reference.fill('R-1001 Virtanen');
  await reference.evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 4));
  await keepsElement(reference, () =>
    changesBothWays(page.locator('#sale-pay'), async () => {
      await expect(amount).toHaveValue('128,50');
      await expect(reference).toHaveValue('R-1001 Virtanen');
      await expect(reference).toBeFocused();
      expect(await reference.evaluate(({ selectionStart, selectionEnd }: HTMLInputElement) => [selectionStart, selectionEnd])).toEqual([
        2, 4,
      ]);
    }),
  );
  await expect(page.locator('#sale-pay')).toContainText('128,50');
});

test('a record by hand that is being typed, with what is wrong in it', async () => {
  const { page, open } = harness;
  await open('manual');
  await page.locator('#manual-last-four').fill('42');
  await page.locator('#manual-reason').fill('Pääte ei vastaa');
  await page.locator('#sale-pay').click();
  const problem = page.locator('#manual-last-four-problem');
  await changesBothWays(problem, async () => {
    await expect(page.locator('#manual-last-four')).toHaveValue('42');
    await expect(page.locator('#manual-reason')).toHaveValue('Pääte ei vastaa');
  });
});

test('a settlement in its dialog: the choice and all fields', async () => {
  const { page, open } = harness;
  await open('settle-nameless');
  await page.getByRole('button', { name: 'Selvitä käsin' }).click();
  const dialog = page.getByRole('dialog');
  await tick(dialog.getByRole('radio').first());
  const typed = { 'settle-receipt': 'K-77', 'settle-last-four': '4242', 'settle-reason': 'Kuitti näytti veloituksen', who: 'Maija' };
  for (const [id, text] of Object.entries(typed)) await page.locator(`#${id}`).fill(text);
  await keepsElement(page.locator('#settle-reason'), () =>
    changesBothWays(dialog.getByRole('heading', { level: 2 }).first(), async () => {
      for (const [id, text] of Object.entries(typed)) await expect(page.locator(`#${id}`)).toHaveValue(text);
      await expect(dialog.getByRole('radio').first()).toBeChecked();
      await expect(page.locator('#who')).toBeFocused();
    }),
  );
});

test('a sum that is to go back', async () => {
  const { page, open } = harness;
  await open('approved');
  await page.getByRole('button', { name: 'Palauta' }).click();
  const sum = page.getByRole('dialog').getByRole('textbox');
  await sum.fill('3,50');
  await keepsElement(sum, () =>
    changesBothWays(page.getByRole('dialog').getByRole('heading').first(), async () => {
      await expect(sum).toHaveValue('3,50');
      await expect(sum).toBeFocused();
    }),
  );
});

test('addresses and secrets of the support', async () => {
  const { page, open } = harness;
  await open('settings');
  await page.getByRole('button', { name: 'Asetukset' }).click();
  await page.getByRole('button', { name: 'Tuen asetukset' }).click();
  await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
  const fields = page.getByRole('dialog').locator('input:not([type=radio])');
  await expect(fields.first()).toHaveValue(/https/);
  await fields.nth(1).fill('hotelli-toinen');
  await fields.nth(2).fill('uusi-salasana');
  await changesBothWays(page.getByRole('dialog').getByRole('heading').first(), async () => {
    await expect(fields.nth(1)).toHaveValue('hotelli-toinen');
    await expect(fields.nth(2)).toHaveValue('uusi-salasana');
  });
});

test('the terminal that is looked for and selected', async () => {
  const { page, open } = harness;
  await open('picker-many');
  await page.locator('#terminal-change, .terminal__invite').first().click();
  const search = page.getByRole('dialog').getByRole('textbox');
  await search.fill('ravintola');
  await page.getByRole('option').last().click();
  const selected = page.getByRole('option', { selected: true });
  const name = await selected.textContent();
  await changesBothWays(page.getByRole('dialog').getByRole('heading').first(), async () => {
    await expect(search).toHaveValue('ravintola');
    await expect(selected).toHaveCount(1);
  });
  await expect(selected).toHaveText(name ?? '');
});

/** Every text that the page had, from the first one on. */
const allTexts = (): void => {
  const seen: string[] = [];
  Object.assign(window, { seen });
  new MutationObserver(() => seen.push(document.body.innerText)).observe(document, { subtree: true, childList: true, characterData: true });
};

test('a start in Swedish shows nothing in Finnish first, and one in Finnish loads nothing else', async () => {
  const { page, open } = harness;
  const loaded: string[] = [];
  page.on('request', (request) => void loaded.push(new URL(request.url()).pathname));
  /** The catalogues that were loaded, each a file of its own. */
  const loadedAt = async (language: 'fi' | 'sv' | 'en'): Promise<string[]> => {
    loaded.length = 0;
    await open('sale-empty', language);
    await expect(page.locator('#sale-amount')).toBeVisible();
    return loaded.flatMap((path) => /\/(sv|en)-/.exec(path)?.[1] ?? []);
  };
  await page.addInitScript(allTexts);
  expect(await loadedAt('fi')).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join())).toContain('Summa');
  expect(await loadedAt('sv')).toEqual(['sv']);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join());
  expect(seen).toContain('Belopp');
  expect(seen).not.toContain('Summa');
  expect(seen).not.toContain('Maksutapa');
});

test('while a payment waits, and on an outcome', async () => {
  const { page, open } = harness;
  await open('waiting');
  await changesBothWays(page.getByRole('dialog').getByRole('heading').first(), async () => {
    await expect(page.getByRole('timer')).toBeVisible();
  });
  await open('approved');
  await changesBothWays(page.getByRole('heading', { level: 1 }), async () => undefined);
});
