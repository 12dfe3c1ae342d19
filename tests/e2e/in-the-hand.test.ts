import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { type Harness, openHarness } from '../support/renderer-harness/harness.ts';
import { everyScreen } from '../support/renderer-harness/screens.ts';
import { tooSmall } from '../support/renderer-harness/small-targets.ts';

// Under a finger and under the mouse, in one window against a made-up main process. How large everything is, is measured by tests/screens.
test.describe.configure({ timeout: 400_000 });

let harness: Harness;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'willba-pos-hand-'));
  harness = await openHarness(folder);
});
test.afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Things of which one is selected: what is under the mouse must not look like it. */
const choices = [
  { name: 'sale', state: 'sale', all: '.methods__choice', selected: ':has(:checked)' },
  { name: 'sale', state: 'sale', all: '.header__tab', selected: '[aria-current]' },
  { name: 'operator', state: 'sale', all: '.names__name', selected: '[aria-current]' },
  { name: 'picker-chosen', state: 'sale', all: '[role=option]', selected: '[aria-selected=true]' },
  { name: 'settings', state: 'settings', all: '.choices__choice', selected: ':has(:checked)' },
  { name: 'payments', state: 'sale-many', all: '.segments__one', selected: ':has(:checked)' },
  { name: 'day-closed', state: 'day', all: '.closed-days__day', selected: '[aria-current]' },
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what is under the mouse never looks selected, ${colorScheme}`, async () => {
    const { page, open } = harness;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const { name, state, all, selected } of choices) {
      await open(state);
      const screen = everyScreen.find((each) => each.name === `${name}, opened` && each.state === state);
      await screen?.act?.(page);
      const look = (which: string): Promise<string> =>
        page
          .locator(which)
          .first()
          .evaluate((element) => {
            const { backgroundColor, borderColor, color, boxShadow } = getComputedStyle(element);
            return [backgroundColor, borderColor, color, boxShadow].join(' | ');
          });
      const chosen = `${all}${selected}`;
      const other = `${all}:not(${selected})`;
      await page.mouse.move(1, 1);
      const [selectedLook, plain] = [await look(chosen), await look(other)];
      expect(plain, `${name} ${all}`).not.toBe(selectedLook);
      await page.locator(other).first().hover();
      const under = await look(other);
      expect(under.split(' | ')[0], `${name} ${all} under the mouse`).not.toBe(selectedLook.split(' | ')[0]);
      // What is selected keeps its look under the mouse.
      await page.locator(chosen).first().hover();
      expect((await look(chosen)).split(' | ')[0], `${name} ${chosen} under the mouse`).toBe(selectedLook.split(' | ')[0]);
    }
  });
}

for (const size of [
  { width: 1024, height: 768 },
  { width: 800, height: 500 },
]) {
  test(`the keypad comes with a finger and goes with a key, beside Maksa, at ${size.width} × ${size.height}`, async () => {
    const { page, open } = harness;
    await page.setViewportSize(size);
    await open('sale-empty');
    const session = await page.context().newCDPSession(page);
    const keypad = page.getByRole('group', { name: 'Numeronäppäimet' });
    const amount = page.getByRole('textbox', { name: 'Summa' });
    const tap = async (target: Locator): Promise<void> => {
      const box = await target.boundingBox();
      if (box === null) throw new Error('There is nothing to touch');
      const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const key = (name: string): Locator => keypad.getByRole('button', { name, exact: true });
    await expect(keypad).toBeHidden();
    await tap(amount);
    await expect(keypad).toBeVisible();
    for (const name of ['1', '2', 'Pilkku', '5', '7', 'Poista viimeinen merkki']) await tap(key(name));
    await expect(amount).toHaveValue('12,5');
    await expect(amount).toBeFocused();
    expect(await tooSmall(page)).toEqual([]);
    const [keys, pay] = [await keypad.boundingBox(), await page.getByRole('button', { name: /^Maksa/ }).boundingBox()];
    expect((keys?.y ?? 0) + (keys?.height ?? 0)).toBeLessThanOrEqual(pay?.y ?? 0);
    expect((pay?.y ?? 0) + (pay?.height ?? 0)).toBeLessThanOrEqual(size.height);
    await page.keyboard.press('0');
    await expect(keypad).toBeHidden();
    await expect(amount).toHaveValue('12,50');
  });
}
