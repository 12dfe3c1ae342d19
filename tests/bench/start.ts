import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { electronPath, launchFlags } from '../support/electron-path.ts';
import { treePss } from './process-tree.ts';

export type Start = {
  /** From launch until a character that is typed stands in the amount field. */
  readonly ms: number;
  /** From launch until Maksa can be pressed, or says why it cannot. An empty window has none. */
  readonly payMs: number;
  readonly pssKb: number;
};

/** Memory is read when a program has settled: first paint is not the end of loading. */
const SETTLE_MS = 1_500;

export async function measureStart(program: string, flags: readonly string[], profile: string | null): Promise<Start> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'willba-pos-bench-'));
  const began = performance.now();
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [program, ...launchFlags(), `--user-data-dir=${folder}`, ...flags],
  });
  try {
    const page = await app.firstWindow();
    const field = page.getByLabel('Summa');
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await page.keyboard.press('1');
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.value === '1');
    const ms = performance.now() - began;
    const maksa = await (await page.waitForFunction(isMaksaReady)).jsonValue();
    const payMs = maksa === 'ready' ? performance.now() - began : Number.NaN;
    await page.waitForTimeout(SETTLE_MS);
    return { ms, payMs, pssKb: treePss(app.process().pid ?? 0) };
  } finally {
    await app.close();
    if (profile === null) rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page. Maksa is inert until the program has spoken; afterwards it is inert only with a reason beside it. */
function isMaksaReady(): 'ready' | 'none' | false {
  if (document.title === 'Tyhjä') return 'none';
  const maksa = document.getElementById('sale-pay');
  return maksa !== null && (maksa.ariaDisabled !== 'true' || maksa.hasAttribute('aria-describedby')) && 'ready';
}
