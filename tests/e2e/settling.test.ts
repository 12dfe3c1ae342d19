import { expect, type Locator, test } from '@playwright/test';
import {
  approve,
  approveThenCut,
  cancelledAtTerminal,
  type ExportedPayment,
  otherDeskInBetween,
  type Script,
} from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

const settling = (): Locator => nets().page.getByRole('dialog', { name: 'Selvitä maksu käsin' });
const field = (name: string): Locator => settling().getByRole('textbox', { name, exact: true });
const choice = (name: string): Locator => settling().getByRole('radio', { name, exact: true });
const exported = async (reference: string): Promise<ExportedPayment | undefined> =>
  (await nets().readExport()).find((payment) => payment['reference'] === reference);

/** Loses one payment's answer and overwrites it on its terminal by the next guest's: nothing can prove it any more. */
async function leaveUnresolved({ terminal, id, script, reference }: Record<'terminal' | 'id' | 'reference', string> & { script: Script }) {
  const { desk, page, cloud } = nets();
  await desk.chooseTerminal(terminal);
  await expect(desk.changeTerminal).toHaveAccessibleName(new RegExp(terminal));
  cloud.terminal(id).play(script);
  await desk.startSale({ amount: '42', reference });
  await desk.waitForOutcome('unclear');
  // Nothing is settled by hand while the program can still find it out.
  await expect(desk.button('Selvitä käsin')).toBeHidden();
  // The first look-up comes after five seconds, and leaves its hint.
  await expect(page.getByText(/Netsin kello/)).toBeVisible({ timeout: 60_000 });
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  cloud.terminal(id).play(approve());
  await desk.startSale({ amount: '7', reference: `${reference}-next` });
  await desk.button(/^Veloita .* silti$/).click();
  await desk.waitForOutcome('paid');
  await expect
    .poll(() => exported(reference), { timeout: 30_000 })
    .toMatchObject({ state: 'unresolved', reason: 'overwritten', moneyMoved: 'unknown' });
}

