import { describe, expect, test } from 'vitest';
import { answerCallWith, approveThenCut, htmlCall } from '../../support/connect-cloud/index.ts';
import { ID, setUp } from './set-up.ts';

describe('a lookup', () => {
  test('shows our sale after its answer was lost', async () => {
    const { cloud, terminal, sell } = await setUp();
    const play = cloud.terminal(ID).play(approveThenCut('before'));
    await sell();
    await play.finished;
    const { outcome, evidence } = await terminal.lookup(ID);
    expect(outcome).toMatchObject({ kind: 'record', record: { result: 0, totalMinor: 1_250, orderId: 'W7-0001' } });
    expect(evidence).toMatchObject({ status: 200, record: { result: 0 } });
    expect(cloud.requests.at(-1)).toMatchObject({ method: 'GET', path: `/v1/terminal/${ID}/transaction`, body: null, scheme: 'bearer' });
  });

  test('of a terminal that has done nothing', async () => {
    for (const emptyLookup of ['empty-result', 'null-record', 'not-found'] as const) {
      const { terminal } = await setUp({ emptyLookup });
      expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'no-transaction' });
    }
  });

  test('is repeated once with a fresh token, and then given up', async () => {
    const { cloud, terminal } = await setUp();
    await terminal.clear();
    cloud.revokeTokens();
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'no-transaction' });
    expect(cloud.count({ method: 'GET', path: /transaction/ })).toBe(2);
    cloud.terminal(ID).lookups.always(answerCallWith(403, { error: 'Forbidden' }));
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'not-authorised' });
    expect(cloud.count({ method: 'GET', path: /transaction/ })).toBe(4);
  });

  test('without Nets teaches nothing', async () => {
    const { cloud, terminal } = await setUp();
    cloud.terminal(ID).lookups.play(htmlCall());
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreachable' });
    await cloud.stopListening();
    expect(await terminal.lookup(ID)).toMatchObject({ outcome: { kind: 'unreachable' }, evidence: { transport: 'ECONNREFUSED' } });
  });

  test('with a refused log-in is not authorised', async () => {
    const { cloud, terminal } = await setUp();
    cloud.logins.always(answerCallWith(401, { error: 'no' }));
    expect(await terminal.lookup(ID)).toMatchObject({ outcome: { kind: 'not-authorised' }, evidence: { transport: 'LOGIN_REFUSED' } });
  });
});

describe('the list of terminals', () => {
  test('is read as objects, strings and numbers alike', async () => {
    const { cloud, terminal } = await setUp();
    cloud.lists.play(
      answerCallWith(200, {
        terminals: ['71000001', { terminalId: '71000002', name: 'x' }, { terminalId: 71000003 }, 71000004, null, {}, '', '71000001'],
      }),
    );
    expect(await terminal.listTerminals()).toEqual({ ok: true, value: ['71000001', '71000002', '71000003', '71000004'] });
    expect(cloud.requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1/terminal', body: null, scheme: 'bearer' });
  });

  test('may be empty', async () => {
    const { cloud, terminal } = await setUp();
    cloud.lists.play(answerCallWith(200, { terminals: [] }));
    expect(await terminal.listTerminals()).toEqual({ ok: true, value: [] });
  });

  test.each<[string, number, unknown, string]>([
    ['no list', 200, {}, 'unreadable'],
    ['a list of junk', 200, { terminals: [null, {}] }, 'unreadable'],
    ['HTML', 200, '<html></html>', 'unreadable'],
    ['an error', 404, { terminals: ['71000001'] }, 'unreadable'],
    ['a gateway', 502, '', 'unreachable'],
  ])('%s', async (_name, status, body, error) => {
    const { cloud, terminal } = await setUp();
    cloud.lists.play(answerCallWith(status, body));
    expect(await terminal.listTerminals()).toEqual({ ok: false, error });
  });

  test('is asked for once more with a fresh token, whatever the 401 looked like', async () => {
    const { cloud, terminal } = await setUp();
    await terminal.clear();
    cloud.lists.play(answerCallWith(401, ''));
    expect((await terminal.listTerminals()).ok).toBe(true);
    cloud.lists.always(answerCallWith(401, {}));
    expect(await terminal.listTerminals()).toEqual({ ok: false, error: 'not-authorised' });
    expect(cloud.count({ path: '/v1/terminal' })).toBe(4);
  });

  test('without Nets is unreachable, with a refused log-in not authorised', async () => {
    const { cloud, terminal } = await setUp();
    cloud.logins.play(answerCallWith(401, {}));
    expect(await terminal.listTerminals()).toEqual({ ok: false, error: 'not-authorised' });
    await cloud.stopListening();
    expect(await terminal.listTerminals()).toEqual({ ok: false, error: 'unreachable' });
  });
});
