import { afterEach, describe, expect, test } from 'vitest';
import { createHttpCaller } from '../../../electron/http/http-call.ts';
import { type Credentials, createLoginToken } from '../../../electron/nets/login-token.ts';
import { UNREADABLE_LIFE_MS } from '../../../electron/nets/token-life.ts';
import {
  answerCallWith,
  type ConnectCloud,
  type ConnectCloudOptions,
  cutCall,
  silentCall,
  slowCall,
  startConnectCloud,
} from '../../support/connect-cloud/index.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const MINUTE = 60_000;
const rightCredentials: Credentials = { username: 'desk', password: 'Sala-Sana-1' };

async function setUp(options: Partial<ConnectCloudOptions> = {}) {
  const cloud: ConnectCloud = await startConnectCloud({ ...rightCredentials, ...options });
  cleanups.push(() => cloud.close());
  const clock = createFakeClock();
  const stop = new AbortController();
  const held: { credentials: Credentials | null } = { credentials: rightCredentials };
  const terminals: (readonly string[])[] = [];
  const token = createLoginToken({
    call: createHttpCaller({ baseUrl: cloud.baseUrl, elapsed: clock.elapsed }),
    credentials: () => held.credentials,
    clock,
    signal: stop.signal,
    onTerminals: (ids) => terminals.push(ids),
  });
  const value = async (): Promise<string> => {
    const result = await token.get();
    return result.ok ? result.value : expect.fail(result.error);
  };
  const logins = () => cloud.count({ path: '/v1/login' });
  return { cloud, clock, stop, held, terminals, token, value, logins };
}

describe('one log-in for all', () => {
  test('ten callers at once share it, and later ones its token', async () => {
    const { token, value, logins, terminals, cloud } = await setUp();
    const results = await Promise.all(Array.from({ length: 10 }, () => token.get()));
    expect(new Set(results.map((result) => (result.ok ? result.value : '')))).toHaveLength(1);
    expect(results[0]).toEqual({ ok: true, value: await value() });
    expect(logins()).toBe(1);
    expect(terminals).toEqual([['71000001', '71000002', '71000003', '71000004', '71000005']]);
    expect(cloud.requests[0]).toMatchObject({ method: 'POST', path: '/v1/login', body: rightCredentials, scheme: null });
  });

  test('a failed one is shared too, and the next caller tries again', async () => {
    const { cloud, token, logins } = await setUp();
    cloud.logins.play(answerCallWith(503, {}));
    expect(await Promise.all([token.get(), token.get()])).toEqual([
      { ok: false, error: 'unreachable' },
      { ok: false, error: 'unreachable' },
    ]);
    expect((await token.get()).ok).toBe(true);
    expect(logins()).toBe(2);
  });

  test('other credentials are another log-in, at once', async () => {
    const { held, token, value, logins } = await setUp();
    const first = await value();
    held.credentials = { username: 'desk', password: 'wrong' };
    expect(await token.get()).toEqual({ ok: false, error: 'not-authorised' });
    held.credentials = { ...rightCredentials };
    expect(await value()).toBe(first);
    expect(logins()).toBe(2);
  });
});

describe('how long a token is used', () => {
  test('it is renewed 10 minutes before exp', async () => {
    const { clock, value, logins } = await setUp({ tokenLifeSeconds: 3_600 });
    const first = await value();
    await clock.advance(49 * MINUTE);
    expect(await value()).toBe(first);
    await clock.advance(1 * MINUTE);
    expect(await value()).not.toBe(first);
    expect(logins()).toBe(2);
  });

  test.each([
    ['years ahead', 5 * 365 * 24 * 60 * MINUTE],
    ['years behind', -5 * 365 * 24 * 60 * MINUTE],
  ])('a PC whose clock is %s reckons in Nets’ time', async (_name, clockOffsetMs) => {
    const { clock, value, logins } = await setUp({ tokenLifeSeconds: 3_600, clockOffsetMs });
    const first = await value();
    await clock.advance(49 * MINUTE);
    expect(await value()).toBe(first);
    await clock.advance(2 * MINUTE);
    expect(await value()).not.toBe(first);
    expect(logins()).toBe(2);
  });

  test('a PC that slept renews, although monotonic time stood still', async () => {
    const { clock, value, logins } = await setUp({ tokenLifeSeconds: 3_600 });
    await value();
    clock.jumpWallTime(55 * MINUTE);
    await value();
    expect(logins()).toBe(2);
  });

  test('a clock that is set back makes no token live longer', async () => {
    const { clock, value, logins } = await setUp({ tokenLifeSeconds: 3_600 });
    await value();
    clock.jumpWallTime(-24 * 60 * MINUTE);
    await clock.advance(51 * MINUTE);
    await value();
    expect(logins()).toBe(2);
  });

  test('without exp it lives 5 minutes', async () => {
    const { cloud, clock, value, logins } = await setUp();
    cloud.logins.play(answerCallWith(200, { token: 'no-jwt-at-all', username: 'desk' }));
    expect(await value()).toBe('no-jwt-at-all');
    await clock.advance(UNREADABLE_LIFE_MS - 1);
    expect(await value()).toBe('no-jwt-at-all');
    await clock.advance(1);
    expect(await value()).not.toBe('no-jwt-at-all');
    expect(logins()).toBe(2);
  });
});

