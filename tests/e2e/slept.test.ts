import { expect, test } from '@playwright/test';
import { approve, hold } from '../support/connect-cloud/index.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();

/** The system's clock since boot runs ahead of the one that stands still in sleep: an hour of sleep, as the program sees it. */
const sleepForAnHour = ({ app }: NetsDesk): Promise<void> =>
  app.evaluate(() => {
    const os = process.getBuiltinModule('node:os');
    const { uptime } = os;
    os.uptime = () => uptime() + 3_600;
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });

for (const [how, wake, withinMs] of [
  ['the system says that it woke up', ({ app }: NetsDesk) => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume')), 9_000],
  ['nobody says that it woke up', async () => undefined, 40_000],
] as const) {
  test(`a sale that waited through an hour of sleep is lost at once, and never cancelled: ${how}`, async () => {
    const nets = await openNetsDesk(started);
    const { desk, cloud } = nets;
    const play = cloud.terminal(T).play(hold());
    await desk.startSale({ amount: '12,50', reference: 'R-8801' });
    await play.arrived;
    await desk.waitForWaiting();
    await sleepForAnHour(nets);
    await wake(nets);
    await desk.waitForOutcome('unclear', withinMs);
    await desk.expectText('Korttia on voitu veloittaa');
    expect(await nets.latest()).toMatchObject({ state: 'checking', reason: 'answer-lost', moneyMoved: 'unknown' });
    await cloud.waitFor({ method: 'GET', path: `/v1/terminal/${T}/transaction` });
    // Its own late answer is the truth all the same.
    play.release(approve());
    await desk.waitForOutcome('paid');
    expect(await nets.latest()).toMatchObject({ state: 'approved', proof: 'answer', chargedMinor: 1250 });
    expect(cloud.ledger.cancels).toEqual([]);
    expect(nets.posts()).toBe(1);
  });
}

test('a system that woke up without having slept long changes nothing', async () => {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal(T).play(hold());
  await nets.desk.startSale({ amount: '12,50', reference: 'R-8802' });
  await play.arrived;
  await nets.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await nets.page.waitForTimeout(3_000);
  await expect(nets.desk.waiting).toBeVisible();
  play.release(approve());
  await nets.desk.waitForOutcome('paid');
  expect(await nets.latest()).toMatchObject({ state: 'approved', proof: 'answer' });
  await nets.expectAgreement();
});
