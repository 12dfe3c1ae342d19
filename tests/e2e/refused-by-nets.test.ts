import { expect, test } from '@playwright/test';
import { notConnected } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart, oneLaunch } from '../support/desk/started.ts';
import { provisionedTerminals } from '../support/provisioning.ts';

const T = '71000001';

test.describe('with one program', () => {
  const nets = oneLaunch((started) => openNetsDesk(started));
  test.afterEach(async () => {
    if (test.info().status === 'passed') await nets().desk.newSale();
  });

  test('a terminal that is busy with another payment says so and was not started', async () => {
    const { desk, cloud, latest, expectAgreement } = nets();
    cloud.terminal(T).occupy();
    await desk.startSale({ amount: '12,50', reference: 'R-2001' });
    await desk.waitForOutcome('busy');
    cloud.terminal(T).vacate();
    await desk.expectText('Korttia ei veloitettu');
    expect(await latest()).toMatchObject({ state: 'refused', reason: 'busy', moneyMoved: 'no', chargedMinor: 0 });
    expect(cloud.ledger.cancels).toEqual([]);
    await expectAgreement();
  });

  for (const shape of ['text', 'code-field', 'bare'] as const) {
    test(`8013 as ${shape} says that the terminal is not connected`, async () => {
      const { desk, cloud, latest, expectAgreement } = nets();
      cloud.terminal(T).play(notConnected({ shape }));
      await desk.startSale({ amount: '12,50' });
      await desk.waitForOutcome('notConnected');
      await desk.expectText('Korttia ei veloitettu');
      expect(await latest()).toMatchObject({ state: 'refused', moneyMoved: 'no', chargedMinor: 0 });
      expect((await latest()).reason).toMatch(/^(not-connected|unknown-terminal)$/);
      await expectAgreement();
    });
  }

  test('a token that Nets no longer takes is not authorised, and the next sale logs in again', async () => {
    const { desk, cloud, latest, expectAgreement, posts } = nets();
    cloud.revokeTokens();
    const before = posts();
    await desk.startSale({ amount: '12,50' });
    await desk.waitForOutcome('notAuthorised');
    await desk.expectText('Korttia ei veloitettu');
    expect(await latest()).toMatchObject({ state: 'refused', reason: 'not-authorised', moneyMoved: 'no' });
    expect(posts() - before).toBe(1);
    await desk.newSale();
    await desk.startSale({ amount: '12,50' });
    await desk.waitForOutcome('paid');
    await expectAgreement();
  });

  test('a server that is not there means that nothing was sent', async () => {
    const { desk, cloud, latest, expectAgreement, posts } = nets();
    const before = posts();
    await cloud.stopListening();
    await desk.startSale({ amount: '12,50', reference: 'R-2002' });
    await desk.waitForOutcome('notSent');
    await desk.expectText('Korttia ei veloitettu');
    expect(await latest()).toMatchObject({ state: 'refused', reason: 'not-sent', moneyMoved: 'no', chargedMinor: 0, reference: 'R-2002' });
    expect(posts() - before).toBe(0);
    await cloud.listenAgain();
    await desk.button(/^Yritä uudelleen/).click();
    await desk.waitForOutcome('paid');
    expect(await latest()).toMatchObject({ state: 'approved', reference: 'R-2002', amountMinor: 1250 });
    await expectAgreement();
  });
});

test.describe('with a program of its own', () => {
  const started = freshStart();

  test('a wrong password is told on the sale, and no sale leaves this PC', async () => {
    const { desk, latest, posts } = await openNetsDesk(started, { provisioning: { password: 'wrong' } });
    await desk.startSale({ amount: '12,50', reference: 'R-2003' });
    await desk.waitForOutcome('notAuthorised');
    await desk.expectText('Korttia ei veloitettu');
    expect(await latest()).toMatchObject({ state: 'refused', reason: 'not-authorised', moneyMoved: 'no', chargedMinor: 0 });
    expect(posts()).toBe(0);
  });

  test('a remembered terminal that was made inactive is named, journalled, and sent nothing', async () => {
    const first = await openNetsDesk(started);
    await first.close();
    const terminals = provisionedTerminals.map((each) => (each.terminalId === T ? { ...each, active: false } : each));
    const provision = started.provision({ baseUrl: first.cloud.baseUrl, terminals });
    const again = await started.launch({ userDataDir: first.userDataDir, provision });
    await again.desk.ready();
    await again.desk.startSale({ amount: '12,50', reference: 'R-2004' });
    await again.desk.waitForOutcome('inactive');
    await again.desk.expectText('Korttia ei veloitettu');
    await again.desk.expectText('Päätelaite I');
    expect(await again.readExport()).toMatchObject([
      { state: 'refused', reason: 'inactive', moneyMoved: 'no', chargedMinor: 0, terminalId: T, reference: 'R-2004' },
    ]);
    expect(first.posts()).toBe(0);
  });

  test('a remembered terminal that disappeared is named, and no other is taken silently', async () => {
    const first = await openNetsDesk(started);
    await first.close();
    const terminals = provisionedTerminals.filter((each) => each.terminalId !== T);
    const provision = started.provision({ baseUrl: first.cloud.baseUrl, terminals });
    const again = await started.launch({ userDataDir: first.userDataDir, provision });
    await again.desk.ready();
    await again.desk.startSale({ amount: '12,50' });
    await again.page.waitForTimeout(1_500);
    expect(first.posts()).toBe(0);
    await again.desk.expectText(/Päätelaite I(?!I)/);
  });
});
