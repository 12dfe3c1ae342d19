import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createRandom, type Random } from '../kills/random.ts';
import { HandScanner, type Scan, suffixes } from '../support/desk/hand-scanner.ts';
import type { FakePos } from '../support/renderer-harness/fake-pos.ts';
import { type Harness, openHarness } from '../support/renderer-harness/harness.ts';
import { everyScreen } from '../support/renderer-harness/screens.ts';

// A hundred scans on each kind of screen, in one window against a made-up main process that knows what it was asked for. The real window
// has its own in scanner-everywhere.
test.describe.configure({ timeout: 600_000 });

const ROWS = 10;
const SCANS_A_ROW = 10;
/** As if somebody scanned one code after another. */
const PAUSE_MS = 400;
/** What a screen asks for by itself: it starts, cancels, chooses and closes nothing. */
const HARMLESS =
  /^(snapshot|saveDraft|searchPayments|readPayments|totalPayments|dayToClose|closedDays|closedDay|refreshTerminals|paymentEvidence|receipt|printers|savedConnections|runCheck|testConnections|savedComfort)\b/;

const states = [
  'first-start',
  'sale-empty',
  'sale-request',
  'manual',
  'training',
  'waiting',
  'waiting-cancelling',
  'closing-asking',
  'signature-asked',
  'signature-refused',
  'approved-less',
  'busy',
  'checking',
  'unresolved',
  'sale-late',
] as const;
/** Of these there are others of the same kind. */
const alike = ['picker-many', 'picker-chosen', 'settle-nameless', 'reconcile', 'settings', 'payment'];
const screens = everyScreen.filter(({ name, act, state }) =>
  act === undefined ? states.some((each) => each === state) : !alike.some((each) => name.startsWith(`${each},`)),
);

let harness: Harness;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'willba-pos-scans-'));
  harness = await openHarness(folder);
});
test.afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPRSTUVWXYZabcdefghij -./,'];

function someScan(random: Random): Scan {
  const text = Array.from({ length: random.between(3, 7) }, () => random.oneOf(ALPHABET)).join('');
  return { text, suffix: random.oneOf(suffixes), gapMs: random.between(2, 30), pauseMs: PAUSE_MS };
}

/** Which screen and dialog there is, and what is chosen on it. Which row of a list keys act on may change: nothing is done to it. */
const situation = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    return {
      shown: all('h1, h2, h3, [role=dialog], [role=alertdialog], dialog').map(
        (element) => `${element.tagName} ${/^H/.test(element.tagName) ? element.textContent : ''}`,
      ),
      chosen: all('input:checked').map((element) => element.closest('label')?.textContent ?? element.id),
      sums: all('input').flatMap((element) =>
        element instanceof HTMLInputElement && /decimal|numeric/.test(element.inputMode) ? [`${element.id} ${element.value}`] : [],
      ),
    };
  });

const calls = (page: Page): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { pos: FakePos }).pos.calls());

/** Puts the keyboard on anything that can have it, or on nothing. */
const focusSomething = (page: Page, fraction: number): Promise<void> =>
  page.evaluate((which) => {
    const top = [...document.querySelectorAll('[role=alertdialog], [role=dialog]')].at(-1) ?? document;
    const able = [...top.querySelectorAll<HTMLElement>('button, input, select, [role=listbox], [role=grid], [tabindex]')].filter(
      (element) => element.checkVisibility(),
    );
    const chosen = able[Math.floor(which * (able.length + 1))];
    if (chosen === undefined && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    chosen?.focus();
  }, fraction);

for (const [index, { name, state, act }] of screens.entries()) {
  test(`100 of 100 scans on ${name} start, cancel and close nothing`, async () => {
    const { page, open } = harness;
    const random = createRandom(index + 1);
    const scanner = new HandScanner(page);
    await open(state);
    await act?.(page);
    // What a screen reads when it opens is there, and its own keys count.
    await page.waitForTimeout(800);
    const asked = await calls(page);
    let at = Date.now();
    for (let row = 0; row < ROWS; row += 1) {
      await focusSomething(page, random.fraction());
      // A list selects what gets the focus, one drawing later.
      await page.waitForTimeout(60);
      const before = await situation(page);
      const scans = Array.from({ length: SCANS_A_ROW }, () => someScan(random));
      at = await scanner.scanRow(scans, at + PAUSE_MS);
      const told = `row ${row}: ${JSON.stringify(scans)}`;
      expect(
        (await calls(page)).slice(asked.length).filter((call) => !HARMLESS.test(call)),
        told,
      ).toEqual([]);
      expect(await situation(page), told).toEqual(before);
    }
  });
}
