import { expect, test } from '@playwright/test';
import { approve, approveThenCut, cancelledAtTerminal, hold, otherDeskInBetween, unknownResult } from '../support/connect-cloud/index.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

/** Where a lookup of the terminal arrived, in milliseconds after `since`. */
const lookupsAfter = ({ cloud }: NetsDesk, terminalId: string, since: number): number[] =>
  cloud
    .requestsOf(terminalId)
    .filter(({ method, path, atMs }) => method === 'GET' && path.endsWith('/transaction') && atMs > since)
    .map(({ atMs }) => Math.round(atMs - since));

const expectUnclear = async ({ desk }: NetsDesk): Promise<void> => {
  await desk.waitForOutcome('unclear');
  await desk.expectText('Korttia on voitu veloittaa');
  await desk.expectText(/Älä veloita uudelleen/);
  await expect(desk.button(/^Tarkista nyt/)).toBeVisible();
  await expect(desk.button('Jatka toisella asiakkaalla')).toBeVisible();
};

test('an answer that got lost is looked up after five seconds, and proven paid', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  const terminal = cloud.terminal('71000001');
  const play = terminal.play(approveThenCut('before'));
  const answerLookups = terminal.holdLookups();
  await desk.startSale({ amount: '12,50', reference: 'R-4001' });
  await play.answered;
  const lostAt = performance.now();
  await expectUnclear(nets());
  expect(await latest()).toMatchObject({ state: 'checking', moneyMoved: 'unknown', chargedMinor: 0, reason: 'answer-lost' });
  answerLookups();
  await desk.waitForOutcome('paid');
  const [first = 0, ...more] = lookupsAfter(nets(), '71000001', lostAt);
  expect(first).toBeGreaterThan(4_500);
  expect(first).toBeLessThan(30_000);
  expect(more).toEqual([]);
  expect(await latest()).toMatchObject({ state: 'approved', moneyMoved: 'yes', chargedMinor: 1250, proof: 'lookup' });
  await expectAgreement();
  await desk.newSale();
});

test('a result that decides nothing is looked up the same way', async () => {
  const { desk, cloud, latest, expectAgreement } = nets();
  cloud.terminal('71000001').play(unknownResult());
  const answerLookups = cloud.terminal('71000001').holdLookups();
  await desk.startSale({ amount: '12,50', reference: 'R-4002' });
  await expectUnclear(nets());
  expect(await latest()).toMatchObject({ state: 'checking', moneyMoved: 'unknown', reason: 'unreadable' });
  answerLookups();
  await desk.waitForOutcome('paid');
  expect(await latest()).toMatchObject({ state: 'approved', proof: 'lookup', chargedMinor: 1250 });
  await expectAgreement();
  await desk.newSale();
});

test('Tarkista nyt asks at once, and at most once in ten seconds', async () => {
  const { desk, cloud, latest } = nets();
  await desk.chooseTerminal('Päätelaite II');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite II/);
  const play = cloud.terminal('71000002').play(approveThenCut('half'));
  const answerLookups = cloud.terminal('71000002').holdLookups();
  await desk.startSale({ amount: '12,50', reference: 'R-4003' });
  await play.answered;
  const lostAt = performance.now();
  await desk.button(/^Tarkista nyt/).click();
  const pressedAfterMs = performance.now() - lostAt;
  await expectUnclear(nets());
  answerLookups();
  await desk.waitForOutcome('paid');
  const asked = lookupsAfter(nets(), '71000002', lostAt);
  expect(asked).toHaveLength(1);
  // Where the machine was so slow that the planned look came first, there is no other one.
  if (pressedAfterMs < 500) expect(asked[0]).toBeLessThan(4_900);
  expect(await latest()).toMatchObject({ state: 'approved', proof: 'lookup' });
  await nets().expectAgreement();
  await desk.newSale();
});

test('what nobody can prove stays unclear, frees the desk, and stays in sight', async () => {
  const { desk, page, cloud, latest, expectAgreement } = nets();
  await desk.chooseTerminal('Ravintolan päätelaite');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Ravintolan/);
  cloud.terminal('71000003').play(otherDeskInBetween());
  await desk.startSale({ amount: '12,50', reference: 'R-4004' });
  await expectUnclear(nets());
  for (const help of [/kuitti/i, '71000003', '+358 10 000 0000', 'R-4004']) await desk.expectText(help);
  const { orderId } = await latest();
  await desk.expectText(String(orderId));
  // The other desk's transaction is a hint after the first lookup, never a verdict.
  await expect.poll(() => desk.text(), { timeout: 60_000 }).toMatch(/9,90 €/);
  expect(await latest()).toMatchObject({ state: 'checking', moneyMoved: 'unknown', chargedMinor: 0, released: false });

  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  await expect(desk.amount).toHaveValue('');
  await expect(desk.reference).toHaveValue('');
  await expect(page.getByRole('complementary', { name: 'Tänään' })).toContainText('R-4004');
  expect(await latest()).toMatchObject({ state: 'checking', released: true, moneyMoved: 'unknown' });
  await expectAgreement();
});

