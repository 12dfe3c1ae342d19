import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { electronPath, launchFlags } from '../support/electron-path.ts';
import { writeProvisioningFile } from '../support/provisioning.ts';
import { median } from './figures.ts';

const OPENINGS = 9;

/** From the press of Vaihda until the last row of the open picker is painted, in ms: the median of a few, the first left out. */
export async function measurePicker(program: string, count: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-bench-'));
  const terminals = Array.from({ length: count }, (_, index) => ({
    terminalId: String(71_000_001 + index),
    name: `Päätelaite ${index + 1}`,
    active: true,
    location: 'Aula',
    pointOfSale: index % 3 === 0 ? 'Vastaanotto' : null,
  }));
  const file = writeProvisioningFile(folder, { baseUrl: 'http://127.0.0.1:9', terminals });
  const args = [program, ...launchFlags(), `--user-data-dir=${join(folder, 'profile')}`, `--provision=${file}`];
  const app = await _electron.launch({ executablePath: electronPath(), args });
  try {
    const page = await app.firstWindow();
    await page.getByRole('textbox', { name: 'Summa' }).waitFor();
    await page.waitForTimeout(1_000);
    const times: number[] = [];
    for (let opening = 0; opening <= OPENINGS; opening += 1) {
      const ms = await page.evaluate(async () => {
        const button = [...document.querySelectorAll('button')].find((each) =>
          /Vaihda päätelaite/.test(each.ariaLabel ?? each.textContent ?? ''),
        );
        const start = performance.now();
        button?.click();
        while (document.querySelector('[role=option]') === null) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - start;
      });
      if (opening > 0) times.push(ms);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    return median(times);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
