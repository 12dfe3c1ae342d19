import { expect, type Page, test } from '@playwright/test';
import { approve, busyCall, cutCall } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';
import { readTrainingLedger } from '../support/desk/training-ledger.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

async function paid(reference: string, cvm = 0): Promise<void> {
  const { desk, cloud } = nets();
  cloud.terminal('71000001').play(approve({ cvm }));
  await desk.startSale({ amount: '12,50', reference });
  await desk.waitForOutcome('paid');
}

test('a part of a payment goes back to the card, and never more than is left', async () => {
  const { desk, page, cloud } = nets();
  await paid('R-6001');
  await desk.button('Palauta').click();
  const refund = dialog(page, 'Palauta kortille');
  await refund.getByRole('textbox', { name: 'Palautettava summa' }).fill('12,51');
  await refund.getByRole('button', { name: /^Palauta/ }).click();
  await expect(refund).toContainText('enintään');
  await expectAccessible(page, 'refund');
  await refund.getByRole('textbox', { name: 'Palautettava summa' }).fill('5');
  cloud.terminal('71000001').play(approve());
  await refund.getByRole('button', { name: /^Palauta/ }).click();
  await expect(heading(page, 'Palautus suoritettu')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'refunded');
  expect(cloud.ledger.snapshot().attempts.map(({ transactionType, requestedMinor }) => [transactionType, requestedMinor])).toEqual([
    ['purchase', 1250],
    ['returnOfGoods', 500],
  ]);
  await nets().expectAgreement();
  await desk.newSale();
});

test('a sale is voided through a busy terminal, with one DELETE that counts, and is never green again', async () => {
  const { desk, page, cloud } = nets();
  await paid('R-6002');
  cloud.terminal('71000001').voids.play(busyCall());
  await desk.button('Mitätöi').click();
  const voiding = dialog(page, 'Mitätöi maksu');
  await expect(voiding).toContainText('Jos toinen kassa ehtii');
  await expectAccessible(page, 'void');
  await voiding.getByRole('button', { name: /^Mitätöi/ }).dblclick();
  const waiting = dialog(page, 'Mitätöidään maksua');
  await expect(waiting).toContainText('varattu', { timeout: 60_000 });
  await expectAccessible(page, 'waiting for a busy terminal');
  await expect(heading(page, 'Maksu mitätöity')).toBeVisible({ timeout: 60_000 });
  expect(cloud.ledger.snapshot().voids.map(({ voided }) => voided)).toEqual([false, true]);
  await nets().expectAgreement();
  await desk.newSale();
  await page
    .getByRole('button', { name: /R-6002/ })
    .last()
    .click();
  await expect(heading(page, 'Maksu mitätöity')).toBeVisible();
  await expect(desk.button('Palauta')).toBeHidden();
  await expect(desk.button('Mitätöi')).toBeHidden();
  await desk.newSale();
});

test('a void is not sent over another desk’s sale, and the way on is told', async () => {
  const { desk, page, cloud } = nets();
  await paid('R-6003');
  const before = cloud.ledger.snapshot().voids.length;
  cloud.terminal('71000001').otherDesk({ amountMinor: 1250, orderId: 'OTHER-DESK-1' });
  await desk.button('Mitätöi').click();
  await dialog(page, 'Mitätöi maksu')
    .getByRole('button', { name: /^Mitätöi/ })
    .click();
  await expect(heading(page, 'Mitätöinti ei ole enää mahdollinen')).toBeVisible({ timeout: 60_000 });
  await desk.expectText('veloitus on yhä voimassa');
  await desk.expectText('paina Palauta');
  expect(cloud.ledger.snapshot().voids).toHaveLength(before);
  await expectAccessible(page, 'void refused');
  await desk.newSale();
});

test('a signature waits in sight, and refusing it takes the sale back', async () => {
  const { desk, page, cloud } = nets();
  await paid('R-6004', 1);
  await desk.expectText('Vertaa allekirjoitusta korttiin');
  await expectAccessible(page, 'signature');
  await desk.newSale();
  await desk.button('1 allekirjoitus odottaa').click();
  const before = cloud.ledger.snapshot().voids.length;
  await desk.button('Hylkää ja mitätöi').dblclick();
  await expect(heading(page, 'Maksu mitätöity')).toBeVisible({ timeout: 60_000 });
  expect(cloud.ledger.snapshot().voids).toHaveLength(before + 1);
  await nets().expectAgreement();
  await desk.newSale();
  await expect(desk.button('1 allekirjoitus odottaa')).toBeHidden();
});

test('a void whose answer is lost is not known, and nobody is offered to do it again', async () => {
  const { desk, page, cloud } = nets();
  await paid('R-6005');
  cloud.terminal('71000001').voids.play(cutCall('before'));
  await desk.button('Mitätöi').click();
  await dialog(page, 'Mitätöi maksu')
    .getByRole('button', { name: /^Mitätöi/ })
    .click();
  await expect(heading(page, 'Mitätöinnin tila on epäselvä')).toBeVisible({ timeout: 60_000 });
  await desk.expectText('Älä mitätöi tai palauta uudelleen');
  await expectAccessible(page, 'void unclear');
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  await page
    .getByRole('button', { name: /R-6005/ })
    .last()
    .click();
  await desk.expectText('Tämän maksun mitätöinti on epäselvä');
  await expect(desk.button('Mitätöi')).toBeHidden();
  await nets().expectAgreement();
  await desk.newSale();
});

test.describe('in training', () => {
  const training = oneLaunch(async ({ launch }) => {
    const launched = await launch({ training: true });
    await launched.desk.ready();
    return launched;
  });

  test('a payment is refunded, another voided, and a signature accepted', async () => {
    const { desk, page, userDataDir } = training();
    await desk.startSale({ amount: '12,50', reference: 'R-7001', terminal: 'Päätelaite I – hyväksyy' });
    await desk.waitForOutcome('paid');
    await desk.button('Palauta').click();
    await dialog(page, 'Palauta kortille')
      .getByRole('button', { name: /^Palauta/ })
      .click();
    await expect(heading(page, 'Palautus suoritettu')).toBeVisible({ timeout: 20_000 });
    await desk.newSale();

    await desk.startSale({ amount: '8', reference: 'R-7002' });
    await desk.waitForOutcome('paid');
    await desk.button('Mitätöi').click();
    await dialog(page, 'Mitätöi maksu')
      .getByRole('button', { name: /^Mitätöi/ })
      .click();
    await expect(heading(page, 'Maksu mitätöity')).toBeVisible({ timeout: 30_000 });
    await desk.newSale();

    await desk.startSale({ amount: '9', reference: 'R-7003', terminal: 'Lisä 5 – pyytää allekirjoituksen' });
    await desk.waitForOutcome('paid', 20_000);
    await desk.button('Allekirjoitus täsmää').click();
    await desk.expectText('Allekirjoitus on hyväksytty');
    await desk.newSale();

    const ledger = await readTrainingLedger(userDataDir);
    const charged = ledger.filter(({ outcome }) => outcome === 'charged');
    expect(charged.map(({ kind, chargedMinor }) => [kind, chargedMinor])).toEqual([
      ['purchase', 1250],
      ['returnOfGoods', 1250],
      ['purchase', 800],
      ['void', 800],
      ['purchase', 900],
    ]);
  });
});
