import { expect, test } from '@playwright/test';
import { openRawDesk } from '../support/desk/raw-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

for (const fault of ['no-answer', 'headers-only'] as const) {
  test(`silence is waited for, not answered with another POST: ${fault}`, async () => {
    const { desk, raw, readExport } = await openRawDesk(started, { fault, charged: false });
    await desk.startSale({ amount: '12,50', reference: 'R-6001' });
    await desk.waitForWaiting();
    await expect.poll(() => raw.sales().complete).toBe(1);
    await desk.refresh();
    await desk.page.waitForTimeout(1_000);
    await desk.cancel();
    await desk.page.waitForTimeout(5_000);
    await expect(desk.waiting).toBeVisible();
    expect(await readExport()).toMatchObject([{ state: 'cancelling', moneyMoved: 'unknown', chargedMinor: 0 }]);
    expect(raw.sales().total).toBe(1);
    expect(raw.count('POST', /administration$/).total).toBe(1);
    expect(raw.count('GET', /\/transaction$/).total).toBe(1);
  });
}

test('Päivitä proves a sale paid though its own answer never comes', async () => {
  const { desk, raw, readExport } = await openRawDesk(started, { fault: 'no-answer' });
  await desk.startSale({ amount: '12,50', reference: 'R-6004' });
  await expect.poll(() => raw.sales().complete).toBe(1);
  await desk.refresh();
  await desk.waitForOutcome('paid');
  expect(await readExport()).toMatchObject([{ state: 'approved', moneyMoved: 'yes', chargedMinor: 1250, proof: 'lookup' }]);
  expect(raw.sales().total).toBe(1);
});

test('a connection that is reset before anything is read sends nothing again', async () => {
  const { desk, raw, readExport } = await openRawDesk(started);
  raw.setFault('reset-on-accept');
  await desk.startSale({ amount: '12,50', reference: 'R-6002' });
  await expect(desk.heading('notSent').or(desk.heading('unclear'))).toBeVisible();
  const accepted = raw.connections().accepted;
  await desk.page.waitForTimeout(2_000);
  expect(raw.sales().total).toBe(0);
  const [payment] = await readExport();
  expect(['refused', 'checking']).toContain(payment?.state);
  expect(payment?.chargedMinor).toBe(0);
  expect(raw.connections().accepted - accepted).toBeLessThan(3);
});

test('the first sale after a long idle goes out once, though the server dropped the idle connection', async () => {
  const cloud = await started.cloud({ keepAliveTimeoutMs: 400, latestAfterMs: 0 });
  const launched = await started.launch({ provision: started.provision({ baseUrl: cloud.baseUrl }) });
  const { desk, page } = launched;
  await desk.ready();
  await desk.chooseTerminal('Päätelaite I');
  for (const idleMs of [380, 400, 420, 1_000, 3_000]) {
    await page.waitForTimeout(idleMs);
    await desk.startSale({ amount: '12,50' });
    await desk.waitForOutcome('paid');
    await desk.newSale();
  }
  expect(cloud.count({ method: 'POST', path: /\/transaction$/ })).toBe(5);
  expect(cloud.ledger.entries().map((entry) => entry.posts)).toEqual([1, 1, 1, 1, 1]);
  // Each money call on a connection of its own.
  const sockets = cloud.requests
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/transaction'))
    .map(({ socket }) => socket);
  expect(new Set(sockets).size).toBe(5);
});

test('a server that restarts while the sale waits leaves it unclear, and sends nothing again', async () => {
  const { desk, raw } = await openRawDesk(started, { fault: 'no-answer' });
  await desk.startSale({ amount: '12,50', reference: 'R-6003' });
  await expect.poll(() => raw.sales().complete).toBe(1);
  await raw.close();
  await desk.waitForOutcome('unclear');
  await desk.expectText('Korttia on voitu veloittaa');
  await desk.page.waitForTimeout(2_000);
  expect(raw.sales().total).toBe(1);
});
