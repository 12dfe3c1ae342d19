import { expect, test } from '@playwright/test';
import { approve, decline, otherDeskInBetween } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

test('a payment that a newer one hides says so, offers no look, and says what to do', async () => {
  const { desk, page, cloud } = nets();
  const terminal = cloud.terminal('71000001');
  terminal.play(otherDeskInBetween());
  await desk.startSale({ amount: '12,50', reference: 'R-8001' });
  await desk.waitForOutcome('unclear');
  await expect(desk.button(/^Tarkista nyt/)).toBeVisible();
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  terminal.play(decline());
  await desk.startSale({ amount: '7', reference: 'R-8002' });
  await desk.button(/^Veloita .* silti$/).click();
  await desk.waitForOutcome('declined');
  await desk.newSale();

  await desk.button('1 epäselvä maksu').click();
  await desk.waitForOutcome('unclear');
  await desk.expectText('Päätelaitteella on tehty jo uusi maksu, joten tätä ei voi enää tarkistaa siltä.');
  await desk.expectText('paina sitten Selvitä käsin');
  await expect(desk.button('Selvitä käsin')).toBeVisible();
  await expect(desk.button(/^Tarkista nyt/)).toHaveCount(0);
  const asked = () => cloud.count({ method: 'GET', path: /\/transaction$/ });
  const before = asked();
  await page.waitForTimeout(KEY_GUARD_MS);
  await page.keyboard.press('F5');
  await page.waitForTimeout(1_000);
  expect(asked()).toBe(before);
  await expectAccessible(page, 'overwritten');
  await desk.newSale();
});

test('an approval that names another terminal is unclear, in the answer and in the look', async () => {
  const { desk, page, cloud, latest } = nets();
  await desk.chooseTerminal('Päätelaite II');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite II/);
  cloud.terminal('71000002').play(approve({ recordExtra: { TerminalID: '79999999' } }));
  await desk.startSale({ amount: '20', reference: 'R-8003' });
  await desk.waitForOutcome('unclear');
  await expect(page.getByText('Nets näytti toisen päätelaitteen tapahtuman.')).toBeVisible();
  expect(await latest()).toMatchObject({ state: 'checking', moneyMoved: 'unknown', chargedMinor: 0 });
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
});
