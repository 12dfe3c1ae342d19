import { expect, type Page, test } from '@playwright/test';
import { createRandom, type Random } from '../kills/random.ts';
import { approve, decline, hold, otherDeskInBetween, type Script } from '../support/connect-cloud/index.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { HandScanner, type Scan, suffixes } from '../support/desk/hand-scanner.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch, type Started } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';
import { readTrainingLedger } from '../support/desk/training-ledger.ts';

// Many screens, each waited for.
test.describe.configure({ timeout: 240_000 });

const T = '71000001';
const QUIET_MS = 220;
const SCANS_A_SCREEN = 5;
const ALPHABET = [...'0123456789ABCDEFGHJKLMNPRSTUVWXYZabcdefghij -./,'];

/** 3 to 40 characters, 2 to 30 ms apart, with each suffix in its turn. */
function someScan(random: Random): Scan {
  const length = random.between(3, 40);
  const text = Array.from({ length }, () => random.oneOf(ALPHABET)).join('');
  return { text, suffix: random.oneOf(suffixes), gapMs: random.between(2, 30) };
}

/** What a key could have changed: where we are, what is chosen, and every text that is not plain. */
const situation = (page: Page): Promise<object> =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const shown = all('h1, h2, h3, [role=dialog], [role=alertdialog], dialog').map(
      (element) => `${element.tagName} ${element.getAttribute('role') ?? ''} ${/^H/.test(element.tagName) ? element.textContent : ''}`,
    );
    const chosen = all('input:checked, [aria-selected=true]').map(
      (element) => element.closest('label')?.textContent ?? element.textContent,
    );
    const texts = all('input').flatMap((element) =>
      element instanceof HTMLInputElement && (element.type === 'password' || /decimal|numeric/.test(element.inputMode))
        ? [`${element.id} ${element.value}`]
        : [],
    );
    const at = document.activeElement;
    const name = at === document.body ? '' : (at?.getAttribute('aria-label') ?? at?.textContent);
    return { shown, chosen, texts, at: `${at?.tagName} ${at?.id} ${name}` };
  });

