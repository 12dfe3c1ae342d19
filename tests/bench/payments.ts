import { _electron, type Page } from '@playwright/test';
import { tick } from '../support/desk/tick.ts';
import { electronPath, launchFlags } from '../support/electron-path.ts';
import { treePss } from './process-tree.ts';

export type PaymentsTimes = {
  /** A press on Maksut → the rows of all payments are painted; the first opening, which begins the thread, is left out. */
  readonly open: readonly number[];
  /** A search is typed → its row is painted. */
  readonly search: readonly number[];
  /** The window is told that a payment has changed → its row in the open list says so. */
  readonly change: readonly number[];
  /** The most row elements that stood in the page while it was scrolled from end to end. */
  readonly mostRows: number;
  /** The longest task of the window meanwhile; 0 if none was long enough to be told of (50 ms). */
  readonly longestTask: number;
  /** What the open list takes more than the till, all processes. */
  readonly pssKb: number;
};

const OPENINGS = 15;
const SEARCHES = 40;
/** So many unclear payments are settled one after the other while the list is open. */
export const SETTLED = 30;

/** The list of payments in the real program, over a profile that holds so many, the newest of them unclear; times in ms. */
export async function measurePayments(program: string, profile: string, payments: number): Promise<PaymentsTimes> {
  const app = await _electron.launch({ executablePath: electronPath(), args: [program, ...launchFlags(), `--user-data-dir=${profile}`] });
  try {
    const page = await app.firstWindow();
    await page.getByRole('textbox', { name: 'Summa' }).waitFor();
    await page.waitForTimeout(2_000);
    const before = treePss(app.process().pid ?? 0);
    await page.getByRole('button', { name: 'Maksut' }).click();
    await tick(page.getByRole('radio', { name: 'Kaikki' }));
    await rowsOf(page, payments);
    // The first search makes the index.
    await page.getByRole('searchbox', { name: 'Etsi maksuja' }).fill('R-1');
    await page.getByRole('grid').getByRole('row').first().waitFor({ timeout: 300_000 });
    await page.getByRole('searchbox', { name: 'Etsi maksuja' }).fill('');
    await rowsOf(page, payments);
    await page.waitForTimeout(2_000);
    const pssKb = treePss(app.process().pid ?? 0) - before;

    const open: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      await page.getByRole('button', { name: 'Kassa' }).click();
      await page.getByRole('textbox', { name: 'Summa' }).waitFor();
      open.push(await page.evaluate(openList));
    }
    const search: number[] = [];
    for (let asked = 0; asked < SEARCHES; asked += 1) {
      // No other reference begins like one of these.
      const reference = `R-${Math.floor((0.2 + (0.79 * asked) / SEARCHES) * (payments - SETTLED))}`;
      search.push(await page.evaluate(searchFor, reference));
    }
    await page.getByRole('searchbox', { name: 'Etsi maksuja' }).fill('');
    await rowsOf(page, payments);
    const change: number[] = [];
    for (let settled = 0; settled < SETTLED; settled += 1) change.push(await page.evaluate(settleRow, settled));
    return { open, search, change, pssKb, ...(await page.evaluate(scrollThrough)) };
  } finally {
    await app.close();
  }
}

const rowsOf = (page: Page, payments: number): Promise<void> =>
  page.locator(`[role=grid][aria-rowcount="${payments}"]`).waitFor({ timeout: 300_000 });

// These run in the page.

async function openList(): Promise<number> {
  const tab = [...document.querySelectorAll('nav button')].find(({ textContent }) => textContent === 'Maksut');
  const start = performance.now();
  (tab as HTMLElement).click();
  while (document.querySelector('[role=grid] tr td') === null) await new Promise((resolve) => setTimeout(resolve));
  // Painted: the frame after which it is on the screen has ended.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

async function searchFor(reference: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) return Number.NaN;
  const start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, reference);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const isThere = (): boolean => document.querySelector('[role=grid] tr[aria-rowindex="1"]')?.ariaLabel?.includes(`${reference},`) === true;
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** Settles the payment in this row, and waits until the row says so. */
async function settleRow(place: number): Promise<number> {
  type Pos = {
    readonly onEvent: (listener: (event: { readonly historyNews?: number }) => void) => () => void;
    readonly settlePayment: (input: unknown) => Promise<{ readonly ok: boolean }>;
    readonly searchPayments: (input: unknown) => Promise<{ readonly value: { readonly rows: readonly { readonly id: string }[] } }>;
  };
  const { pos } = window as unknown as { readonly pos: Pos };
  const label = (): string => document.querySelector(`[role=grid] tr[aria-rowindex="${place + 1}"]`)?.ariaLabel ?? '';
  const paymentId = (await pos.searchPayments({ text: '', period: { kind: 'all' }, filter: 'all' })).value.rows[place]?.id;
  // Only rows in sight are in the page.
  const scroller = document.querySelector('.grid__scroll');
  while (label() === '' && scroller !== null) {
    scroller.scrollTop += 100;
    await new Promise(requestAnimationFrame);
  }
  const before = label();
  let told = Number.NaN;
  const stop = pos.onEvent(({ historyNews }) => {
    if (historyNews !== undefined) told = performance.now();
  });
  const verdict = { charged: true, receipt: '17', lastFour: '1234' };
  const settled = await pos.settlePayment({ paymentId, by: 'Maija V.', reason: 'Kuitti tulostui', verdict });
  if (!settled.ok) throw new Error(`not settled: ${JSON.stringify(settled)}`);
  const since = performance.now();
  while (label() === before) {
    if (performance.now() - since > 20_000) throw new Error(`row ${place} still says ${before}`);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const shown = performance.now();
  stop();
  return shown - told;
}

async function scrollThrough(): Promise<{ readonly mostRows: number; readonly longestTask: number }> {
  const scroller = document.querySelector('.grid__scroll');
  if (scroller === null) return { mostRows: Number.NaN, longestTask: Number.NaN };
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  observer.observe({ type: 'longtask' });
  let mostRows = 0;
  const steps = 240;
  for (let step = 0; step <= steps; step += 1) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / steps;
    await new Promise(requestAnimationFrame);
    mostRows = Math.max(mostRows, document.querySelectorAll('[role=grid] tr').length);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  return { mostRows, longestTask };
}
