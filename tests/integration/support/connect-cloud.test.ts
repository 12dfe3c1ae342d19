import { afterEach, describe, expect, it } from 'vitest';

import * as cloudKit from '../../support/connect-cloud/index.ts';
import { type ApiClient, credentials, endOf, logIn, member } from './api-client.ts';

const { approve, startConnectCloud } = cloudKit;
const T = '71000001';

let cloud: cloudKit.ConnectCloud | undefined;

async function start(options: Partial<cloudKit.ConnectCloudOptions> = {}): Promise<{ cloud: cloudKit.ConnectCloud; api: ApiClient }> {
  cloud = await startConnectCloud({ ...credentials, latestAfterMs: 0, ...options });
  return { cloud, api: await logIn(cloud.baseUrl) };
}

afterEach(async () => {
  await cloud?.close();
  cloud = undefined;
});

describe('what a transaction answers', () => {
  it('approves with the record of the specification, and charges once', async () => {
    const { cloud, api } = await start();
    const before = performance.now();
    cloud.terminal(T).play(approve({ afterMs: 200, tipMinor: 50, surchargeMinor: 25, status: 201, cvm: '', recordExtra: { New: [1] } }));
    const response = await api.sale(T, 1250, 'A-1');
    const body: unknown = await response.json();
    expect(performance.now() - before).toBeGreaterThan(190);
    expect(response.status).toBe(201);
    expect(member(body, 'result.0.orderId')).toBe('A-1');
    expect(member(body, 'result.0.localModeEventArgs')).toMatchObject({
      Result: 0,
      TotalAmount: 1325,
      TipAmount: 50,
      SurchargeAmount: 25,
      CVM: '',
      StanAuth: '000001',
      ResponseCode: '00',
      TerminalID: T,
      New: [1],
    });
    expect(cloud.ledger.entry('A-1')).toEqual({
      terminalId: T,
      orderId: 'A-1',
      posts: 1,
      count: 1,
      charged: 1325,
      tip: 50,
      surcharge: 25,
      voids: 0,
    });
  });

  it('writes numbers as strings and the local time stamp when told', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).play(approve({ numbersAsStrings: true, timeStamp: 'local', totalMinor: 700 }));
    const body: unknown = await (await api.sale(T, 1000, 'A-1')).json();
    const record = member(body, 'result.0.localModeEventArgs');
    expect(record).toMatchObject({ Result: '0', TotalAmount: '700', CVM: '0' });
    expect(member(record, 'TimeStamp')).toMatch(/^20\d{12}$/);
    expect(cloud.ledger.entry('A-1')?.charged).toBe(700);
  });

  it('leaves the orderId out, gives a foreign one, or puts it into the record', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).play(approve({ orderId: 'missing' }));
    cloud.terminal(T).play(approve({ orderId: { foreign: 'B-9' } }));
    cloud.terminal(T).play(approve({ orderIdIn: 'record' }));
    const bodies = [await api.sale(T, 100, 'A-1'), await api.sale(T, 100, 'A-2'), await api.sale(T, 100, 'A-3')];
    const [missing, foreign, inside] = await Promise.all(bodies.map((response): Promise<unknown> => response.json()));
    expect(member(missing, 'result.0')).not.toHaveProperty('orderId');
    expect(member(foreign, 'result.0.orderId')).toBe('B-9');
    expect(member(inside, 'result.0.localModeEventArgs.orderId')).toBe('A-3');
    expect(cloud.ledger.attempts.map((attempt) => attempt.said)).toEqual(['approved', 'unclear', 'approved']);
    expect(cloud.ledger.entries().map((entry) => entry.count)).toEqual([1, 1, 1]);
  });

  const failures: ReadonlyArray<readonly [cloudKit.Script, number, unknown, string]> = [
    [cloudKit.decline('51'), 400, { failure: { localModeEventArgs: { Result: 2, ResponseCode: '51', TotalAmount: 0 } } }, 'rejected'],
    [cloudKit.cancelledAtTerminal(), 400, { failure: { localModeEventArgs: { Result: 2, StanAuth: '' } } }, 'rejected'],
    [cloudKit.timedOutAtTerminal(), 400, { failure: { error: 'Transaction timed out', localModeEventArgs: { Result: 2 } } }, 'rejected'],
    [cloudKit.cancelledAtTerminal({ withRecord: false }), 400, { failure: { error: 'Transaction cancelled' } }, 'unclear'],
    [cloudKit.busy({ status: 409 }), 409, { failure: { error: 'Terminal busy' } }, 'refused'],
    [cloudKit.notConnected(), 400, { failure: { error: expect.stringContaining('8013') } }, 'refused'],
    [cloudKit.notConnected({ shape: 'code-field' }), 400, { failure: { errorCode: 8013 } }, 'refused'],
    [cloudKit.bareStringFailure('Something odd'), 400, { failure: 'Something odd' }, 'unclear'],
    [cloudKit.emptyFailure(), 400, { failure: {} }, 'unclear'],
    [cloudKit.answerWith({ result: [] }), 200, { result: [] }, 'unclear'],
  ];
  it.each(failures.map((row) => [row[0].name, ...row] as const))('%s: charges nothing', async (_name, script, status, shape, said) => {
    const { cloud, api } = await start();
    cloud.terminal(T).play(script);
    const response = await api.sale(T, 1250, 'A-1');
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(shape as object);
    expect(cloud.ledger.entry('A-1')).toMatchObject({ posts: 1, count: 0, charged: 0 });
    expect(cloud.ledger.attempts[0]).toMatchObject({ said, delivered: 'full' });
  });

  it('answers HTML, Result 99 and an approval without amount while the lookup knows the truth', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).play(cloudKit.html502({ truth: 'approved' }));
    const html = await api.sale(T, 100, 'A-1');
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await html.text()).toContain('<html>');

    cloud.terminal(T).play(cloudKit.unknownResult());
    const unknown: unknown = await (await api.sale(T, 200, 'A-2')).json();
    expect(member(unknown, 'result.0.localModeEventArgs.Result')).toBe(99);
    const looked: unknown = await (await api.lookup(T)).json();
    expect(member(looked, 'result')).toMatchObject({ orderId: 'A-2', latestTransactionResult: { Result: 0, TotalAmount: 200 } });

    cloud.terminal(T).play(cloudKit.approvedWithoutAmount());
    const without: unknown = await (await api.sale(T, 300, 'A-3')).json();
    expect(member(without, 'result.0.localModeEventArgs')).not.toHaveProperty('TotalAmount');
    cloud.terminal(T).play(cloudKit.approvedWithoutAmount({ unreadable: '' }));
    const blank: unknown = await (await api.sale(T, 400, 'A-4')).json();
    expect(member(blank, 'result.0.localModeEventArgs.TotalAmount')).toBe('');
    expect(cloud.ledger.entries().map((entry) => entry.charged)).toEqual([100, 200, 300, 400]);
    expect(new Set(cloud.ledger.attempts.map((attempt) => attempt.said))).toEqual(new Set(['unclear']));
  });

  it('is unclear when a refusal comes later than 5 s, because it proves nothing any more', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).play(cloudKit.busy({ afterMs: 5_100 }));
    await api.sale(T, 100, 'A-1');
    expect(cloud.ledger.attempts[0]?.said).toBe('unclear');
  });

  it('refuses what is no sale, and a second sale while one runs', async () => {
    const { cloud, api } = await start();
    for (const body of [{ amount: 12.5 }, { amount: '1250' }, { amount: 0 }, { amount: 5, transactionType: 'gift' }]) {
      const response = await api.call('POST', `/v1/terminal/${T}/transaction`, { transactionType: 'purchase', orderId: 'A-1', ...body });
      expect(response.status).toBe(400);
    }
    const play = cloud.terminal(T).play(approve({ afterMs: 300 }));
    const first = api.sale(T, 100, 'A-2');
    await play.arrived;
    const second: unknown = await (await api.sale(T, 100, 'A-3')).json();
    expect(member(second, 'failure.error')).toBe('Terminal busy');
    expect((await first).status).toBe(200);
    expect(cloud.ledger.entry('A-1')).toMatchObject({ posts: 4, count: 0 });
    expect(cloud.disturbances(T).map((entry) => entry.method)).toEqual(['POST']);
  });
});