/** Puts the keyboard on anything that can have it, or on nothing. */
const focusSomething = (page: Page, which: number): Promise<void> =>
  page.evaluate((fraction) => {
    const top = [...document.querySelectorAll('[role=alertdialog], [role=dialog]')].at(-1) ?? document;
    const able = [...top.querySelectorAll<HTMLElement>('button, input, [role=listbox], [tabindex]')].filter((element) =>
      element.checkVisibility(),
    );
    const chosen = able[Math.floor(fraction * (able.length + 1))];
    if (chosen === undefined && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    chosen?.focus();
  }, which);

/** The situation once it stays the same: a dialog takes back a focus that fell out of it, on a busy machine a while later. */
async function steady(page: Page): Promise<unknown> {
  let last = await situation(page);
  for (let look = 0; look < 100; look += 1) {
    await page.waitForTimeout(50);
    const now = await situation(page);
    const isOutside =
      /"at":"BODY/.test(JSON.stringify(now)) && (await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) > 0;
    if (!isOutside && JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
  return last;
}

async function scanEverywhere(page: Page, scanner: HandScanner, seed: number): Promise<void> {
  const random = createRandom(seed);
  for (let scan = 0; scan < SCANS_A_SCREEN; scan += 1) {
    await focusSomething(page, random.fraction());
    const before = await steady(page);
    const code = someScan(random);
    await scanner.scan(code);
    await page.waitForTimeout(QUIET_MS);
    expect(await situation(page), `seed ${seed}, scan ${scan}: ${JSON.stringify(code)}`).toEqual(before);
  }
}

const openDesk = async (started: Started) => {
  const launch = { size: { width: 1024, height: 768 } };
  const desk = await openNetsDesk(started, { terminal: null, provisioning: { operators: ['Maija V.', 'Jussi K.'] }, launch });
  const scanner = new HandScanner(desk.page);
  await desk.page.getByRole('heading', { name: 'Kuka on kassalla?' }).waitFor();
  await scanEverywhere(desk.page, scanner, 1);
  await desk.desk.button('Maija V.').click();
  await desk.desk.ready();
  await desk.desk.chooseTerminal('Päätelaite I');
  return { ...desk, scanner };
};

test.describe('a provisioned desk', () => {
  const nets = oneLaunch(openDesk);
  let reference = 0;
  const acts = (): number => nets().cloud.requests.filter(({ method, path }) => method !== 'GET' && !/login/i.test(path)).length;

  /** What was asked of Nets while somebody scanned: nothing that moves money or stops one. */
  async function scanned(seed: number): Promise<void> {
    const before = acts();
    await scanEverywhere(nets().page, nets().scanner, seed);
    expect(acts()).toBe(before);
  }

  const scannedInDialog = async (seed: number): Promise<void> => {
    await nets().page.getByRole('dialog').waitFor();
    await scanned(seed);
  };

  async function close(): Promise<void> {
    const dialog = nets().page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^(Takaisin|Peruuta|Sulje)$/ }).click();
    await expect(dialog).toBeHidden();
  }

  async function sold(script: Script): Promise<void> {
    const { desk, cloud } = nets();
    cloud.terminal(T).play(script);
    reference += 1;
    await desk.startSale({ amount: '12,50', reference: `R-${reference}00${reference}` });
  }

  const settled = (): Promise<void> => nets().page.waitForTimeout(KEY_GUARD_MS + 100);

  test('who it is now, settings, and the picker', async () => {
    const { desk } = nets();
    await desk.button(/^Käyttäjä/).click();
    await scannedInDialog(2);
    await close();
    await desk.button('Asetukset').click();
    await scannedInDialog(3);
    await close();
    await desk.changeTerminal.click();
    await scannedInDialog(4);
    await close();
  });

  test('the sale by card and by hand, and today’s payments', async () => {
    const { desk, page, posts } = nets();
    const before = posts();
    await desk.typeAmount('12,50');
    await scanned(5);
    await page.getByText('Manuaalinen maksu', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('4242');
    await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('K-1');
    await page.getByRole('textbox', { name: 'Syy', exact: true }).fill('Verkko poikki');
    await scanned(6);
    await page.getByText('Pankkikortti', { exact: true }).click();
    await desk.button(/^Tänään/).click();
    await scannedInDialog(7);
    await close();
    expect(posts()).toBe(before);
    expect((await nets().readExport()).filter(({ kind }) => kind === 'manual')).toEqual([]);
  });

  test('what waits, and the question before closing', async () => {
    const { app, desk, page, cloud } = nets();
    const play = cloud.terminal(T).play(hold());
    await desk.startSale({ amount: '12,50', reference: 'R-wait' });
    await play.arrived;
    await desk.waitForWaiting();
    await scanned(8);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await page.getByRole('alertdialog', { name: 'Maksu on kesken' }).waitFor();
    await scanned(9);
    await desk.button('Jatka odottamista').click();
    play.release(approve());
    await desk.waitForOutcome('paid');
    await desk.newSale();
  });

  test('an approval that wants a signature, its refund, its void and its evidence', async () => {
    const { desk } = nets();
    await sold(approve({ cvm: 1 }));
    await desk.waitForOutcome('paid');
    await settled();
    await scanned(10);
    await desk.button('Allekirjoitus täsmää').click();
    await desk.expectText('Allekirjoitus on hyväksytty');
    await settled();
    await scanned(11);
    for (const [index, open] of ['Palauta', 'Mitätöi', /^Näytä (?:todisteet|tapahtumat)$/].entries()) {
      await desk.button(open).click();
      await scannedInDialog(12 + index);
      await close();
    }
    await desk.newSale();
  });

  test('a decline, its other terminal and its checks', async () => {
    const { desk, page } = nets();
    await sold(decline('51'));
    await desk.waitForOutcome('declined');
    await settled();
    await scanned(15);
    await desk.button('Toinen päätelaite').click();
    await scannedInDialog(16);
    await close();
    await desk.newSale();
    await desk.button('Asetukset').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tarkistukset' }).click();
    await page.getByRole('dialog', { name: 'Tarkistukset' }).waitFor();
    await scanned(17);
    await close();
  });

  test('what is unclear, the warning before the next sale, and the settling', async () => {
    const { desk, page } = nets();
    await sold(otherDeskInBetween());
    await desk.waitForOutcome('unclear');
    // What the first lookup showed comes by itself, and is no scan's doing.
    await page.getByRole('heading', { name: 'Mitä päätelaitteella näkyi' }).waitFor({ timeout: 120_000 });
    await settled();
    await scanned(18);
    await desk.button('Jatka toisella asiakkaalla').click();
    await desk.ready();
    await sold(approve());
    await page.getByRole('alertdialog').waitFor();
    await scanned(19);
    await desk.button('Veloita 12,50 € silti').click();
    await desk.waitForOutcome('paid');
    await desk.newSale();
    await desk.button('1 epäselvä maksu').click();
    await desk.waitForOutcome('unclear');
    await settled();
    await desk.button('Selvitä käsin').click();
    const settling = page.getByRole('dialog', { name: 'Selvitä maksu käsin' });
    await tick(settling.getByRole('radio', { name: 'Korttia veloitettiin' }));
    await scanned(20);
    await close();
    await desk.newSale();
  });

  test('support’s connections', async () => {
    const { desk, page } = nets();
    await desk.button('Asetukset').click();
    await desk.button('Tuen asetukset').click();
    await scannedInDialog(21);
    await desk.button('Jatka tuen asetuksiin').click();
    await page.getByRole('textbox', { name: 'Netsin osoite' }).waitFor();
    await scanned(22);
    await close();
    await nets().expectAgreement();
  });
});

test.describe('the training world', () => {
  const unset = oneLaunch(async (started) => {
    const launched = await started.launch();
    return { ...launched, scanner: new HandScanner(launched.page) };
  });

  test('the first start, and the sale, the picker and an outcome in training', async () => {
    const { desk, page, scanner, userDataDir } = unset();
    await desk.button('Harjoittelutila').waitFor();
    await scanEverywhere(page, scanner, 31);
    await desk.button('Harjoittelutila').click();
    await desk.ready();
    await desk.typeAmount('12,50');
    await scanEverywhere(page, scanner, 32);
    await desk.startSale({ amount: '12,50', reference: 'R-1' });
    await desk.picker.waitFor();
    await scanEverywhere(page, scanner, 33);
    expect(await readTrainingLedger(userDataDir)).toEqual([]);
    await desk.pickTerminal('Päätelaite I – hyväksyy');
    await desk.waitForOutcome('paid');
    await page.waitForTimeout(KEY_GUARD_MS + 100);
    await scanEverywhere(page, scanner, 34);
    expect(await readTrainingLedger(userDataDir)).toHaveLength(1);
  });
});
