import { afterEach, describe, expect, it } from 'vitest';

import * as cloudKit from '../../support/connect-cloud/index.ts';
import { type ApiClient, credentials, endOf, logIn, member } from './api-client.ts';

// What surrounds a transaction at the test server: cancelling, looking up, voiding, logging in, coming and going.
const { approve } = cloudKit;
const T = '71000001';

let cloud: cloudKit.ConnectCloud | undefined;

async function start(options: Partial<cloudKit.ConnectCloudOptions> = {}): Promise<{ cloud: cloudKit.ConnectCloud; api: ApiClient }> {
  cloud = await cloudKit.startConnectCloud({ ...credentials, latestAfterMs: 0, ...options });
  return { cloud, api: await logIn(cloud.baseUrl) };
}

afterEach(async () => {
  await cloud?.close();
  cloud = undefined;
});

describe('cancelAction', () => {
  it('ends a sale that waits for it, and the sale itself tells so', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(cloudKit.waitForCancel());
    const sale = api.sale(T, 100, 'A-1');
    await play.arrived;
    expect((await api.cancel(T)).status).toBe(200);
    expect(member(await (await sale).json(), 'failure.localModeEventArgs.Result')).toBe(2);
    expect(cloud.ledger.cancels).toMatchObject([{ hit: 'ours', msSinceOpen: 0 }]);
    expect(cloud.disturbances(T)).toEqual([]);
  });

  it('loses against an approval', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(cloudKit.approveDespiteCancel());
    const sale = api.sale(T, 100, 'A-1');
    await play.arrived;
    await api.cancel(T);
    expect((await sale).status).toBe(200);
    expect(cloud.ledger.entry('A-1')?.count).toBe(1);
  });

  it('does what the test wants with a held sale', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(cloudKit.hold());
    const sale = api.sale(T, 100, 'A-1');
    await play.arrived;
    await api.cancel(T);
    expect(cloud.terminal(T).busy).toBe(true);
    play.release(approve({ afterMs: 0, tipMinor: 10 }));
    expect(member(await (await sale).json(), 'result.0.localModeEventArgs.TotalAmount')).toBe(110);
    expect(() => play.release(approve())).toThrow('runs nothing');
  });

  it('hits another desk where that is what runs, and is noted as stray', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).occupy();
    expect(member(await (await api.sale(T, 100, 'A-1')).json(), 'failure.error')).toBe('Terminal busy');
    await api.cancel('71000002');
    await api.cancel(T);
    expect(cloud.ledger.cancels.map((cancel) => cancel.hit)).toEqual(['nothing', 'other-desk']);
    expect(cloud.ledger.cancels[0]?.msSinceOpen).toBeNull();
  });

  it('can itself fail or get lost, done or not', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).cancels.play(cloudKit.cutCall('before'), cloudKit.htmlCall(), cloudKit.busyCall());
    expect(await endOf(api.cancel(T))).toBe('broken');
    expect(await endOf(api.cancel(T))).toBe(502);
    expect(await endOf(api.cancel(T))).toBe(400);
    expect(await endOf(api.cancel(T))).toBe(200);
  });
});

