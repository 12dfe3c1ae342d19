import { expect, test } from '@playwright/test';
import { approve, hold } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart, type Started } from '../support/desk/started.ts';

const started: Started = freshStart();

test('1250 krónur are asked for as 1250, shown as 1 250, and decimals are refused in words', async () => {
  const { desk, page, cloud, latest, posts, expectAgreement } = await openNetsDesk(started, { provisioning: { currency: 'ISK' } });
  await expect(desk.amount).toHaveAttribute('placeholder', '0');
  await desk.typeAmount('12,50');
  await desk.pay();
  await expect(page.getByRole('alert').filter({ hasText: 'Tässä valuutassa ei ole desimaaleja' })).toBeVisible();
  expect(posts()).toBe(0);

  const play = cloud.terminal('71000001').play(hold());
  await desk.typeAmount('1250');
  await expect(desk.payButton).toContainText(/1\s250\sISK/);
  await desk.pay();
  const attempt = await play.arrived;
  expect(attempt).toMatchObject({ requestedMinor: 1250 });
  await expect(desk.waiting).toContainText(/1\s250\sISK/);
  play.release(approve());
  await desk.waitForOutcome('paid');
  await desk.expectText('1 250 ISK');
  expect(await latest()).toMatchObject({ amountMinor: 1250, chargedMinor: 1250, currency: 'ISK' });
  await expectAgreement();

  // A part of it goes back in whole krónur as well.
  await desk.button('Palauta').click();
  const dialog = page.getByRole('dialog', { name: 'Palauta kortille' });
  const sum = dialog.getByRole('textbox', { name: 'Palautettava summa' });
  await expect(sum).toHaveValue('1250');
  await sum.fill('250');
  await dialog.getByRole('button', { name: /^Palauta 250\sISK/ }).click();
  await expect(page.getByRole('heading', { name: 'Palautus suoritettu' })).toBeVisible({ timeout: 60_000 });
  expect(await latest()).toMatchObject({ kind: 'refund', amountMinor: 250, currency: 'ISK' });
});

test('three decimals: a sum that reads in two ways is asked about, and what is chosen is charged', async () => {
  const { desk, page, latest, expectAgreement } = await openNetsDesk(started, { provisioning: { currency: 'KWD' } });
  await desk.typeAmount('1,255');
  await desk.pay();
  await page.getByRole('button', { name: '1,255 KWD' }).click();
  await desk.typeReference('R-1');
  await desk.pay();
  await desk.waitForOutcome('paid');
  await desk.expectText('1,255 KWD');
  expect(await latest()).toMatchObject({ amountMinor: 1255, chargedMinor: 1255, currency: 'KWD' });
  await expectAgreement();
});

for (const currency of ['HUF', 'ABC', 'XAU']) {
  test(`a file for ${currency} is refused with one line, and changes nothing`, async () => {
    const userDataDir = started.folder();
    const file = started.provision({ baseUrl: 'http://127.0.0.1:9', currency });
    const { code, said } = await runProgram(userDataDir, [`--provision=${file}`]);
    expect(code).toBe(2);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^willba-pos: .*currency.*${currency}`));
  });
}
