import { describe, expect, test } from 'vitest';
import {
  answerCallWith,
  approve,
  approveDespiteCancel,
  hold,
  silentCall,
  slowCall,
  waitForCancel,
} from '../../support/connect-cloud/index.ts';
import { ID, setUp } from './set-up.ts';

describe('cancelAction', () => {
  test('is a wish: the open sale gives the outcome', async () => {
    const { cloud, terminal, sell, saleArrives } = await setUp();
    cloud.terminal(ID).play(waitForCancel());
    const selling = sell();
    await saleArrives();
    const { outcome, evidence } = await terminal.cancelAction(ID);
    expect(outcome).toBe('delivered');
    expect(evidence.status).toBe(200);
    expect((await selling).outcome).toEqual({ kind: 'rejected', how: 'cancelled', hostCode: null });
    expect(cloud.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: `/v1/terminal/${ID}/administration`,
      body: { action: 'cancelAction' },
      scheme: 'bearer',
    });
  });

  test('delivered, and the approval wins', async () => {
    const { cloud, terminal, sell, saleArrives } = await setUp();
    cloud.terminal(ID).play(approveDespiteCancel());
    const selling = sell();
    await saleArrives();
    expect((await terminal.cancelAction(ID)).outcome).toBe('delivered');
    expect((await selling).outcome.kind).toBe('approved');
  });

  test('is at most once in flight at a terminal', async () => {
    const { cloud, terminal } = await setUp();
    cloud.terminal(ID).cancels.play(slowCall(100));
    await Promise.all([terminal.cancelAction(ID), terminal.cancelAction(ID)]);
    expect(cloud.count({ path: /administration/ })).toBe(1);
    await terminal.cancelAction(ID);
    expect(cloud.count({ path: /administration/ })).toBe(2);
  });

  test('a refused token: Nets’ own 401 reached no terminal, so it is repeated once with a fresh one', async () => {
    const { cloud, terminal, sell, saleArrives } = await setUp();
    cloud.terminal(ID).play(waitForCancel());
    const selling = sell();
    await saleArrives();
    cloud.revokeTokens();
    expect((await terminal.cancelAction(ID)).outcome).toBe('delivered');
    expect((await selling).outcome.kind).toBe('rejected');
    expect(cloud.count({ path: /administration/ })).toBe(2);
    expect(cloud.count({ path: /\/transaction$/ })).toBe(1);
  });

  test('refused twice, it has failed', async () => {
    const { cloud, terminal } = await setUp();
    cloud.terminal(ID).cancels.always(answerCallWith(401, { error: 'no' }));
    expect((await terminal.cancelAction(ID)).outcome).toBe('failed');
    expect(cloud.count({ path: /administration/ })).toBe(2);
  });

  test('a 401 that is not Nets’ own is not repeated', async () => {
    const { cloud, terminal } = await setUp();
    cloud.terminal(ID).cancels.always(answerCallWith(401, '<html>Sign in</html>', { contentType: 'text/html' }));
    expect((await terminal.cancelAction(ID)).outcome).toBe('failed');
    expect(cloud.count({ path: /administration/ })).toBe(1);
  });

  test('is not repeated once our sale has ended: it would stop somebody else’s', async () => {
    const { cloud, terminal, sell } = await setUp();
    const held = cloud.terminal(ID).play(hold());
    const selling = sell();
    await held.arrived;
    cloud.revokeTokens();
    cloud.logins.play(slowCall(400));
    const cancelling = terminal.cancelAction(ID);
    await cloud.waitFor({ path: /administration/ });
    held.release(approve());
    await selling;
    expect(await cancelling).toMatchObject({ outcome: 'failed', evidence: { transport: 'WITHDRAWN' } });
    expect(cloud.count({ path: /administration/ })).toBe(1);
  });

  test.each([
    ['a failure with 200', 200, { failure: 'busy' }, 'application/json'],
    ['a 400', 400, { failure: { error: '8013 x' } }, 'application/json'],
    ['a 500', 500, {}, 'application/json'],
    ['a page with 200', 200, '<html>Welcome</html>', 'text/html'],
  ])('%s is no delivery', async (_name, status, body, contentType) => {
    const { cloud, terminal } = await setUp();
    cloud.terminal(ID).cancels.play(answerCallWith(status, body, { contentType }));
    expect((await terminal.cancelAction(ID)).outcome).toBe('failed');
  });

  test.each([
    ['an empty 200', ''],
    ['a 200 with a kind word', { message: 'Cancel requested' }],
  ])('%s is one', async (_name, body) => {
    const { cloud, terminal } = await setUp();
    cloud.terminal(ID).cancels.play(answerCallWith(200, body));
    expect((await terminal.cancelAction(ID)).outcome).toBe('delivered');
  });

  test('takes 10 s at most, a log-in and the repeat included', async () => {
    const { cloud, terminal } = await setUp();
    cloud.logins.always(slowCall(4_000));
    cloud.terminal(ID).cancels.play(answerCallWith(401, { error: 'no' }));
    cloud.terminal(ID).cancels.play(silentCall());
    const began = performance.now();
    expect((await terminal.cancelAction(ID)).outcome).toBe('failed');
    expect(performance.now() - began).toBeGreaterThan(9_500);
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
