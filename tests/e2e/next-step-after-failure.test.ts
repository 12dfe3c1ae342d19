import { expect, test } from '@playwright/test';
import { cancelledAtTerminal, decline, type Script, timedOutAtTerminal } from '../support/connect-cloud/index.ts';
import type { Outcome } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const T = '71000001';
const nets = oneLaunch((started) => openNetsDesk(started));

const failures: ReadonlyArray<readonly [string, Outcome, () => Script | null]> = [
  ['a decline', 'declined', () => decline('51')],
  ['a cancel by the guest', 'cancelled', () => cancelledAtTerminal()],
  ['a busy terminal', 'busy', () => null],
  ['a time-out', 'timedOut', () => timedOutAtTerminal()],
];

test.afterEach(async () => {
  if (test.info().status === 'passed') await nets().expectAgreement();
});

let sales = 0;

/** A failed sale of 48,75 €. Each with a reference of its own: a second sale for a paid one would be warned about. */
async function fail(outcome: Outcome, script: Script | null): Promise<string> {
  const { desk, cloud } = nets();
  await desk.chooseTerminal('Päätelaite I');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite I\b/);
  if (script === null) cloud.terminal(T).occupy();
  else cloud.terminal(T).play(script);
  sales += 1;
  const reference = `Sama viite ${sales}`;
  await desk.startSale({ amount: '48,75', reference });
  await desk.waitForOutcome(outcome);
  cloud.terminal(T).vacate();
  return reference;
}

for (const [name, outcome, script] of failures) {
  test(`after ${name} the same terminal is one step away, with sum and reference`, async () => {
    const { desk, latest } = nets();
    const reference = await fail(outcome, script());
    await desk.button(/^Yritä uudelleen/).click();
    await desk.waitForOutcome('paid');
    expect(await latest()).toMatchObject({ state: 'approved', amountMinor: 4875, reference, terminalId: T });
    await desk.newSale();
    await expect(desk.amount).toHaveValue('');
  });

  test(`after ${name} another terminal is one step away, with sum and reference`, async () => {
    const { desk, latest } = nets();
    const reference = await fail(outcome, script());
    await desk.button(/^Toinen päätelaite/).click();
    await expect(desk.picker.getByRole('option', { selected: true })).toHaveCount(0);
    // No press without the sum on it charges again.
    await desk.picker.getByRole('option', { name: /^Ravintolan päätelaite/ }).dblclick();
    await expect(desk.picker.getByRole('button', { name: /^Veloita 48,75/ })).toBeFocused();
    await expect(desk.picker).toBeVisible();
    await desk.pickTerminal('Ravintolan päätelaite', /^Veloita 48,75/);
    await desk.waitForOutcome('paid');
    expect(await latest()).toMatchObject({
      state: 'approved',
      amountMinor: 4875,
      reference,
      terminalId: '71000003',
    });
    await desk.newSale();
  });

  test(`after ${name} recording by hand is one step away, with sum and reference`, async () => {
    const { desk, page, latest } = nets();
    const reference = await fail(outcome, script());
    await desk.button(/^Kirjaa käsin/).click();
    await expect(desk.amount).toHaveValue('48,75');
    await expect(desk.reference).toHaveValue(reference);
    await expect(page.getByRole('radio', { name: 'Manuaalinen maksu' })).toBeChecked();
    await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('4242');
    await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('K-77');
    await page.getByRole('textbox', { name: 'Syy', exact: true }).fill('Pääte ei toimi');
    await desk.button(/^Kirjaa maksu/).click();
    await desk.waitForOutcome('recorded');
    expect(await latest()).toMatchObject({ kind: 'manual', amountMinor: 4875, reference });
    await desk.newSale();
    await expect(page.getByRole('radio', { name: 'Pankkikortti' })).toBeChecked();
  });

  test(`after ${name} a reload of the window keeps the outcome and what can be done`, async () => {
    const { desk, page, latest } = nets();
    const reference = await fail(outcome, script());
    await page.reload();
    await expect(desk.heading(outcome)).toBeVisible();
    await desk.button(/^Yritä uudelleen/).click();
    await desk.waitForOutcome('paid');
    expect(await latest()).toMatchObject({ amountMinor: 4875, reference });
    await desk.newSale();
  });
}
