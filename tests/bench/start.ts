import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { electronPath, launchFlags } from '../support/electron-path.ts';
import { treePss } from './process-tree.ts';

export type Start = { readonly ms: number; readonly pssKb: number };

/** Memory is read when a program has settled: first paint is not the end of loading. */
const SETTLE_MS = 1_500;

/** From launch until a character that is typed stands in the amount field. */
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
    await page.waitForTimeout(SETTLE_MS);
    return { ms, pssKb: treePss(app.process().pid ?? 0) };
  } finally {
    await app.close();
    if (profile === null) rmSync(folder, { recursive: true, force: true });
  }
}
