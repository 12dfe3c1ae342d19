import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { findClipped } from '../support/renderer-harness/clipped.ts';
import type { FakePos } from '../support/renderer-harness/fake-pos.ts';
import { type Harness, openHarness } from '../support/renderer-harness/harness.ts';
import { drawer, shots } from '../support/renderer-harness/shots.ts';

// Every state of every screen in words that are 40 % longer than the Finnish ones, at 1024x768: nothing is cut off, leaves its button or
// lies on its neighbour. Measured, not looked at.
let harness: Harness;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'willba-pos-longer-'));
  harness = await openHarness(folder);
  await harness.page.setViewportSize({ width: 1024, height: 768 });
  await harness.page.emulateMedia({ reducedMotion: 'reduce' });
});
test.afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One fault is often on many screens. */
function byFault(complaints: readonly string[]): string {
  const faults = Map.groupBy(complaints, (complaint) => complaint.slice(complaint.indexOf(': ') + 2));
  return [...faults].map(([fault, where]) => `${fault} — ${where.length} times, first ${where[0]?.split(':')[0]}`).join('\n');
}

/** The state is reached in Finnish, by its names; what stands there then is said in longer words. */
async function speakLonger(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { pos: FakePos }).pos.speak('en'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

test('nothing is clipped in any state', async () => {
  test.setTimeout(600_000);
  const { page, open } = harness;
  const complaints: string[] = [];
  for (const { state, name, act } of [...shots, drawer]) {
    await open(state, 'pseudo');
    await act?.(page).catch((cause: unknown) => complaints.push(`${name} was not reached: ${String(cause).slice(0, 300)}`));
    await speakLonger(page);
    complaints.push(...(await page.evaluate(findClipped)).map((fault) => `${name}: ${fault}`));
  }
  expect(complaints, byFault(complaints)).toEqual([]);
});

test('and the measure would notice', async () => {
  const { page, open } = harness;
  await open('sale');
  expect(await page.evaluate(findClipped)).toEqual([]);
  const spoilt = async (spoil: () => void): Promise<string> => {
    await open('sale');
    await page.evaluate(spoil);
    return (await page.evaluate(findClipped)).join('\n');
  };
  expect(
    await spoilt(() => {
      const button = document.getElementById('sale-pay');
      if (button !== null) Object.assign(button.style, { width: '40px', whiteSpace: 'nowrap', overflow: 'visible' });
    }),
  ).toContain('out of its button');
  expect(
    await spoilt(() => {
      const heading = document.querySelector('label');
      if (heading !== null) Object.assign(heading.style, { width: '12px', overflow: 'hidden', whiteSpace: 'nowrap', display: 'block' });
    }),
  ).toContain('cut off');
  expect(
    await spoilt(() => {
      const [, second] = document.querySelectorAll<HTMLElement>('nav button');
      if (second !== undefined) second.style.marginLeft = '-80px';
    }),
  ).toContain('on its neighbour');
});
