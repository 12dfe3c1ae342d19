import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Harness, openHarness } from '../support/renderer-harness/harness.ts';
import { type ScenarioName, scenarios } from '../support/renderer-harness/scenarios.ts';

// Every decision is in sight: the sum, the outcome's name and all buttons that decide something, whole and with nothing over them.
let harness: Harness;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'willba-pos-small-'));
  harness = await openHarness(folder);
});
test.afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

const DECISIONS = '.button--primary, .window__sum, .window__title, .window__actions .button, .dialog__actions .button, #sale-amount';

const outOfSight = (page: Page): Promise<string[]> =>
  page.evaluate((decisions) => {
    const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
    const isShown = (element: Element): boolean => element.getClientRects().length > 0 && (dialog === null || dialog.contains(element));
    const isInSight = (element: Element): boolean => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) return false;
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return middle !== null && (element.contains(middle) || middle.contains(element));
    };
    return [...document.querySelectorAll(decisions)]
      .filter((element) => isShown(element) && !isInSight(element))
      .map((element) => element.textContent || element.id);
  }, DECISIONS);

async function lookAt(names: readonly ScenarioName[], size: { readonly width: number; readonly height: number }): Promise<string[]> {
  const { page, open } = harness;
  const found: string[] = [];
  await page.setViewportSize(size);
  for (const name of names) {
    await open(name);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    for (const what of await outOfSight(page)) found.push(`${name}: ${what}`);
  }
  return found;
}

test('in the smallest window, on every screen', async () => {
  test.setTimeout(240_000);
  expect(await lookAt(Object.keys(scenarios) as ScenarioName[], { width: 800, height: 500 })).toEqual([]);
});

test('at 200 % in a usual window, and on a small screen as well', async () => {
  const main = [
    ...(['first-start', 'sale', 'sale-empty', 'sale-no-secrets', 'manual', 'waiting', 'approved', 'declined', 'approved-less'] as const),
    ...(['checking', 'unresolved', 'training'] as const),
  ];
  expect(await lookAt(main, { width: 640, height: 400 })).toEqual([]);
  // Where nothing can be sold, the reason needs the room: there is no sum to decide about.
  const sellable = main.filter((name) => name !== 'sale-no-secrets');
  expect(await lookAt(sellable, { width: 512, height: 384 })).toEqual([]);
});