describe('the latest transaction', () => {
  it('shows only the last one, whoever started it, and a rejection without id and amount', async () => {
    const { cloud, api } = await start();
    const look = async (): Promise<unknown> => (await api.lookup(T)).json();
    expect(await look()).toEqual({ result: {} });
    await api.sale(T, 100, 'A-1');
    expect(member(await look(), 'result')).toMatchObject({ orderId: 'A-1', printText: { Text: expect.any(String) } });
    cloud.terminal(T).play(cloudKit.decline('05', { stan: '' }));
    await api.sale(T, 100, 'A-2');
    const rejected = member(await look(), 'result');
    expect(rejected).not.toHaveProperty('orderId');
    expect(rejected).toMatchObject({ latestTransactionResult: { Result: 2, TotalAmount: 0, StanAuth: '' } });
    cloud.terminal(T).otherDesk({ orderId: null, amountMinor: 777 });
    const byHand = member(await look(), 'result');
    expect(byHand).not.toHaveProperty('orderId');
    expect(byHand).toMatchObject({ latestTransactionResult: { Result: 0, TotalAmount: 777 } });
    cloud.terminal(T).play(cloudKit.busy());
    await api.sale(T, 100, 'A-3');
    expect(member(await look(), 'result.latestTransactionResult.TotalAmount')).toBe(777);
  });

  it('still shows the one before when asked too soon, and while one runs', async () => {
    const { cloud, api } = await start({ latestAfterMs: 60_000 });
    const shown = async (): Promise<unknown> => member(await (await api.lookup(T)).json(), 'result.orderId');
    await api.sale(T, 100, 'A-1');
    expect(await shown()).toBeUndefined();
    cloud.advanceClock(60_000);
    expect(await shown()).toBe('A-1');
    const play = cloud.terminal(T).play(cloudKit.hold());
    const sale = api.sale(T, 100, 'A-2');
    await play.arrived;
    expect(await shown()).toBe('A-1');
    expect(cloud.disturbances(T)).toHaveLength(1);
    play.release(approve());
    expect((await sale).status).toBe(200);
  });

  it('belongs to another desk when its transaction came in between', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).play(cloudKit.otherDeskInBetween());
    expect(await endOf(api.sale(T, 100, 'A-1'))).toBe('broken');
    await expect.poll(async () => member(await (await api.lookup(T)).json(), 'result.orderId')).toBe('OTHER-DESK-1');
    expect(cloud.ledger.otherDesk).toMatchObject([{ chargedMinor: 990 }]);
  });

  it('can cancel a fragile terminal by being asked for', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(approve({ afterMs: 5_000, fragile: true }));
    const sale = api.sale(T, 100, 'A-1');
    await play.arrived;
    await api.lookup(T);
    expect((await sale).status).toBe(400);
    expect(cloud.ledger.entry('A-1')?.count).toBe(0);
  });
});

describe('void and day close', () => {
  const remove = (api: ApiClient, amount: number): Promise<Response> => api.call('DELETE', `/v1/terminal/${T}/transaction`, { amount });

  it('voids the last transaction whoever it belongs to, once', async () => {
    const { cloud, api } = await start();
    await api.sale(T, 100, 'A-1');
    cloud.terminal(T).voids.play(cloudKit.busyCall());
    expect((await remove(api, 100)).status).toBe(400);
    expect((await remove(api, 99)).status).toBe(400);
    expect((await remove(api, 100)).status).toBe(200);
    expect((await remove(api, 100)).status).toBe(400);
    expect(cloud.ledger.entry('A-1')).toMatchObject({ count: 1, voids: 1 });
    cloud.terminal(T).otherDesk({ amountMinor: 50 });
    expect((await remove(api, 50)).status).toBe(200);
    expect(cloud.ledger.voids.map((each) => each.hit)).toEqual(['nothing', 'nothing', 'ours', 'nothing', 'other-desk']);
    expect(cloud.ledger.voids.map((each) => each.said)).toEqual(['refused', 'unclear', 'approved', 'unclear', 'approved']);
  });

  it('can be done although its answer is lost, and not after reconciliation', async () => {
    const { cloud, api } = await start();
    await api.sale(T, 100, 'A-1');
    cloud.terminal(T).voids.play(cloudKit.cutCall('half'));
    expect(await endOf(remove(api, 100))).toBe('broken');
    expect(cloud.ledger.entry('A-1')?.voids).toBe(1);
    await api.sale(T, 200, 'A-2');
    const closed: unknown = await (await api.call('POST', `/v1/terminal/${T}/administration`, { action: 'reconciliation' })).json();
    expect(member(closed, 'result.reconciliation.header.sessionNumber')).toBe(1);
    expect((await remove(api, 200)).status).toBe(400);
  });
});

