import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { FakePos } from '../support/renderer-harness/fake-pos.ts';
import { focusProblems } from '../support/renderer-harness/focus.ts';
import { type Harness, openHarness } from '../support/renderer-harness/harness.ts';
import { compareWithKept } from '../support/renderer-harness/pictures.ts';
import { bringRules, findingsOf, type Rules } from '../support/renderer-harness/rules.ts';
import { drawer, type Shot, shots } from '../support/renderer-harness/shots.ts';
import { tooSmall } from '../support/renderer-harness/small-targets.ts';
import { clippedInLongerWords } from './longer-words.ts';
import { inMoreWays, pictured } from './pictured.ts';

const KEPT = join(import.meta.dirname, '../fixtures/screens');
const desk = { width: 1024, height: 768 };
const large = { width: 1920, height: 1080 };
const small = { width: 800, height: 500 };
/**
 * So many blocks of four by four dots, of some ten thousand, may differ: edges of letters and marks are drawn half a dot elsewhere where a
 * machine is busy. A word, a large mark, or a field that moved is more; the small marks are judged by `looks.test.ts`.
 */
const MOST_BLOCKS = 40;

/** The states of all screens are walked by so many files at once, each with a window of its own. */
export const WALKS = 2;

type Look = { readonly colorScheme?: 'light' | 'dark'; readonly forcedColors?: 'active' | 'none' };

/** Every state of this walk. @returns its window, once the tests run */
export function walkScreens(walk: number): () => Harness {
  let harness: Harness;
  let folder: string;
  const seen = { light: new Set<string>(), dark: new Set<string>() };
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'willba-pos-screens-'));
    harness = await openHarness(folder);
    await bringRules(harness.page);
  });
  test.afterAll(async () => {
    await harness.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const shot of [...shots, drawer].filter((_, place) => place % WALKS === walk)) {
    test(shot.name, async () => {
      const { page } = harness;
      await page.setViewportSize(desk);
      await look(page, {});
      await page.mouse.move(1, 1);
      await harness.open(shot.state);
      await shot.act?.(page);
      await expectNoFindings(page, 'all', 'Finnish, light');
      expect.soft(await tooSmall(page), 'smaller than a finger').toEqual([]);
      if (pictured.has(shot.name)) await page.waitForTimeout(GUARD_MS);
      await expectPicture(page, shot, '1024-light');
      await look(page, { colorScheme: 'dark' });
      await expectNoFindings(page, 'contrast', 'dark');
      await expectPicture(page, shot, '1024-dark');
      await look(page, { forcedColors: 'active' });
      await expectNoFindings(page, 'contrast', 'forced colours');
      await expectPicture(page, shot, '1024-forced');
      await look(page, {});
      for (const language of ['sv', 'en'] as const) {
        await speak(page, language);
        await expectNoFindings(page, 'but contrast', language);
        await expectPicture(page, shot, `1024-${language}`);
      }
      await speak(page, 'fi');
      expect.soft(await clippedInLongerWords(page), 'in words that are 40 % longer').toEqual([]);
      await speak(page, 'fi');
      await inOtherSizes(page, shot);
      await page.setViewportSize(desk);
      for (const colorScheme of ['light', 'dark'] as const) {
        await look(page, { colorScheme });
        expect.soft(await focusProblems(page, seen[colorScheme]), `focus, ${colorScheme}`).toEqual([]);
      }
    });
  }
  return () => harness;
}

async function inOtherSizes(page: Page, shot: Shot): Promise<void> {
  if (!pictured.has(shot.name)) return;
  await page.setViewportSize(large);
  // Today's list stands here, and says only after a while what Willba lacks.
  await page.waitForTimeout(LIST_MS);
  for (const colorScheme of ['light', 'dark'] as const) {
    await look(page, { colorScheme });
    // What a small window has no room for is judged here.
    await expectNoFindings(page, colorScheme === 'light' ? 'all' : 'contrast', `1920, ${colorScheme}`);
    await expectPicture(page, shot, `1920-${colorScheme}`);
  }
  await look(page, {});
  await page.setViewportSize(small);
  await expectPicture(page, shot, '800-light');
  // A screen of 1366×768 at 200 %.
  await page.setViewportSize({ width: 683, height: 384 });
  await expectPicture(page, shot, '200-percent');
}

async function look(page: Page, { colorScheme = 'light', forcedColors = 'none' }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
}

const speak = async (page: Page, language: 'fi' | 'sv' | 'en'): Promise<void> => {
  await page.evaluate((wanted) => (window as unknown as { pos: FakePos }).pos.speak(wanted), language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
};

async function expectNoFindings(page: Page, rules: Rules, how: string): Promise<void> {
  expect.soft(await findingsOf(page, rules), how).toEqual([]);
}

/** Focus and hints of keys come when a press is no longer guarded against: 700 ms after the screen. */
const GUARD_MS = 1_200;
const LIST_MS = 900;

/**
 * Hides what no two pictures have alike: the caret, the focus (it is measured by itself), hints of keys, rings that turn and seconds that
 * are counted. The policy of the page allows no style element.
 */
async function hold(page: Page): Promise<void> {
  // The pointer of the machine itself may lie over something.
  await page.mouse.move(2, 2);
  await page.mouse.move(1, 1);
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync(`
      *, *::before, *::after { caret-color: transparent !important; animation: none !important; transition: none !important }
      .ring, .unclear__next { visibility: hidden !important }
      .button__key { display: none !important }
      *:focus-visible, *:has(> :focus-visible) { outline: none !important }
    `);
    document.adoptedStyleSheets.push(still);
  });
}

async function expectPicture(page: Page, shot: Shot, how: string): Promise<void> {
  const isBasic = /^(1024|1920)-(light|dark)$/.test(how);
  if (!(isBasic ? pictured : inMoreWays).has(shot.name)) return;
  await hold(page);
  const picture = await page.screenshot();
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  const { blocks, where } = await compareWithKept(join(KEPT, `${shot.name}-${how}.webp`), picture);
  if (blocks > MOST_BLOCKS) {
    await test.info().attach(`${shot.name}-${how}`, { body: picture, contentType: 'image/png' });
    expect.soft(`${blocks} blocks differ, ${where}`, `picture ${shot.name}-${how}`).toBe('');
  }
}
