import { createSecureContext } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { createNetsCardTerminal } from '../../../electron/nets/nets-card-terminal.ts';
import { approveThenCut, decline, neverAnswer, silentCall, startConnectCloud, waitForCancel } from '../../support/connect-cloud/index.ts';
import { afterThisTest, credentials, ID, notAborted, saleRequest, setUp } from './set-up.ts';

describe('a sale', () => {
  test('goes out once, word for word, and comes back approved with its evidence', async () => {
    const { cloud, terminal, onWritten, sell } = await setUp();
    expect(await terminal.clear()).toEqual({ ok: true, value: null });
    const { outcome, evidence } = await sell();
    expect(outcome).toMatchObject({
      kind: 'approved',
      approval: { chargedMinor: 1_250, tipMinor: 0, surchargeMinor: 0, card: { brand: 'VISA', last4: '1234' } },
    });
    expect(onWritten).toHaveBeenCalledTimes(1);
    const [login, sale] = cloud.requests;
    expect(login?.path).toBe('/v1/login');
    expect(sale).toMatchObject({ method: 'POST', path: `/v1/terminal/${ID}/transaction`, scheme: 'bearer' });
    expect(JSON.stringify(sale?.body)).toBe('{"transactionType":"purchase","amount":1250,"orderId":"W7-0001"}');
    expect(cloud.requests).toHaveLength(2);
    expect(cloud.connections()).toBe(2);
    expect(evidence).toMatchObject({
      status: 200,
      failureText: null,
      transport: null,
      record: { result: 0, totalMinor: 1_250, orderId: 'W7-0001' },
    });
    expect(evidence.bodySha256).toMatch(/^[0-9a-f]{64}$/);
    expect(evidence.bodyBytes).toBeGreaterThan(100);
    expect(evidence.elapsedMs).toBeGreaterThan(0);
  });

  test('logs in by itself where nobody has cleared the way', async () => {
    const { cloud, sell } = await setUp();
    expect((await sell()).outcome.kind).toBe('approved');
    expect(cloud.logins.succeeded).toBe(1);
  });

  test('declined by the host', async () => {
    const { cloud, sell } = await setUp();
    cloud.terminal(ID).play(decline('51'));
    expect((await sell()).outcome).toEqual({ kind: 'rejected', how: 'host', hostCode: '51' });
  });

  test('over https, to a server that it trusts', async () => {
    const cloud = await startConnectCloud({ ...credentials, https: true });
    afterThisTest(() => cloud.close());
    const trusted = createSecureContext({ ca: cloud.certificate ?? '' });
    const terminal = createNetsCardTerminal({ baseUrl: `${cloud.baseUrl}/`, credentials: () => credentials, trusted });
    expect((await terminal.sale(saleRequest, { onWritten: () => undefined, signal: notAborted() })).outcome.kind).toBe('approved');
  });

  test('over https to a server that nobody vouches for: not sent', async () => {
    const { cloud, sell, terminal, onWritten } = await setUp({ https: true });
    expect(await terminal.clear()).toEqual({ ok: false, error: 'not-sent' });
    expect((await sell()).outcome).toEqual({ kind: 'refused', reason: 'not-sent' });
    expect(onWritten).not.toHaveBeenCalled();
    expect(cloud.requests).toHaveLength(0);
  });

  test('nothing but cancelAction reaches the terminal while it is open', async () => {
    const { cloud, terminal, sell, saleArrives } = await setUp();
    cloud.terminal(ID).play(waitForCancel());
    const selling = sell();
    await saleArrives();
    await terminal.listTerminals();
    await terminal.cancelAction(ID);
    await selling;
    expect(cloud.disturbances(ID)).toEqual([]);
  });
});

describe('a sale whose answer is lost', () => {
  test.each(['before', 'headers', 'half'] as const)('cut %s the answer', async (at) => {
    const { cloud, sell, posts } = await setUp();
    cloud.terminal(ID).play(approveThenCut(at));
    const { outcome, evidence } = await sell();
    expect(outcome).toEqual({ kind: 'unknown', cause: 'answer-lost' });
    expect(evidence).toMatchObject({ status: null, record: null, bodySha256: null, transport: expect.stringMatching(/^[A-Z_]+$/) });
    expect(posts()).toBe(1);
  });

  test('aborted while the terminal works: the card may be charged', async () => {
    const { cloud, sell, saleArrives } = await setUp();
    cloud.terminal(ID).play(neverAnswer());
    const stop = new AbortController();
    const selling = sell({}, stop.signal);
    await saleArrives();
    stop.abort();
    expect(await selling).toMatchObject({ outcome: { kind: 'unknown', cause: 'answer-lost' }, evidence: { transport: 'ABORTED' } });
  });

  test('the program ends while the terminal works: the same', async () => {
    const { cloud, terminal, sell, saleArrives } = await setUp();
    cloud.terminal(ID).play(neverAnswer());
    const selling = sell();
    await saleArrives();
    terminal.dispose();
    expect((await selling).outcome).toEqual({ kind: 'unknown', cause: 'answer-lost' });
    expect((await sell()).outcome).toEqual({ kind: 'refused', reason: 'not-sent' });
    expect(await terminal.cancelAction(ID)).toMatchObject({ outcome: 'failed' });
    expect(cloud.count({ path: /administration/ })).toBe(0);
  });

  test('aborted before anything was sent: not charged', async () => {
    const { cloud, sell, onWritten, posts } = await setUp();
    expect((await sell({}, AbortSignal.abort())).outcome).toEqual({ kind: 'refused', reason: 'not-sent' });
    cloud.logins.play(silentCall());
    expect((await sell({}, AbortSignal.timeout(300))).outcome).toEqual({ kind: 'refused', reason: 'not-sent' });
    expect(onWritten).not.toHaveBeenCalled();
    expect(posts()).toBe(0);
  });
});