describe('log-in and terminals', () => {
  it('checks the login, counts, and issues JWTs that expire in Nets’ clock', async () => {
    const { cloud, api } = await start({ tokenLifeSeconds: 600, clockOffsetMs: 3_600_000 });
    const claims: unknown = JSON.parse(Buffer.from(api.token.split('.')[1] ?? '', 'base64url').toString());
    expect(Number(member(claims, 'exp')) * 1000 - Date.now()).toBeGreaterThan(3_500_000);
    const listed = await api.call('GET', '/v1/terminal');
    expect(Date.parse(listed.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(3_500_000);
    expect(await listed.json()).toEqual({ terminals: cloudKit.defaultTerminals.map((terminalId) => ({ terminalId })) });
    cloud.advanceClock(600_000);
    expect((await api.call('GET', '/v1/terminal')).status).toBe(401);
    const bad = await fetch(`${cloud.baseUrl}/v1/login`, { method: 'POST', body: '{"username":"u","password":"no"}' });
    expect(bad.status).toBe(401);
    expect([cloud.logins.succeeded, cloud.logins.failed]).toEqual([1, 1]);
  });

  it('revokes tokens and notes a sale that met 401', async () => {
    const { cloud, api } = await start();
    cloud.revokeTokens();
    expect((await api.sale(T, 100, 'A-1')).status).toBe(401);
    expect(cloud.ledger.attempts).toMatchObject([{ orderId: 'A-1', outcome: 'refused', said: 'refused', delivered: 'full' }]);
    expect((await (await logIn(cloud.baseUrl)).sale(T, 100, 'A-2')).status).toBe(200);
  });

  it('answers 8013 for a terminal that is foreign, unlisted or switched off', async () => {
    const { cloud, api } = await start();
    cloud.terminal('71000002').setConnected(false);
    cloud.terminal('71000003').setListed(false);
    for (const id of ['79999999', '71000002', '71000003']) {
      expect(member(await (await api.sale(id, 100, `A-${id}`)).json(), 'failure.error')).toContain('8013');
    }
    expect(JSON.stringify(await (await api.call('GET', '/v1/terminal')).json())).toContain('71000002');
    expect(JSON.stringify(await (await api.call('GET', '/v1/terminal')).json())).not.toContain('71000003');
    expect(() => cloud.terminal('1')).toThrow('no terminal 1');
  });

  it('scripts login and list', async () => {
    const { cloud, api } = await start();
    cloud.logins.play(cloudKit.htmlCall());
    expect((await fetch(`${cloud.baseUrl}/v1/login`, { method: 'POST', body: '{}' })).status).toBe(502);
    cloud.lists.play(cloudKit.slowCall(150), cloudKit.answerCallWith(200, { terminals: [] }));
    const before = performance.now();
    expect((await api.call('GET', '/v1/terminal')).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(140);
    expect(await (await api.call('GET', '/v1/terminal')).json()).toEqual({ terminals: [] });
  });
});

describe('coming and going', () => {
  it('stops listening, drops connections, and comes back on the same port with its memory', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(approve({ afterMs: 150 }));
    const sale = endOf(api.sale(T, 100, 'A-1'));
    await play.arrived;
    await cloud.stopListening();
    expect(await sale).toBe('broken');
    expect(await endOf(api.lookup(T))).toBe('broken');
    await play.finished;
    await cloud.listenAgain();
    expect(member(await (await api.lookup(T)).json(), 'result.orderId')).toBe('A-1');
  });

  it('can stop listening and keep the open sale', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(approve({ afterMs: 150 }));
    const sale = api.sale(T, 100, 'A-1');
    await play.arrived;
    await cloud.stopListening({ keepConnections: true });
    expect((await sale).status).toBe(200);
  });

  it('logs requests in order, and waits for one', async () => {
    const { cloud, api } = await start();
    const waited = cloud.waitFor({ method: 'POST', path: /transaction$/, bodyHolds: '"A-1"' });
    await api.sale(T, 100, 'A-1');
    expect(await waited).toMatchObject({ sequence: 2, terminalId: T, scheme: 'bearer', body: { amount: 100 }, complete: true });
    expect(cloud.requestsOf(T)).toHaveLength(1);
    expect(cloud.count({ method: 'POST' })).toBe(2);
    await expect(cloud.waitFor({ method: 'PUT' }, { timeoutMs: 20 })).rejects.toThrow('no request like PUT');
  });
});
