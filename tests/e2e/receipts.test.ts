import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { approve } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { keepPaidSale } from '../support/desk/kept-payment.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { choosePaper, receiptRegion, savePdf, saveTo, shownLines } from '../support/desk/receipt-region.ts';
import { freshStart } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';
import { differenceOf, drawPdf, keptPicture } from '../support/pdf/draw-pdf.ts';
import { readPdf } from '../support/pdf/read-pdf.ts';

const started = freshStart();

const merchant = { name: 'Esimerkki Oy', businessId: '1234567-8', address: ['Rantatie 1', '00100 Helsinki'] };
/** What a terminal prints: 24 columns, blanks that matter, letters of the country, and what a page could take for its own. */
const CUSTOMER = [
  '   ASIAKKAAN KAPPALE',
  'PÄÄTE           71000001',
  '23.11.2026 09:42:31',
  '',
  'OSTO  <b>&amp;</b>',
  'VISA            ****1234',
  'YHTEENSÄ      EUR 128,50',
  '',
  '       HYVÄKSYTTY',
  'Åland, "öitä" & <i>',
];
const texts = { customer: CUSTOMER.join('\n'), merchant: 'KAUPPIAAN KAPPALE', terminal: null };
const PAPERS = [
  ['58 mm', 58],
  ['80 mm', 80],
  ['A4', 210],
] as const;

/** The program with one paid sale of a day long ago, and that payment's page open. */
async function openKept(paper: string, receipts = texts) {
  const userDataDir = started.folder();
  const paymentId = await keepPaidSale(userDataDir, receipts);
  const nets = await openNetsDesk(started, { provisioning: { merchant }, launch: { userDataDir } });
  await choosePaper(nets, paper);
  await nets.page.evaluate((id) => window.pos.showPayment({ paymentId: id }), paymentId);
  await expect(receiptRegion(nets.page)).toContainText('Esimerkki Oy');
  return nets;
}

for (const [paper, widthMm] of PAPERS) {
  test(`a receipt on ${paper} is what was shown, to the letter, as wide as its paper, and looks as it should`, async () => {
    const nets = await openKept(paper);
    const shown = await shownLines(nets.page);
    const folder = started.folder('pdf');
    const bytes = await savePdf(nets, join(folder, 'kuitti.pdf'));
    const [page, ...more] = await readPdf(bytes);
    const lines = page?.lines ?? [];
    expect(more).toEqual([]);
    expect(Math.abs((page?.widthMm ?? 0) - widthMm)).toBeLessThan(1);
    expect(lines.map((line) => line.trim())).toEqual(shown.map((line) => line.trim()));
    // Nets' own lines, each letter in its column.
    const wanted = CUSTOMER.filter((line) => line !== '');
    const at = lines.indexOf(wanted[0] ?? '');
    expect(lines.slice(at, at + wanted.length)).toEqual(wanted);
    expect(lines.join('\n')).not.toContain('KOPIO');

    const drawn = await drawPdf(bytes);
    const kept = keptPicture(join(import.meta.dirname, '..', 'fixtures', 'paper', `receipt-${widthMm}.png`), drawn);
    expect(await differenceOf(drawn, kept)).toBeLessThan(0.002);

    // The next one is a copy, and the comparison of pictures would notice a line more.
    await expect(receiptRegion(nets.page)).toContainText('Seuraava merkitään kopioksi');
    const second = await savePdf(nets, join(folder, 'toinen.pdf'));
    expect((await readPdf(second))[0]?.lines.map((line) => line.trim())).toContain('KOPIO');
    expect(await differenceOf(await drawPdf(second), kept)).toBeGreaterThan(0.01);
  });
}

test('what is longer than a sheet goes on on the next one, inside its edges', async () => {
  const long = Array.from({ length: 100 }, (_, at) => `RIVI ${String(at + 1).padStart(3, '0')}`);
  const nets = await openKept('A4', { ...texts, customer: long.join('\n') });
  const shown = await shownLines(nets.page);
  const pages = await readPdf(await savePdf(nets, join(started.folder('pdf'), 'kuitti.pdf')));
  expect(pages).toHaveLength(3);
  expect(pages.flatMap(({ lines }) => lines).map((line) => line.trim())).toEqual(shown.map((line) => line.trim()));
  for (const { topMm, bottomMm, heightMm } of pages) {
    expect(Math.abs(heightMm - 297)).toBeLessThan(1);
    expect(topMm).toBeGreaterThan(20);
    expect(topMm).toBeLessThan(30);
    expect(bottomMm).toBeGreaterThan(19);
  }
});

test('a folder that cannot be written, a name that leads elsewhere: said, nothing lost, and saved on the next try', async () => {
  const nets = await openKept('80 mm');
  const { desk, page } = nets;
  const folder = started.folder('pdf');
  const save = () => receiptRegion(page).getByRole('button', { name: 'Tallenna PDF' }).click();
  await saveTo(nets, null);
  await save();
  await desk.expectText('Tallennus peruutettiin. Mitään ei tallennettu.');
  await saveTo(nets, join(folder, 'poissa', 'kuitti.pdf'));
  await save();
  await desk.expectText('Valitse toinen kansio ja tallenna uudelleen.');
  await expectAccessible(page, 'a receipt that could not be saved');
  writeFileSync(join(folder, 'payments.db'), 'maksut');
  await saveTo(nets, join(folder, 'payments.db'));
  await save();
  await desk.expectText('PDF tallennettiin.');
  expect(existsSync(join(folder, 'payments.db.pdf'))).toBe(true);
  // Root may write anywhere.
  if (process.geteuid?.() !== 0) {
    chmodSync(folder, 0o500);
    await saveTo(nets, join(folder, 'kuitti.pdf'));
    await save();
    await desk.expectText('ei saa kirjoittaa');
    chmodSync(folder, 0o700);
  }
});

test('a sale at the terminal is printed as its terminal wrote it', async () => {
  const nets = await openNetsDesk(started, { provisioning: { merchant } });
  const { desk, page } = nets;
  nets.cloud
    .terminal('71000001')
    .play(approve({ elementExtra: { customerReceipt: CUSTOMER.join('\r\n'), merchantReceipt: 'KAUPPIAALLE' } }));
  await desk.startSale({ amount: '128,50', reference: 'R-1001' });
  await desk.waitForOutcome('paid');
  await desk.button('Kuitti').click();
  await expect(receiptRegion(page)).toContainText('HYVÄKSYTTY');
  await expectAccessible(page, 'the receipt');
  await tick(receiptRegion(page).getByRole('radio', { name: 'Myyjän kuitti' }));
  await expect(receiptRegion(page)).toContainText('KAUPPIAALLE');
  await expect(receiptRegion(page)).not.toContainText('HYVÄKSYTTY');
  const bytes = await savePdf(nets, join(started.folder('pdf'), 'kuitti.pdf'));
  expect((await readPdf(bytes))[0]?.lines).toContain('KAUPPIAALLE');
});
