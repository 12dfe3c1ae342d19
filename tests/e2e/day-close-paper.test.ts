import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keepClosedDay } from '../support/desk/kept-day.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { choosePaper, saveTo } from '../support/desk/receipt-region.ts';
import { freshStart } from '../support/desk/started.ts';
import { differenceOf, drawPdf, keptPicture } from '../support/pdf/draw-pdf.ts';
import { readPdf } from '../support/pdf/read-pdf.ts';
import { sampleClosedDay } from '../support/renderer-harness/sample-day.ts';

const started = freshStart();
const day = { ...sampleClosedDay, environment: 'test' as const };

/** The program with one closed day of long ago, which is open to be read. */
async function openKept(paper: string) {
  const userDataDir = started.folder();
  await keepClosedDay(userDataDir, day);
  const nets = await openNetsDesk(started, { launch: { userDataDir } });
  await choosePaper(nets, paper);
  await nets.page.getByRole('navigation').getByRole('button', { name: 'Päivän päätös' }).click();
  await nets.page.getByRole('button', { name: /22\.11\.2026/ }).click();
  await expect(nets.page.getByText('Päivä on päätetty')).toBeVisible();
  return nets;
}

for (const [paper, widthMm] of [
  ['80 mm', 80],
  ['A4', 210],
] as const) {
  test(`a closed day on ${paper} has every sum and Nets’ report to the letter, is as wide as its paper, and looks as it should`, async () => {
    const nets = await openKept(paper);
    const path = join(started.folder('pdf'), 'paatos.pdf');
    await saveTo(nets, path);
    await nets.page.getByRole('button', { name: 'Tallenna PDF' }).click();
    await expect(nets.page.getByText('Tallennettu.')).toBeVisible();
    const bytes = readFileSync(path);
    const pages = await readPdf(bytes);
    expect(Math.abs((pages[0]?.widthMm ?? 0) - widthMm)).toBeLessThan(1);
    const lines = pages.flatMap((page) => page.lines);
    const report = (day.reconciliations[0]?.text ?? '').split('\n').filter((line) => line !== '');
    const first = lines.findIndex((line) => line.includes('TÄSMÄYTYS'));
    expect(lines.slice(first, first + report.length).map((line) => line.trim())).toEqual(report.map((line) => line.trim()));
    const text = lines.join('\n');
    for (const part of [
      'TESTI – RAHA EI SIIRRY',
      'Päivän päätös 22.11.2026',
      'Maija V.',
      'Ei täsmää',
      '2 098,00 €',
      '1 818,00 €',
      'Kysytään',
    ]) {
      expect(text).toContain(part);
    }
    const drawn = await drawPdf(bytes);
    const kept = keptPicture(join(import.meta.dirname, '..', 'fixtures', 'paper', `day-${widthMm}.png`), drawn);
    expect(await differenceOf(drawn, kept)).toBeLessThan(0.002);
  });
}

test('a closed day as CSV is what the screen says, byte for byte', async () => {
  const nets = await openKept('80 mm');
  const path = join(started.folder('csv'), 'paatos.csv');
  await saveTo(nets, path);
  await nets.page.getByRole('button', { name: 'Vie CSV' }).click();
  await expect(nets.page.getByText('Tallennettu.')).toBeVisible();
  const lines = (name: string, id: string, sums: readonly [string, string, string][]): string =>
    sums.map(([figure, count, sum]) => `22.11.2026;${name};${id};${figure};${count};${sum}\r\n`).join('');
  expect(readFileSync(path, 'utf8')).toBe(
    `\uFEFFPäivä;Päätelaite;Tunniste;Rivi;Kappaleet;Summa\r\n${[
      lines('Päätelaite I', '71000001', [
        ['Myynti', '14', '1862,40'],
        ['Palautukset', '1', '24,50'],
        ['Mitätöinnit', '1', '19,90'],
        ['Kirjattu käsin', '0', '0,00'],
        ['Selvitetty käsin', '0', '0,00'],
        ['Juomarahat', '', '12,00'],
        ['Korttimaksulisät', '', '0,00'],
        ['Veloitettu yhteensä', '', '1818,00'],
      ]),
      lines('Sauna', '71000002', [
        ['Myynti', '3', '154,00'],
        ['Palautukset', '0', '0,00'],
        ['Mitätöinnit', '0', '0,00'],
        ['Kirjattu käsin', '0', '0,00'],
        ['Selvitetty käsin', '0', '0,00'],
        ['Juomarahat', '', '0,00'],
        ['Korttimaksulisät', '', '0,00'],
        ['Veloitettu yhteensä', '', '154,00'],
      ]),
      lines('Koko kassa', '', [
        ['Myynti', '17', '2016,40'],
        ['Palautukset', '1', '24,50'],
        ['Mitätöinnit', '1', '19,90'],
        ['Kirjattu käsin', '2', '84,00'],
        ['Selvitetty käsin', '1', '42,00'],
        ['Juomarahat', '', '12,00'],
        ['Korttimaksulisät', '', '0,00'],
        ['Veloitettu yhteensä', '', '2098,00'],
      ]),
    ].join('')}`,
  );
});
