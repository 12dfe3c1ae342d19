import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/desk/accessibility.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { receiptRegion } from '../support/desk/receipt-region.ts';
import { freshStart } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';

const started = freshStart();

/** What Electron answers, in its own words; the last answer stays. */
type PlayedPrinters = { readonly names: readonly string[]; readonly answers: readonly (readonly [success: boolean, why: string])[] };
type Job = {
  readonly options: { readonly silent?: boolean; readonly deviceName?: string; readonly pageSize?: unknown };
  readonly text: string;
  readonly preferences: Record<string, unknown>;
};

/** This machine has no printer: Electron's own functions for each page answer in its place, and note what they were given. */
async function playPrinters({ app }: LaunchedApp, played: PlayedPrinters): Promise<void> {
  await app.evaluate(({ app: main }, { names, answers }) => {
    const kept = globalThis as unknown as { printed: unknown[]; played: unknown; listens?: boolean };
    kept.printed = [];
    kept.played = { names, answers: [...answers] };
    if (kept.listens === true) return;
    kept.listens = true;
    main.on('web-contents-created', (_event, contents) => {
      const now = () => kept.played as { names: string[]; answers: [boolean, string][] };
      contents.getPrintersAsync = async () =>
        now().names.map((name) => ({ name, displayName: `${name} (jono)`, description: '', options: {} }));
      contents.print = (options, done) => {
        const page = Buffer.from(contents.getURL().split('base64,')[1] ?? '', 'base64').toString('utf8');
        const read = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
        const lines = [...page.matchAll(/<p class="\w+">([^<]*)<\/p>/g)].map(([, line]) => line);
        kept.printed.push({ options, text: lines.join('\n'), preferences: read.getLastWebPreferences() });
        const [success, why] = (now().answers.length > 1 ? now().answers.shift() : now().answers[0]) ?? [true, ''];
        setTimeout(() => done?.(success, why), 10);
      };
    });
  }, played);
}

const jobs = ({ app }: LaunchedApp): Promise<Job[]> => app.evaluate(() => (globalThis as unknown as { printed: Job[] }).printed);
const print = (page: Page) => receiptRegion(page).getByRole('button', { name: 'Tulosta kuitti' }).click();

test('the printer is chosen once, prints at once, and its second receipt is a copy', async () => {
  const nets = await openNetsDesk(started);
  const { desk, page } = nets;
  await playPrinters(nets, { names: ['Kuitti-58'], answers: [[true, '']] });
  await desk.button('Asetukset').click();
  await tick(page.getByRole('radio', { name: 'Kuitti-58 (jono)' }));
  await tick(page.getByRole('radio', { name: '58 mm' }));
  await tick(page.getByRole('radio', { name: 'Tulosta heti' }));
  await expectAccessible(page, 'the printer in the settings');
  await page.getByRole('button', { name: 'Sulje' }).click();
  await desk.startSale({ amount: '12,50', reference: 'R-1001' });
  await desk.waitForOutcome('paid');
  await desk.button('Kuitti').click();
  await print(page);
  await desk.expectText('Kuitti lähti tulostimelle.');
  await expect(receiptRegion(page)).toContainText('KOPIO');
  await print(page);
  await expect.poll(async () => (await jobs(nets)).length).toBe(2);
  const [first, second] = await jobs(nets);
  expect(first?.options).toMatchObject({ silent: true, deviceName: 'Kuitti-58', pageSize: { width: 58_000 } });
  expect(first?.text).toContain('ASIAKKAAN KUITTI');
  expect([first, second].map((job) => /^ *KOPIO$/m.test(job?.text ?? ''))).toEqual([false, true]);
  expect(first?.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    javascript: false,
    webSecurity: true,
  });
  expect(first?.preferences['preload']).toBeUndefined();
  // The page that was printed is gone.
  await expect.poll(() => nets.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  // Kept over a restart.
  await nets.close();
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.ready();
  await playPrinters(again, { names: ['Muu'], answers: [[true, '']] });
  await again.desk.button('Asetukset').click();
  await expect(again.page.getByRole('radio', { name: 'Kuitti-58 (ei enää tällä koneella)' })).toBeChecked();
  await again.desk.expectText('Valittua tulostinta ei löydy.');
});

test('what stands in the way of a print is said, and nothing counts as printed before it was', async () => {
  const nets = await openNetsDesk(started);
  const { desk, page } = nets;
  await desk.startSale({ amount: '12,50', reference: 'R-1001' });
  await desk.waitForOutcome('paid');
  await playPrinters(nets, { names: ['Kuitti'], answers: [[false, 'Print job canceled']] });
  await desk.button('Kuitti').click();
  await print(page);
  await desk.expectText('Tulostus peruutettiin. Mitään ei tulostettu.');
  // Nobody has chosen a printer yet, so the system's dialog asks.
  expect((await jobs(nets))[0]?.options.silent).toBe(false);
  await page.evaluate(() => window.pos.choosePrinting({ printer: 'Kuitti', paper: '80', dialog: false }));
  await playPrinters(nets, { names: ['Kuitti'], answers: [[false, 'Print job failed']] });
  await print(page);
  await desk.expectText('eikä jono ole pysäytetty');
  await playPrinters(nets, { names: ['Muu'], answers: [[true, '']] });
  await print(page);
  await desk.expectText('Valittua tulostinta ei ole enää tällä koneella');
  await playPrinters(nets, { names: [], answers: [[true, '']] });
  await print(page);
  await desk.expectText('Tällä koneella ei ole tulostinta');
  await playPrinters(nets, { names: ['Kuitti'], answers: [[true, '']] });
  await print(page);
  await desk.expectText('Kuitti lähti tulostimelle.');
  expect((await jobs(nets))[0]?.text).not.toMatch(/^ *KOPIO$/m);
});

test('training prints on marked paper, a signature the merchant’s slip first, and what is not known as no proof', async () => {
  const training = await started.launch({ training: true });
  const { desk, page } = training;
  await desk.ready();
  await desk.startSale({ amount: '12,50', terminal: 'Lisä 5 – pyytää allekirjoituksen' });
  await desk.waitForOutcome('paid');
  await desk.button('Kuitti allekirjoitettavaksi').click();
  await expect(receiptRegion(page).getByRole('radio', { name: 'Myyjän kuitti' })).toBeChecked();
  await expect(receiptRegion(page)).toContainText('________');
  await expect(receiptRegion(page)).toContainText('HARJOITTELU');
  await expectAccessible(page, 'a receipt to sign');
  await page.keyboard.press('Escape');
  await desk.button('Allekirjoitus täsmää').click();
  await desk.newSale();
  await desk.startSale({ amount: '12,50', terminal: 'Sauna IV – toinen kassa välissä' });
  await desk.waitForOutcome('unclear');
  await desk.button('Kuitti').click();
  await expect(receiptRegion(page)).toContainText('EI TODISTE MAKSUSTA');
  await expect(receiptRegion(page)).not.toContainText('HYVÄKSYTTY');
});
