import { expect, type Page, test } from '@playwright/test';
import { approve } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const badge = ({ page }: Pick<LaunchedApp, 'page'>) => page.getByText('1 allekirjoitus odottaa');

/** The guest was charged, the desk refused the signature, and the void could not be sent. */
async function refusedAndNotVoided(operators: readonly string[] = []): Promise<NetsDesk> {
  const nets = await openNetsDesk(started, { provisioning: { operators }, terminal: null });
  if (operators[0] !== undefined) await nets.page.getByRole('button', { name: operators[0] }).click();
  await nets.desk.chooseTerminal('Päätelaite I');
  nets.cloud.terminal('71000001').play(approve({ cvm: 1 }));
  await nets.desk.startSale({ amount: '42', reference: 'R-5201' });
  await nets.desk.waitForOutcome('paid');
  nets.cloud.terminal('71000001').setConnected(false);
  await nets.desk.button('Hylkää ja mitätöi').click();
  await expect(heading(nets.page, 'Päätelaite ei ole yhteydessä')).toBeVisible({ timeout: 20_000 });
  return nets;
}

test('a refused signature whose void was not sent stays on every screen, over a restart, until its money went back', async () => {
  test.slow();
  const first = await refusedAndNotVoided();
  await expect(badge(first)).toBeVisible();
  await expectAccessible(first.page, 'the void of a refused signature was not sent');
  await first.desk.newSale();
  await expect(badge(first)).toBeVisible();
  await first.kill();

  first.cloud.terminal('71000001').setConnected(true);
  const second = await started.launch({ userDataDir: first.userDataDir, provision: first.provisioningFile });
  const { desk, page } = second;
  await expect(page.getByText('Allekirjoitusta ei hyväksytty', { exact: true })).toBeVisible({ timeout: 20_000 });
  await desk.newSale();
  // Something newer goes to the terminal: the void is offered no more, and the way back is the refund.
  first.cloud.terminal('71000001').play(approve());
  await desk.startSale({ amount: '5', reference: 'R-5202' });
  await desk.waitForOutcome('paid');
  await expect(badge(second)).toBeVisible();
  await desk.newSale();
  await badge(second).click();
  await desk.expectText('Palauta rahat kortille');
  await expect(desk.button('Mitätöi')).toBeHidden();
  await expect(desk.button('Palauta')).toHaveClass(/button--primary/);
  await expect(desk.newSaleButton).toHaveClass(/button--quiet/);
  first.cloud.terminal('71000001').play(approve());
  await desk.button('Palauta').click();
  await page
    .getByRole('dialog', { name: 'Palauta kortille' })
    .getByRole('button', { name: /^Palauta/ })
    .click();
  await expect(heading(page, 'Palautus suoritettu')).toBeVisible({ timeout: 60_000 });
  await expect(badge(second)).toBeHidden();
});

test('a named person lets it stand, with a reason that stays with the payment', async () => {
  test.slow();
  const nets = await refusedAndNotVoided(['Maija V.', 'Jussi K.']);
  const { desk, page } = nets;
  // From the void that failed, the sale is one press away.
  await desk.button('Avaa alkuperäinen maksu').click();
  await expect(desk.button('Mitätöi')).toHaveClass(/button--primary/);
  await desk.button('Jätä voimaan').click();
  const dialog = page.getByRole('dialog', { name: 'Jätä maksu voimaan' });
  await expectAccessible(page, 'letting a refused signature stand');
  await dialog.getByRole('button', { name: 'Vahvista' }).click();
  await expect(dialog).toContainText('Kirjoita syy');
  await dialog.getByRole('textbox', { name: 'Syy' }).fill('Asiakas todisti henkilöllisyytensä passilla');
  await dialog.getByRole('button', { name: 'Vahvista' }).click();
  await expect(dialog).toBeHidden();
  await desk.expectText('maksu jätettiin voimaan');
  await desk.expectText('Maija V.');
  await desk.expectText('passilla');
  await expectAccessible(page, 'a refused signature that stands');
  await desk.button(/^Näytä (?:todisteet|tapahtumat)$/).click();
  await expect(page.getByRole('dialog', { name: 'Tapahtumat ja todisteet' })).toContainText('passilla');
  await page.getByRole('dialog', { name: 'Tapahtumat ja todisteet' }).getByRole('button', { name: 'Sulje' }).click();
  await desk.newSale();
  await expect(badge(nets)).toBeHidden();
  await nets.kill();
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await expect(again.page.getByRole('heading', { name: 'Kuka on kassalla?' })).toBeVisible({ timeout: 20_000 });
  await expect(badge(again)).toBeHidden();
});
