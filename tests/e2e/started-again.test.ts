import { expect, test } from '@playwright/test';
import { approve, approveThenCut, hold } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();

test('a second start while a sale waits shows the first one’s window, and sends nothing', async () => {
  const nets = await openNetsDesk(started);
  const { app, desk, cloud } = nets;
  const play = cloud.terminal(T).play(hold());
  await desk.startSale({ amount: '12,50', reference: 'R-8601' });
  await play.arrived;
  await desk.waitForWaiting();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  for (const flags of [[], ['--lang=en']]) {
    const { code, said } = await runProgram(nets.userDataDir, flags, { timeoutMs: 10_000 });
    expect({ code, said }).toEqual({ code: 0, said: [] });
  }
  const minimized = (): Promise<boolean[]> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isMinimized()));
  await expect.poll(minimized).toEqual([false]);
  // A file is not imported behind the back of a waiting sale.
  const { code, said } = await runProgram(nets.userDataDir, [`--provision=${nets.provisioningFile}`], { timeoutMs: 10_000 });
  expect(code).toBe(2);
  expect(said).toHaveLength(1);
  await expect(desk.waiting).toContainText(/12,50\s€/);
  play.release(approve());
  await desk.waitForOutcome('paid');
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
});

test('a program that is killed while it checks goes on checking after the restart', async () => {
  const nets = await openNetsDesk(started);
  const { desk, cloud } = nets;
  const play = cloud.terminal(T).play(approveThenCut('before', { latestAfterMs: 9_000 }));
  await desk.startSale({ amount: '12,50', reference: 'R-8602' });
  await play.answered;
  await desk.waitForOutcome('unclear');
  await nets.kill();
  expect(await nets.latest()).toMatchObject({ state: 'checking', moneyMoved: 'unknown', chargedMinor: 0 });
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.waitForOutcome('unclear');
  await again.desk.expectText('Korttia on voitu veloittaa');
  await again.desk.waitForOutcome('paid');
  expect(await nets.latest()).toMatchObject({ state: 'approved', proof: 'lookup', chargedMinor: 1250 });
  expect(nets.posts()).toBe(1);
  expect(cloud.ledger.cancels).toEqual([]);
  await nets.expectAgreement();
});
