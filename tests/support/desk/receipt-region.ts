import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { LaunchedApp } from './launch.ts';
import { tick } from './tick.ts';

/** The payment's receipt on the screen, by its roles and names. */
export const receiptRegion = (page: Page): Locator => page.getByRole('region', { name: 'Kuitti', exact: true });

/** The lines that are shown, without the empty ones. Money is written with a blank that breaks no line; a PDF knows one kind of blank. */
export async function shownLines(page: Page): Promise<string[]> {
  const lines = await receiptRegion(page).getByRole('figure', { name: 'Esikatselu' }).locator('span').allTextContents();
  return lines.map((line) => line.replaceAll('\u00a0', ' ').trimEnd()).filter((line) => line !== '');
}

/** The system's own dialog that asks where to save answers with this path. */
export async function saveTo({ app }: LaunchedApp, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

/** Saves what is shown. @returns the PDF's bytes. */
export async function savePdf(launched: LaunchedApp, path: string): Promise<Uint8Array> {
  await saveTo(launched, path);
  await receiptRegion(launched.page).getByRole('button', { name: 'Tallenna PDF' }).click();
  await launched.desk.expectText('PDF tallennettiin.');
  return readFileSync(path);
}

export async function choosePaper({ desk, page }: LaunchedApp, paper: string): Promise<void> {
  await desk.button('Asetukset').click();
  await tick(page.getByRole('radio', { name: paper, exact: true }));
  await page.getByRole('button', { name: 'Sulje' }).click();
}