test('a rejection at the terminal is offered as "not charged" by one tap, chosen by nobody before, and settled by name', async () => {
  const { desk, page } = nets();
  const cut = { delivery: { kind: 'cut', at: 'before', how: 'fin' }, afterMs: 2_500 } as const;
  await leaveUnresolved({ terminal: 'Päätelaite II', id: '71000002', script: cancelledAtTerminal(cut), reference: 'R-5001' });
  await desk.button('1 epäselvä maksu').click();
  await desk.waitForOutcome('unclear');
  await desk.button('Selvitä käsin').click();
  await expect(settling().getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(field('Syy')).toHaveValue('');
  await settling()
    .getByRole('button', { name: /^Nets: hylätty klo \d+\.\d\d.* – merkitse ”Korttia ei veloitettu”$/ })
    .click();
  await expect(choice('Korttia ei veloitettu')).toBeChecked();
  await expect(field('Syy')).toHaveValue(/^Päätelaitteen viimeisin tapahtuma hylätty klo \d+\.\d\d.* \(Netsin kello\)$/);
  await settling().getByRole('button', { name: 'Vahvista' }).click();
  await expect(settling()).toContainText('Kirjoita nimesi.');
  expect(await exported('R-5001')).toMatchObject({ state: 'unresolved', settlement: null });
  await expectAccessible(page, 'settling');

  await field('Nimi').fill('Maija V.');
  await settling().getByRole('button', { name: 'Vahvista' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Maksu selvitetty käsin' })).toBeVisible();
  await desk.expectText('Selvityksen mukaan korttia ei veloitettu.');
  await desk.expectText('Maija V.');
  expect(await exported('R-5001')).toMatchObject({
    state: 'settled-by-person',
    moneyMoved: 'no',
    chargedMinor: 0,
    proof: 'person',
    settlement: { charged: false, by: 'Maija V.' },
  });
  await nets().expectAgreement();
  await desk.newSale();
  await expect(desk.button(/epäsel/)).toBeHidden();
});

test('what the receipt shows is settled as charged, and the evidence keeps both', async () => {
  const { desk, page } = nets();
  await leaveUnresolved({ terminal: 'Varapääte', id: '71000004', script: otherDeskInBetween(), reference: 'R-5002' });
  await desk.newSale();
  await page
    .getByRole('complementary', { name: 'Tänään' })
    .getByRole('button', { name: /R-5002 / })
    .click();
  await desk.waitForOutcome('unclear');
  await page.waitForTimeout(KEY_GUARD_MS);
  await desk.button('Selvitä käsin').click();
  // Somebody else's transaction suggests nothing.
  await expect(settling().getByRole('button', { name: /merkitse/ })).toHaveCount(0);
  await expect(settling().getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(field('Syy')).toHaveValue('');
  await tick(choice('Korttia veloitettiin'));
  await settling().getByRole('button', { name: 'Vahvista' }).click();
  await expect(settling()).toContainText('Kirjoita kortin neljä viimeistä numeroa.');
  await field('Varmennusnumero tai kuittinumero').fill('448812');
  await field('Kortin neljä viimeistä').fill('4242');
  await field('Syy').fill('kortti 4242 4242 4242 4242');
  await field('Nimi').fill('Jussi K.');
  await settling().getByRole('button', { name: 'Vahvista' }).click();
  await expect(settling()).toContainText('kortin numeroa ei saa tallentaa');
  await field('Syy').fill('Päätelaitteen kuitti nähty');
  // Enter in the last field goes to the button and presses nothing; on the button it presses.
  await field('Nimi').press('Enter');
  await expect(settling().getByRole('button', { name: 'Vahvista' })).toBeFocused();
  await expect(settling()).toBeVisible();
  // Nobody presses Enter twice within 55 ms: the second one would be a scanner's.
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Maksu selvitetty käsin' })).toBeVisible();
  expect(await exported('R-5002')).toMatchObject({
    state: 'settled-by-person',
    moneyMoved: 'yes',
    chargedMinor: 4200,
    proof: 'person',
    settlement: { charged: true, by: 'Jussi K.', reason: 'Päätelaitteen kuitti nähty', evidence: '448812 ····4242' },
  });
  await nets().expectAgreement();

  await desk.button(/^Näytä (?:todisteet|tapahtumat)$/).click();
  const evidence = page.getByRole('dialog', { name: 'Tapahtumat ja todisteet' });
  await expect(evidence).toContainText('Viimeisin tapahtuma kuului toiseen maksuun.');
  await expect(evidence).toContainText('Samalle päätelaitteelle lähti uusi maksu.');
  await expect(evidence).toContainText('Henkilön sana, ei Netsin todiste.');
  await expect(evidence).toContainText(/SHA-256 [0-9a-f]{12}/);
  await expectAccessible(page, 'evidence');
  await evidence.getByRole('button', { name: 'Sulje' }).click();
  await desk.newSale();
});

test('a payment that proves paid after the desk went on is told until somebody opens it', async () => {
  const { desk, page, cloud } = nets();
  await desk.chooseTerminal('Ravintolan päätelaite');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Ravintolan/);
  cloud.terminal('71000003').play(approveThenCut('before'));
  await desk.startSale({ amount: '42', reference: 'R-5003' });
  await desk.waitForOutcome('unclear');
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  await expect(desk.button('1 epäselvä maksu')).toBeVisible();
  await expect(
    page.getByRole('alert').filter({ hasText: /Korttia veloitettiin sittenkin: 42,00.€ · R-5003 · Ravintolan päätelaite/ }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(desk.button('1 epäselvä maksu')).toBeHidden();
  await desk.typeAmount('5');
  await desk.button(/^Näytä Korttia veloitettiin sittenkin/).click();
  await desk.waitForOutcome('paid');
  await desk.expectText('varmistui vasta, kun kassa oli jo jatkanut');
  await expectAccessible(page, 'found paid afterwards');
  await desk.newSale();
  // It was only looked at: what is typed for the next guest stays, and nobody is told twice.
  await expect(desk.amount).toHaveValue('5,00');
  await expect(desk.button(/^Näytä/)).toBeHidden();
  await nets().expectAgreement();
});
