// One sale as a receptionist makes it, in training mode: pictures and a timeline to look at.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { electronPath, launchFlags } from '../support/electron-path.ts';

// This process is Electron's Node; the program it starts is Electron.
delete process.env['ELECTRON_RUN_AS_NODE'];

const program = join(import.meta.dirname, '../..');
const output = join(program, 'demo-output');
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const profile = mkdtempSync(join(tmpdir(), 'willba-pos-demo-'));
const began = performance.now();
const app = await _electron.launch({
  executablePath: electronPath(),
  args: [program, ...launchFlags(), `--user-data-dir=${profile}`, '--training'],
});
try {
  const page = await app.firstWindow();
  let pictures = 0;
  const step = async (what: string): Promise<void> => {
    pictures += 1;
    const file = `${String(pictures).padStart(2, '0')}.png`;
    await page.screenshot({ path: join(output, file) });
    process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${file}  ${what}\n`);
  };

  await page.getByRole('textbox', { name: 'Summa' }).waitFor();
  await step('The sale screen is open');
  await page.getByRole('textbox', { name: 'Summa' }).fill('128,50');
  await page.getByRole('textbox', { name: 'Viite' }).fill('R-2044 · Mäkinen');
  await step('Amount and reference are typed');
  await page.getByRole('button', { name: /^Maksa/ }).click();
  const picker = page.getByRole('dialog', { name: 'Valitse maksupääte' });
  await picker.waitFor();
  await page.waitForTimeout(800);
  await step('Maksa, and this PC has no terminal yet: the picker');
  await picker.getByText('Päätelaite I – hyväksyy').click();
  await step('A terminal is picked');
  await picker.getByRole('button', { name: 'Käytä tätä' }).click();
  await page.getByRole('dialog', { name: 'Odottaa maksua' }).waitFor();
  await page.waitForTimeout(1_500);
  await step('Waiting for the guest');
  await page.getByRole('heading', { name: 'Maksu suoritettu' }).waitFor();
  await step('Paid');
  await page.waitForTimeout(1_000);
  await page.getByRole('button', { name: 'Uusi maksu' }).click();
  await page.waitForTimeout(500);
  await step('Ready for the next guest');
  process.stdout.write(`Pictures in ${output}\n`);
} finally {
  await app.close();
  rmSync(profile, { recursive: true, force: true });
}