describe('how an answer travels', () => {
  const cuts = [
    ['before', 'reset', 'none'],
    ['headers', 'reset', 'partial'],
    ['half', 'reset', 'partial'],
    ['half', 'fin', 'partial'],
  ] as const;
  it.each(cuts)('approves and cuts the connection %s the answer by %s', async (at, how, delivered) => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(cloudKit.approveThenCut(at, { how }));
    expect(await endOf(api.sale(T, 100, 'A-1'))).toBe('broken');
    expect(await play.answered).toMatchObject({ outcome: 'approved', chargedMinor: 100, delivered });
    const body: unknown = await (await api.lookup(T)).json();
    expect(member(body, 'result.orderId')).toBe('A-1');
    expect(cloud.ledger.lookups).toMatchObject([{ orderId: 'A-1', provesApproval: true, delivered: 'full' }]);
  });

  it('cuts after the whole answer', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(cloudKit.approveThenCut('after', { how: 'fin' }));
    expect(await endOf(api.sale(T, 100, 'A-1'))).toBe(200);
    expect((await play.answered).delivered).toBe('full');
  });

  it('never answers, but charges', async () => {
    const { cloud, api } = await start();
    cloud.terminal(T).play(cloudKit.neverAnswer());
    const sale = api.sale(T, 100, 'A-1');
    const outcome = await Promise.race([endOf(sale), new Promise((resolve) => setTimeout(resolve, 300, 'silence'))]);
    expect(outcome).toBe('silence');
    expect(cloud.ledger.attempts[0]).toMatchObject({ outcome: 'approved', delivered: 'none' });
    cloud.dropConnections();
    expect(await endOf(sale)).toBe('broken');
  });

  it('drips', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(cloudKit.slowDrip({ everyMs: 5, bytesAtOnce: 32, afterMs: 0 }));
    const before = performance.now();
    const body: unknown = await (await api.sale(T, 100, 'A-1')).json();
    expect(member(body, 'result.0.localModeEventArgs.TotalAmount')).toBe(100);
    expect(performance.now() - before).toBeGreaterThan(100);
    expect((await play.answered).delivered).toBe('full');
  });

  it('plays on when the client is gone: the guest still pays', async () => {
    const { cloud, api } = await start();
    const play = cloud.terminal(T).play(approve({ afterMs: 200 }));
    const sale = api.sale(T, 100, 'A-1');
    await play.arrived;
    cloud.dropConnections();
    expect(await endOf(sale)).toBe('broken');
    expect(await play.answered).toMatchObject({ outcome: 'approved', delivered: 'none' });
  });
});