describe('a refused token', () => {
  test('is forgotten, and the next caller logs in', async () => {
    const { token, value, logins } = await setUp();
    const first = await value();
    token.invalidate(first);
    expect(await value()).not.toBe(first);
    expect(logins()).toBe(2);
  });

  test('does not take a newer one with it', async () => {
    const { token, value, logins } = await setUp();
    const first = await value();
    token.invalidate(first);
    const second = await value();
    token.invalidate(first);
    expect(await value()).toBe(second);
    expect(logins()).toBe(2);
  });
});

describe('what a failed log-in says', () => {
  test('no credentials: not authorised, and nothing is sent', async () => {
    const { held, token, cloud } = await setUp();
    held.credentials = null;
    expect(await token.get()).toEqual({ ok: false, error: 'not-authorised' });
    expect(cloud.connections()).toBe(0);
  });

  test('a wrong password: not authorised', async () => {
    const { held, token } = await setUp();
    held.credentials = { username: 'desk', password: 'wrong' };
    expect(await token.get()).toEqual({ ok: false, error: 'not-authorised' });
  });

  test.each<[string, number, unknown, string, string?]>([
    ['400 with an error', 400, { error: 'bad login' }, 'not-authorised'],
    ['403 without a body', 403, '', 'not-authorised'],
    ['423, the user is locked', 423, { error: 'locked' }, 'not-authorised'],
    ['403 from a hotel network’s sign-in page', 403, '<html>Sign in</html>', 'unreadable', 'text/html'],
    ['404', 404, {}, 'unreadable'],
    ['429', 429, {}, 'unreachable'],
    ['500', 500, {}, 'unreachable'],
    ['502 in HTML', 502, '<html></html>', 'unreachable', 'text/html'],
    ['a redirect', 302, '', 'unreadable'],
    ['200 in HTML', 200, '<html>Welcome</html>', 'unreadable', 'text/html'],
    ['200 without token', 200, { username: 'desk' }, 'unreadable'],
    ['200 with an empty token', 200, { token: '' }, 'unreadable'],
    ['200 with a token that is a number', 200, { token: 17 }, 'unreadable'],
    ['200 with a token that breaks a header', 200, { token: 'a\r\nx-evil: 1' }, 'unreadable'],
  ])('%s', async (_name, status, body, error, contentType) => {
    const { cloud, token } = await setUp();
    cloud.logins.play(answerCallWith(status, body, contentType === undefined ? {} : { contentType }));
    expect(await token.get()).toEqual({ ok: false, error });
  });

  test('a connection that breaks, and a server that is gone: unreachable', async () => {
    const { cloud, token } = await setUp();
    cloud.logins.play(cutCall('half'));
    expect(await token.get()).toEqual({ ok: false, error: 'unreachable' });
    await cloud.stopListening();
    expect(await token.get()).toEqual({ ok: false, error: 'unreachable' });
  });

  test('stopped from outside: unreachable at once', async () => {
    const { cloud, token, stop } = await setUp();
    cloud.logins.play(slowCall(5_000));
    const waiting = token.get();
    await cloud.waitFor({ path: '/v1/login' });
    stop.abort();
    expect(await waiting).toEqual({ ok: false, error: 'unreachable' });
  });

  test('a server that says nothing: unreachable after 10 s', async () => {
    const { cloud, token } = await setUp();
    cloud.logins.play(silentCall());
    const began = performance.now();
    expect(await token.get()).toEqual({ ok: false, error: 'unreachable' });
    expect(performance.now() - began).toBeGreaterThan(9_900);
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