test('the desk serves the next guest at another terminal while one payment is unclear', async () => {
  const { desk, cloud, expectAgreement } = nets();
  await desk.chooseTerminal('Varapääte');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Varapääte/);
  cloud.terminal('71000004').play(cancelledAtTerminal({ delivery: { kind: 'cut', at: 'before', how: 'fin' } }));
  await desk.startSale({ amount: '20', reference: 'R-4005' });
  await expectUnclear(nets());
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  await desk.chooseTerminal('Päätelaite I');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite I\b/);
  await desk.startSale({ amount: '21', reference: 'R-4006' });
  await desk.waitForOutcome('paid');
  await expectAgreement();
  await desk.newSale();
});

test('the next sale at a terminal with an unclear payment warns first, and goes on when confirmed', async () => {
  const { desk, page, cloud, readExport, posts, expectAgreement } = nets();
  await desk.chooseTerminal('Päätelaite II');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite II/);
  cloud.terminal('71000002').play(otherDeskInBetween());
  await desk.startSale({ amount: '30', reference: 'R-4007' });
  await expectUnclear(nets());
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  const before = posts();
  await desk.startSale({ amount: '31', reference: 'R-4008' });
  const warning = page.getByRole('dialog').or(page.getByRole('alertdialog')).filter({ hasNotText: 'Odottaa maksua' });
  await expect(warning).toBeVisible();
  expect(posts()).toBe(before);
  await warning.getByRole('button', { name: /^Veloita|^Maksa|^Jatka/ }).click();
  await desk.waitForOutcome('paid');
  expect(posts()).toBe(before + 1);
  // The one there before can no longer be proven by a lookup, which shows the latest transaction only.
  const older = async () => (await readExport()).find((payment) => payment['reference'] === 'R-4007');
  await expect.poll(older).toMatchObject({ state: 'unresolved', reason: 'overwritten', moneyMoved: 'unknown' });
  await expectAgreement();
  await desk.newSale();
});

test('a second sale for a paid reference warns and does not block', async () => {
  const { desk, page, posts, expectAgreement } = nets();
  await desk.chooseTerminal('Päätelaite I');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite I\b/);
  await desk.startSale({ amount: '5', reference: 'R-4009' });
  await desk.waitForOutcome('paid');
  await desk.newSale();
  const before = posts();
  await desk.startSale({ amount: '6', reference: 'R-4009' });
  const warning = page.getByRole('dialog').or(page.getByRole('alertdialog')).filter({ hasNotText: 'Odottaa maksua' });
  await expect(warning).toBeVisible();
  expect(posts()).toBe(before);
  await warning.getByRole('button', { name: /^Veloita|^Maksa|^Jatka/ }).click();
  await desk.waitForOutcome('paid');
  await expectAgreement();
  await desk.newSale();
});

test('Päivitä while the sale runs says so, changes nothing, and asks once in ten seconds', async () => {
  const { desk, cloud, latest } = nets();
  await desk.chooseTerminal('Varapääte');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Varapääte/);
  const play = cloud.terminal('71000004').play(hold());
  await desk.startSale({ amount: '12,50', reference: 'R-4010' });
  // Where an earlier payment is still unclear there, the warning comes only after one more look.
  const warning = desk.button(/^Veloita .* silti$/);
  await expect(desk.waiting.or(warning)).toBeVisible({ timeout: 60_000 });
  if (await warning.isVisible()) await warning.click();
  await play.arrived;
  const since = performance.now();
  for (let press = 0; press < 4; press += 1) await desk.refresh();
  await desk.expectText('Maksu on vielä kesken');
  await desk.page.keyboard.press('F5');
  await desk.page.waitForTimeout(1_000);
  expect(lookupsAfter(nets(), '71000004', since)).toHaveLength(1);
  await expect(desk.waiting).toBeVisible();
  expect(await latest()).toMatchObject({ state: 'sent', moneyMoved: 'unknown', chargedMinor: 0 });
  await desk.page.waitForTimeout(Math.max(0, 10_500 - (performance.now() - since)));
  await desk.refresh();
  await expect.poll(() => lookupsAfter(nets(), '71000004', since).length).toBe(2);
  play.release(approve());
  await desk.waitForOutcome('paid');
  expect(await latest()).toMatchObject({ state: 'approved', proof: 'answer' });
  await nets().expectAgreement({ refreshesPressed: 2 });
  await desk.newSale();
});
