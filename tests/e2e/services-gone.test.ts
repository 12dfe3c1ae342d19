import { expect, test } from '@playwright/test';
import { approve, approveThenCut, type ConnectCloud, hold } from '../support/connect-cloud/index.ts';
import type { Desk } from '../support/desk/desk.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { freshStart } from '../support/desk/started.ts';
import { type SmallStrapi, startSmallStrapi } from '../support/strapi/small-strapi.ts';

const started = freshStart();
const MINUTE_MS = 75_000;
const T = '71000001';

type Setting = { readonly cloud: ConnectCloud; readonly strapi: SmallStrapi; readonly gone: () => Promise<void> };
type Moment = {
  readonly name: string;
  readonly who: readonly ('nets' | 'strapi')[];
  /** Before the program starts, or what the desk does up to the moment in which they are gone. */
  readonly when: 'before the start' | ((setting: Setting, launched: LaunchedApp) => Promise<void>);
  /** Played by every test run; `npm run moments` plays them all. */
  readonly always?: true;
};

const both = ['nets', 'strapi'] as const;

/** Back at the sale screen after whatever the moment left. */
async function leave(desk: Desk): Promise<void> {
  await desk.newSaleButton.click();
  await desk.ready();
}

const MOMENTS: readonly Moment[] = [
  { name: 'Strapi before the start', who: ['strapi'], when: 'before the start' },
  { name: 'Nets before the start', who: ['nets'], when: 'before the start' },
  { name: 'both before the start', who: both, when: 'before the start', always: true },
  { name: 'both while nobody pays', who: both, when: ({ gone }) => gone() },
  {
    name: 'Strapi while the picker is open',
    who: ['strapi'],
    always: true,
    async when({ gone }, { desk, page }) {
      await desk.changeTerminal.click();
      await gone();
      await expect(desk.terminalRow('Päätelaite II')).toBeVisible();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'Nets while the picker is open',
    who: ['nets'],
    async when({ gone }, { desk }) {
      await desk.changeTerminal.click();
      await gone();
      await desk.pickTerminal('Päätelaite II');
    },
  },
  {
    name: 'Nets right before Maksa',
    who: ['nets'],
    async when({ gone }, { desk }) {
      await gone();
      await desk.startSale({ amount: '12,50', reference: 'R-7' });
      await desk.waitForOutcome('notSent', 30_000);
      await leave(desk);
    },
  },
  {
    name: 'both while a payment waits',
    who: both,
    always: true,
    async when({ cloud, gone }, { desk }) {
      const play = cloud.terminal(T).play(hold());
      await desk.startSale({ amount: '12,50', reference: 'R-8' });
      await play.arrived;
      await gone();
      await desk.waitForOutcome('unclear');
      await desk.button('Jatka toisella asiakkaalla').click();
      await desk.ready();
    },
  },
  {
    name: 'Nets while a lost answer is looked up',
    who: ['nets'],
    async when({ cloud, gone }, { desk }) {
      cloud.terminal(T).play(approveThenCut('before'));
      await desk.startSale({ amount: '12,50', reference: 'R-9' });
      await desk.waitForOutcome('unclear');
      await gone();
      await desk.button('Jatka toisella asiakkaalla').click();
      await desk.ready();
    },
  },
  {
    name: 'both at the outcome',
    who: both,
    async when({ cloud, gone }, { desk }) {
      cloud.terminal(T).play(approve());
      await desk.startSale({ amount: '12,50', reference: 'R-10' });
      await desk.waitForOutcome('paid');
      await gone();
      await leave(desk);
    },
  },
];

for (const moment of MOMENTS.filter(({ always }) => always === true || process.env['ALL_MOMENTS'] === '1')) {
  test(`gone: ${moment.name}. The desk can work, and their return is noticed within a minute`, async () => {
    test.setTimeout(480_000);
    const cloud = await started.cloud({ latestAfterMs: 0 });
    const strapi = await startSmallStrapi();
    started.atEnd(() => strapi.goAway());
    const gone = async (): Promise<void> => {
      if (moment.who.includes('nets')) await cloud.stopListening();
      if (moment.who.includes('strapi')) await strapi.goAway();
    };
    const provision = started.provision({
      baseUrl: cloud.baseUrl,
      without: ['terminals'],
      strapi: { baseUrl: strapi.baseUrl, token: 'token', outboxToken: 'none' },
    });
    // A desk that has worked before: its terminal is chosen, and the list is kept.
    const userDataDir = started.folder();
    const before = await started.launch({ userDataDir, provision });
    await before.desk.ready();
    await expect.poll(() => before.desk.text(), { timeout: 60_000 }).toContain('Nets yhdistetty');
    await before.desk.chooseTerminal('Päätelaite I');
    let launched = before;
    if (moment.when === 'before the start') {
      await before.close();
      await gone();
      launched = await started.launch({ userDataDir, provision });
      await launched.desk.ready();
    } else {
      await moment.when({ cloud, strapi, gone }, before);
    }
    const { desk, page } = launched;
    await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite I/);
    if (moment.who.includes('nets')) await expect.poll(() => desk.text(), { timeout: MINUTE_MS }).toContain('Nets ei vastaa');

    // Whatever is gone, a payment can be recorded by hand.
    await page.getByText('Manuaalinen maksu', { exact: true }).click();
    await desk.typeAmount('8,50');
    await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('1234');
    await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('55');
    await page.getByRole('textbox', { name: 'Syy' }).fill('Verkko poikki');
    await desk.button(/^Kirjaa maksu/).click();
    await desk.waitForOutcome('recorded');
    await leave(desk);

    if (moment.who.includes('nets')) await cloud.listenAgain();
    if (moment.who.includes('strapi')) await strapi.comeBack();
    await expect.poll(() => desk.text(), { timeout: MINUTE_MS }).toContain('Nets yhdistetty');
    await desk.changeTerminal.click();
    await expect(desk.picker).not.toContainText('Strapi ei vastaa', { timeout: 60_000 });
    await page.keyboard.press('Escape');
    // Nothing was sent twice by any of it.
    for (const { posts } of cloud.ledger.entries()) expect(posts).toBe(1);
  });
}
