import { expect, test } from '@playwright/test';
import { decline } from '../support/connect-cloud/index.ts';
import { Desk } from '../support/desk/desk.ts';
import { launchLoose } from '../support/desk/loose-launch.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { exportPayments } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();

/** A declined payment of an earlier guest, and the next guest's sum half typed. */
async function lookAtDeclined(desk: Desk, reference: string): Promise<void> {
  await desk.startSale({ amount: '12,50', reference });
  await desk.waitForOutcome('declined');
  await desk.newSale();
  await openFromList(desk, reference);
}

async function openFromList(desk: Desk, reference: string): Promise<void> {
  await desk.page.getByRole('button', { name: new RegExp(reference) }).click();
  await expect(desk.heading('declined')).toBeVisible();
}

const chargesAgain = (desk: Desk) => desk.button(/^(Yritä uudelleen|Toinen päätelaite|Kirjaa käsin)/);

test('a declined payment that was opened from the list charges nothing, also after a reload, and what was typed stays', async () => {
  const { desk, page, cloud, posts } = await openNetsDesk(started);
  cloud.terminal(T).play(decline('51'));
  await lookAtDeclined(desk, 'R-7101');
  await expect(chargesAgain(desk)).toHaveCount(0);
  for (let reload = 0; reload < 2; reload += 1) {
    await page.reload();
    await expect(desk.heading('declined')).toBeVisible();
    await expect(desk.newSaleButton).toBeVisible();
    await expect(chargesAgain(desk)).toHaveCount(0);
  }
  await desk.newSale();
  await expect(desk.amount).toHaveValue('');

  await desk.typeAmount('77');
  await desk.typeReference('R-7102');
  await openFromList(desk, 'R-7101');
  await page.reload();
  await expect(desk.heading('declined')).toBeVisible();
  await expect(chargesAgain(desk)).toHaveCount(0);
  await desk.newSale();
  await expect(desk.amount).toHaveValue('77,00');
  await expect(desk.reference).toHaveValue('R-7102');
  expect(posts()).toBe(1);
});

test('a declined payment that was opened from the list charges nothing after its page has died', async () => {
  test.skip(process.platform !== 'linux', 'finds the process in /proc');
  const cloud = await started.cloud({ latestAfterMs: 0 });
  const userDataDir = started.folder();
  const app = await launchLoose(userDataDir, [`--provision=${started.provision({ baseUrl: cloud.baseUrl })}`]);
  started.atEnd(() => app.kill());
  cloud.terminal(T).play(decline('51'));
  await app.withPage(async (page) => {
    const desk = new Desk(page);
    await desk.ready();
    await desk.chooseTerminal('Päätelaite I');
    await lookAtDeclined(desk, 'R-7103');
  });
  app.killRenderer();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await app.withPage(async (page) => {
    const desk = new Desk(page);
    await expect(desk.heading('declined')).toBeVisible({ timeout: 60_000 });
    await expect(desk.newSaleButton).toBeVisible();
    await expect(chargesAgain(desk)).toHaveCount(0);
    await desk.newSale();
  });
  expect(await exportPayments(userDataDir, 'production')).toMatchObject([{ state: 'declined' }]);
});
