import { expect, type Page, test } from '@playwright/test';
import { answerCallWith, approve, approveThenCut, ordinaryCall } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

async function fillRecord(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Manuaalinen maksu' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('4242');
  await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('K-77');
  await page.getByRole('textbox', { name: 'Syy', exact: true }).fill('Pääte ei vastaa');
}

test('a reference that was paid is asked about however it is typed, by card and by hand', async () => {
  const { desk, page, cloud, posts } = await openNetsDesk(started);
  cloud.terminal('71000001').play(approve());
  await desk.startSale({ amount: '12,50', reference: 'R-2044 Mäkinen' });
  await desk.waitForOutcome('paid');
  await desk.newSale();
  const question = page.getByRole('alertdialog');

  await desk.startSale({ amount: '30', reference: 'r 2044  mäkinen' });
  await expect(question).toContainText('Samalla viitteellä on jo maksettu');
  await question.getByRole('button', { name: 'Älä veloita' }).click();
  await fillRecord(page);
  await desk.button(/^Kirjaa maksu/).click();
  await expect(question).toContainText('Samalla viitteellä on jo maksettu');
  await question.getByRole('button', { name: 'Älä kirjaa' }).click();
  await desk.button(/^Kirjaa maksu/).click();
  await question.getByRole('button', { name: /^Kirjaa .*silti/ }).click();
  await desk.waitForOutcome('recorded');
  expect(posts()).toBe(1);
});

test('a record by hand beside an unclear payment asks, offers to settle that one, and names it where the desk goes on', async () => {
  const nets = await openNetsDesk(started);
  const { desk, page, cloud } = nets;
  const terminal = cloud.terminal('71000001');
  terminal.lookups.always(answerCallWith(200, { result: {} }));
  terminal.play(approveThenCut('before'));
  await desk.startSale({ amount: '12,50', reference: 'R-7300' });
  await desk.waitForOutcome('unclear');
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();

  await desk.typeAmount('12,50');
  await desk.typeReference('r7300');
  await fillRecord(page);
  await desk.button(/^Kirjaa maksu/).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('epäselvä');
  await question.getByRole('button', { name: /^Avaa epäselvä maksu|^Selvitä käsin/ }).click();
  await desk.waitForOutcome('unclear');
  // What was typed is still there: the unclear payment was only opened.
  await desk.newSale();
  await expect(desk.amount).toHaveValue('12,50');
  await desk.button(/^Kirjaa maksu/).click();
  await question.getByRole('button', { name: /^Kirjaa .*silti/ }).click();
  await desk.waitForOutcome('recorded');
  await desk.expectText('epäselvän maksun rinnalle');

  const payments = await nets.readExport();
  const unclear = payments.find(({ kind }) => kind === 'sale');
  expect(payments.find(({ kind }) => kind === 'manual')).toMatchObject({ originalId: unclear?.id, chargedMinor: 1_250 });
  await desk.newSale();

  // It comes to light that the card was charged: nobody counts one charge twice.
  await page.getByRole('button', { name: /^1 epäselvä maksu/ }).click();
  await desk.expectText('kirjattiin käsin');
  terminal.lookups.always(ordinaryCall);
  await desk.pressUnlessDone(desk.button('Tarkista nyt'), desk.heading('paid'));
  await desk.expectText(/kirjattiin käsin 12,50/);
});
