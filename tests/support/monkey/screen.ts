import type { Page } from '@playwright/test';
import { plain } from './sums.ts';

/** One thing that can be pressed, chosen or typed into, as a screen reader would describe it. */
export interface Thing {
  readonly role: string;
  readonly name: string;
  /** Playwright's handle of this very element in this very page. */
  readonly ref: string;
  readonly enabled: boolean;
  /** A radio that is chosen, an option that is selected. */
  readonly on: boolean;
  /** What stands in a text field. */
  readonly value: string;
  /** The last words on it: a row's sum. */
  readonly last: string;
  /** The name of the dialog that it stands in; null: none. */
  readonly dialog: string | null;
  /** It stands in today's list. */
  readonly inToday: boolean;
}

/** The window as roles, names and words. */
export interface Screen {
  /** The dialog on top; the waiting state is one too. */
  readonly dialog: string | null;
  readonly heading: string | null;
  readonly things: readonly Thing[];
  readonly focused: Thing | null;
  readonly text: string;
  /** What the top dialog says, else the main part of the screen. */
  readonly scope: string;
  /** What stands beside the sale form about today; null where it is not in sight. */
  readonly today: string | null;
}

interface AriaNode {
  readonly role: string;
  readonly name?: string;
  readonly text?: string;
  readonly ref?: string;
  readonly level?: number;
  readonly ariaHidden?: boolean;
  readonly disabled?: boolean;
  readonly checked?: boolean | 'mixed';
  readonly selected?: boolean;
  readonly active?: boolean;
  readonly children?: readonly (AriaNode | string)[];
}

const DIALOGS = ['dialog', 'alertdialog'];
const THINGS = ['button', 'checkbox', 'combobox', 'link', 'option', 'radio', 'searchbox', 'tab', 'textbox'];
/** Their text only repeats their name. */
const SAID_BY_NAME = ['button', 'heading', 'img', 'link', 'option', 'radio'];

export async function readScreen(page: Page): Promise<Screen> {
  const nodes = (await page.locator('body').ariaSnapshotJSON({ mode: 'ai', timeout: 10_000 })) as unknown as readonly AriaNode[];
  return screenOf(nodes);
}

export function screenOf(nodes: readonly AriaNode[]): Screen {
  const things: Thing[] = [];
  const headings: string[] = [];
  let dialog: AriaNode | null = null;
  let main: AriaNode | null = null;
  let today: AriaNode | null = null;
  let focused: Thing | null = null;

  const walk = (node: AriaNode | string, inDialog: AriaNode | null, inToday: boolean): void => {
    if (typeof node === 'string' || node.ariaHidden === true) return;
    const isDialog = DIALOGS.includes(node.role);
    if (isDialog) dialog = node;
    if (node.role === 'main') main ??= node;
    const isToday = node.role === 'complementary' && node.name === 'Tänään';
    if (isToday) today = node;
    if (node.role === 'heading' && node.level === 1) headings.push(plain(node.name ?? textOf(node)));
    if (THINGS.includes(node.role) && node.ref !== undefined) {
      const thing: Thing = {
        role: node.role,
        name: plain(node.name ?? ''),
        ref: node.ref,
        enabled: node.disabled !== true,
        on: node.checked === true || node.selected === true,
        value: plain(node.text ?? ''),
        last: plain(lastOf(node)),
        dialog: nameOf(inDialog),
        inToday,
      };
      things.push(thing);
      if (node.active === true) focused = thing;
    }
    for (const child of node.children ?? []) walk(child, isDialog ? node : inDialog, inToday || isToday);
  };
  for (const node of nodes) walk(node, null, false);

  const top: AriaNode | null = dialog;
  return {
    dialog: nameOf(top),
    heading: headings.at(-1) ?? null,
    things,
    focused,
    text: plain(nodes.map(textOf).join(' · ')),
    scope: scopeOf(top ?? main),
    today: today === null ? null : scopeOf(today),
  };
}

const nameOf = (node: AriaNode | null): string | null => (node === null ? null : plain(node.name ?? ''));
const scopeOf = (node: AriaNode | null): string => (node === null ? '' : plain(textOf(node)));

function textOf(node: AriaNode | string): string {
  if (typeof node === 'string') return node;
  if (node.ariaHidden === true) return '';
  if (SAID_BY_NAME.includes(node.role) && node.name !== undefined) return node.name;
  // Parted, so that a number never runs into a sum behind it.
  return [node.text ?? '', ...(node.children ?? []).map(textOf)].filter((part) => part.trim() !== '').join(' · ');
}

function lastOf(node: AriaNode | string): string {
  if (typeof node === 'string') return node;
  const child = (node.children ?? []).findLast((one) => typeof one === 'string' || one.ariaHidden !== true);
  return child === undefined ? (node.text ?? node.name ?? '') : lastOf(child);
}

/**
 * The page's text, to see whether it has stopped changing: a tenth of the work of reading roles and names. Times and counted seconds are
 * left out.
 */
export function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input')].map(({ value, checked }) => `${value} ${checked}`);
    const unusable = document.querySelectorAll('[aria-disabled=true]').length;
    return [document.body.innerText.replace(/\d/g, ''), ...fields, unusable].join('\n');
  });
}

export const withoutTimes = (name: string): string => name.replace(/\d{1,2}\.\d{2}(\.\d{2})?/g, '·');

/** The sale form, visible and not covered: the window knows of nothing that is running. */
export const saleForm = (screen: Screen): Thing | null =>
  screen.dialog === null
    ? (screen.things.find(({ role, name }) => role === 'button' && /^(Maksa|Kirjaa maksu)\b/.test(name)) ?? null)
    : null;
