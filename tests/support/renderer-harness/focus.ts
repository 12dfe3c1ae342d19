import type { ElementHandle, Page } from '@playwright/test';
import { type Dots, dotsOf } from './pictures.ts';

/** WCAG 2.2, 2.4.13: a ring of two pixels, and three to one between focused and not. */
const RING_PX = 2;
const CONTRAST = 3;
/** Round corners are shorter than square ones, and edges are softened. */
const CORNERS = 0.8;
/** How far outside its element a ring may be drawn. */
const MARGIN_PX = 8;

/**
 * Everything that Tab can reach, one of each kind: what looks the same by its classes is measured once. The options of a list are left out,
 * because only its own keys show which one is meant.
 */
const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]:not([role=option])';
/** A sum has a line below it and no frame, so its focus is a thicker line. */
const UNDERLINED = '.field--sum';
/** What scrolls draws its own ring where the list in it would be cut. */
const FRAMED_BY = '.grid__scroll';

export type FocusProblem = { readonly element: string; readonly why: string };

/** Focuses one element of each kind that `seen` does not have, and measures what shows it. */
export async function focusProblems(page: Page, seen: Set<string>): Promise<FocusProblem[]> {
  // Focus is shown to whoever uses the keyboard.
  await page.keyboard.press('Tab');
  const problems: FocusProblem[] = [];
  const kinds = await page.locator(REACHED).evaluateAll(kindsOf);
  // Held all at once: what focus does may take some of them away.
  const elements = await page.locator(REACHED).elementHandles();
  for (const [place, kind] of kinds.entries()) {
    const element = elements[place];
    if (kind === null || seen.has(kind) || element === undefined) continue;
    const why = await measure(page, element as ElementHandle<HTMLElement>);
    if (why === 'not reached') continue;
    seen.add(kind);
    if (why !== null) problems.push({ element: kind, why });
  }
  return problems;
}

/** Runs in the page. Null: nobody can focus it now. */
function kindsOf(elements: Element[]): (string | null)[] {
  const named = (element: Element): string => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
  return elements.map((node) => {
    const box = node.getBoundingClientRect();
    const inert = node.closest('[inert], [aria-hidden="true"]') !== null || node.matches(':disabled');
    if (inert || box.width === 0 || getComputedStyle(node).visibility === 'hidden') return null;
    const label = node.closest('label');
    const around = [node.parentElement, label === node.parentElement ? null : label, node];
    const type = node instanceof HTMLInputElement ? `[${node.type}]` : '';
    return `${around.flatMap((each) => (each === null ? [] : [named(each)])).join(' ')}${type}`;
  });
}

/** @returns null where focus is shown well */
async function measure(page: Page, element: ElementHandle<HTMLElement>): Promise<string | null> {
  const isLeft = await element.evaluate((node, reached) => {
    // A dialog gives focus back to what had it last, so it goes to another element.
    const others = [...document.querySelectorAll<HTMLElement>(reached)].filter((other) => other !== node);
    for (const other of others.reverse()) {
      other.focus();
      if (document.activeElement === other) break;
    }
    node.scrollIntoView({ block: 'nearest' });
    return document.activeElement !== node;
  }, REACHED);
  // The only one in its dialog keeps the focus: others of its kind are measured elsewhere.
  if (!isLeft) return 'not reached';
  const clip = await clipOf(page, element);
  if (clip === null) return 'not reached';
  const before = await dotsOf(await page.screenshot({ clip }));
  const isFocused = await element.evaluate((node) => {
    node.focus({ focusVisible: true } as FocusOptions);
    return document.activeElement === node;
  });
  if (!isFocused) return 'not reached';
  const after = await dotsOf(await page.screenshot({ clip }));
  const changed = changedDots(before, after);
  const [width, height] = [clip.width - 2 * MARGIN_PX, clip.height - 2 * MARGIN_PX];
  const isUnderlined = await element.evaluate((node, selector) => node.closest(selector) !== null, UNDERLINED);
  const needed = RING_PX * (isUnderlined ? width : CORNERS * 2 * (width + height));
  return changed >= needed ? null : `${changed} of ${Math.round(needed)} dots change by three to one`;
}

/** The element with room for its ring; a field without a size of its own stands for its label. */
async function clipOf(page: Page, element: ElementHandle<HTMLElement>) {
  const box = await element.evaluate((node, framed) => {
    const own = node.getBoundingClientRect();
    const drawn = node.closest(framed) ?? (own.width > 4 && own.height > 4 ? node : (node.closest('label') ?? node));
    const { x, y, width, height } = drawn.getBoundingClientRect();
    const shows = (dx: number, dy: number): boolean => {
      const top = document.elementFromPoint(x + dx, y + dy);
      return drawn.contains(top) || top?.contains(drawn) === true;
    };
    const isCovered = !(shows(width / 2, height / 2) && shows(width / 2, 2) && shows(width / 2, height - 2));
    return { x, y, width, height, isCovered };
  }, FRAMED_BY);
  const view = page.viewportSize() ?? { width: 0, height: 0 };
  const clip = { x: box.x - MARGIN_PX, y: box.y - MARGIN_PX, width: box.width + 2 * MARGIN_PX, height: box.height + 2 * MARGIN_PX };
  const isInSight = !box.isCovered && box.x >= 0 && box.y >= 0 && box.x + box.width <= view.width && box.y + box.height <= view.height;
  return isInSight ? clip : null;
}

function changedDots(before: Dots, after: Dots): number {
  let changed = 0;
  for (let dot = 0; dot < before.data.length; dot += 4) if (contrast(before.data, after.data, dot) >= CONTRAST) changed += 1;
  return changed;
}

function contrast(one: Uint8ClampedArray, other: Uint8ClampedArray, dot: number): number {
  const [a, b] = [luminance(one, dot), luminance(other, dot)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const linear = Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});
const luminance = (data: Uint8ClampedArray, dot: number): number =>
  0.2126 * (linear[data[dot] ?? 0] ?? 0) + 0.7152 * (linear[data[dot + 1] ?? 0] ?? 0) + 0.0722 * (linear[data[dot + 2] ?? 0] ?? 0);
