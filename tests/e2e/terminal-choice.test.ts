import { expect, test } from '@playwright/test';
import { approve, hold } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import { provisionedTerminals } from '../support/provisioning.ts';

const started = freshStart();

test('the first sale asks for a terminal, goes straight on, and the PC remembers it over a restart', async () => {
  const first = await openNetsDesk(started, { terminal: null });
  const { desk, cloud } = first;
  await desk.ready();
  await desk.startSale({ amount: '12,50', reference: 'R-3001' });
  await expect(desk.picker).toBeVisible();
  expect(first.posts()).toBe(0);
  const play = cloud.terminal('71000002').play(hold());
  await desk.pickTerminal('Päätelaite II');
  await desk.waitForWaiting();
  expect(await play.arrived).toMatchObject({ terminalId: '71000002', requestedMinor: 1250 });
  play.release(approve());
  await desk.waitForOutcome('paid');
  await desk.newSale();
  await first.expectAgreement();
  await first.close();

  const again = await started.launch({ userDataDir: first.userDataDir, provision: first.provisioningFile });
  await again.desk.ready();
  await expect(again.desk.changeTerminal).toHaveAccessibleName(/Päätelaite II/);
  await again.desk.startSale({ amount: '13', reference: 'R-3002' });
  await again.desk.waitForOutcome('paid');
  expect(await first.latest()).toMatchObject({ terminalId: '71000002', reference: 'R-3002' });
  await first.expectAgreement();
});

test('the picker groups terminals by place, tells each one that cannot pay and why', async () => {
  const unknown = { terminalId: '71999999', name: 'Väärä tunniste', active: true, location: 'Aula', pointOfSale: 'Vastaanotto' };
  const { desk, page } = await openNetsDesk(started, {
    terminal: null,
    provisioning: { terminals: [...provisionedTerminals.toReversed(), unknown] },
  });
  await desk.ready();
  await desk.changeTerminal.click();
  await expect(desk.picker).toBeVisible();
  const groups = desk.picker.getByRole('group');
  await expect(groups).toHaveCount(2);
  await expect(groups.first()).toHaveAccessibleName('Vastaanotto');
  await expect(groups.last()).toHaveAccessibleName('Muut päätelaitteet');
  await expect(groups.first().getByRole('option')).toHaveText([/^Päätelaite I\b/, /^Päätelaite II/, /^Väärä tunniste/]);
  await expect(groups.last().getByRole('option')).toHaveCount(3);

  await expect(desk.terminalRow('Päätelaite I')).toHaveAccessibleName(/Valmis/);
  await expect(desk.terminalRow('Ravintolan päätelaite')).toHaveAccessibleName(/Valmis/);
  await expect(desk.terminalRow('Väärä tunniste')).toHaveAccessibleName(/Virhe: .*tunniste/);
  await expect(desk.terminalRow('Vanha pääte')).toHaveAccessibleName(/Virhe: .*epäaktiivinen/);

  await desk.terminalRow('Vanha pääte').click();
  await expect(desk.picker.getByRole('button', { name: 'Käytä tätä' })).toBeDisabled();
  await expect(desk.picker).toContainText(/epäaktiivi\S* Strapissa|Strapi/);
  await page.keyboard.press('Escape');
  await expect(desk.picker).toBeHidden();
});

test('cancelling the picker starts nothing and keeps the sum', async () => {
  const { desk, posts } = await openNetsDesk(started, { terminal: null });
  await desk.ready();
  await desk.startSale({ amount: '12,50', reference: 'R-3003' });
  await desk.picker.getByRole('button', { name: 'Peruuta', exact: true }).click();
  await expect(desk.picker).toBeHidden();
  await expect(desk.amount).toHaveValue('12,50');
  await expect(desk.reference).toHaveValue('R-3003');
  expect(posts()).toBe(0);
});

test('a sale started right after another terminal was chosen goes to that one, or not at all', async () => {
  const { desk, page, cloud, expectAgreement } = await openNetsDesk(started, { terminal: 'Päätelaite I' });
  const names = new Map([
    ['71000002', 'Päätelaite II'],
    ['71000004', 'Varapääte'],
    ['71000001', 'Päätelaite I'],
    ['71000003', 'Ravintolan päätelaite'],
  ]);
  const wrong: string[] = [];
  const turns = [...names, ...names, ...names, ...names, ...names];
  for (const [turn, [id, name]] of turns.entries()) {
    await desk.typeAmount('12,50');
    // Each guest has a booking: the same sum without one would be asked about.
    await desk.reference.fill(`R-31${turn}`);
    await desk.changeTerminal.click();
    await desk.terminalRow(name).click();
    // Hands that know the keys: no time for a screen in between.
    await page.keyboard.press('Enter');
    await page.keyboard.press('F9');
    await expect(desk.picker).toBeHidden();
    await page.waitForTimeout(100);
    if (await desk.amount.isVisible()) await page.keyboard.press('F9');
    await desk.waitForOutcome('paid');
    const sentTo = cloud.ledger.attempts.at(-1)?.terminalId ?? '';
    if (sentTo !== id) wrong.push(`${name} was chosen, the sale went to ${names.get(sentTo)}`);
    await desk.newSale();
  }
  expect(wrong).toEqual([]);
  await expectAgreement();
});
