import { expect, type Page } from '@playwright/test';
import { findClipped } from '../support/renderer-harness/clipped.ts';
import type { FakePos } from '../support/renderer-harness/fake-pos.ts';

/** What is cut off, leaves its button or lies on its neighbour where the same is said in words that are 40 % longer than the Finnish ones. */
export async function clippedInLongerWords(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    document.documentElement.dataset['words'] = 'longer';
    (window as unknown as { pos: FakePos }).pos.speak('en');
  });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const found = await page.evaluate(findClipped);
  await page.evaluate(() => {
    delete document.documentElement.dataset['words'];
  });
  return found;
}
