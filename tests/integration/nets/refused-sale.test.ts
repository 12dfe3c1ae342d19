import { describe, expect, test } from 'vitest';
import type { SaleRequest } from '../../../electron/payments/ports.ts';
import { answerCallWith, busy, hold, htmlCall, slowCall } from '../../support/connect-cloud/index.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';
import { ID, PASSWORD, setUp } from './set-up.ts';

describe('a sale that was refused', () => {
  test('busy within 5 s; the same words later are not known', async () => {
    const clock = createFakeClock();
    const { cloud, sell, saleArrives } = await setUp({}, { clock });
    cloud.terminal(ID).play(busy());
    expect((await sell()).outcome).toEqual({ kind: 'refused', reason: 'busy' });

    const late = cloud.terminal(ID).play(hold());
    const selling = sell();
    await late.arrived;
    await saleArrives();
    await clock.advance(5_001);
    late.release(busy());
    const { outcome, evidence } = await selling;
    expect(outcome).toEqual({ kind: 'unknown', cause: 'unreadable' });
    expect(evidence.elapsedMs).toBeGreaterThan(5_000);
  });

  test('the 5 s count from the request, not from the log-in before it', async () => {
    const clock = createFakeClock();
    const { cloud, sell } = await setUp({}, { clock });
    cloud.logins.play(slowCall(200));
    cloud.terminal(ID).play(busy());
    const selling = sell();
    await cloud.waitFor({ path: '/v1/login' });
    await clock.advance(9_000);
    expect((await selling).outcome).toEqual({ kind: 'refused', reason: 'busy' });
  });

  test('8013 at a terminal that Nets lists, and at one that it does not', async () => {
    const { cloud, sell } = await setUp();
    cloud.terminal(ID).setConnected(false);
    expect((await sell()).outcome).toEqual({ kind: 'refused', reason: 'not-connected' });
    expect((await sell({ terminalId: '79999999' })).outcome).toEqual({ kind: 'refused', reason: 'unknown-terminal' });
  });

  test('the list that counts is the newest one', async () => {
    const { cloud, terminal, sell } = await setUp();
    await terminal.clear();
    cloud.terminal(ID).setListed(false);
    expect((await terminal.listTerminals()).ok).toBe(true);
    expect((await sell()).outcome).toEqual({ kind: 'refused', reason: 'unknown-terminal' });
  });

  test('a log-in without a list says nothing about a terminal', async () => {
    const { cloud, sell } = await setUp();
    const token = `h.${Buffer.from('{}').toString('base64url')}.s`;
    cloud.logins.play(answerCallWith(200, { token, terminals: [] }));
    cloud.terminal(ID).setConnected(false);
    // The made-up token is refused; that alone must not make the terminal an unknown one.
    expect((await sell()).outcome).toEqual({ kind: 'refused', reason: 'not-authorised' });
    expect((await sell()).outcome).toEqual({ kind: 'refused', reason: 'not-connected' });
  });

  test('a refused token ends the sale; it is not sent again, and the next one logs in anew', async () => {
    const { cloud, terminal, sell, posts, onWritten } = await setUp();
    await terminal.clear();
    cloud.revokeTokens();
    const { outcome, evidence } = await sell();
    expect(outcome).toEqual({ kind: 'refused', reason: 'not-authorised' });
    expect(evidence).toMatchObject({ status: 401, failureText: '9100 unauthorised: revoked token' });
    expect(onWritten).toHaveBeenCalledTimes(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(posts()).toBe(1);
    expect(cloud.logins.succeeded).toBe(1);
    expect((await sell()).outcome.kind).toBe('approved');
    expect(cloud.logins.succeeded).toBe(2);
    expect(posts()).toBe(2);
  });

  test('a refused log-in and an unreachable one: nothing is written', async () => {
    const { cloud, terminal, sell, onWritten, posts } = await setUp();
    cloud.logins.always(answerCallWith(401, { error: 'bad' }));
    expect(await terminal.clear()).toEqual({ ok: false, error: 'not-authorised' });
    expect(await sell()).toMatchObject({
      outcome: { kind: 'refused', reason: 'not-authorised' },
      evidence: { transport: 'LOGIN_REFUSED', status: null },
    });
    cloud.logins.always(htmlCall());
    expect(await terminal.clear()).toEqual({ ok: false, error: 'not-sent' });
    expect(await sell()).toMatchObject({ outcome: { kind: 'refused', reason: 'not-sent' }, evidence: { transport: 'LOGIN_UNREACHABLE' } });
    expect(onWritten).not.toHaveBeenCalled();
    expect(posts()).toBe(0);
  });

  test('Nets is gone between log-in and sale: not sent', async () => {
    const { cloud, terminal, sell, onWritten } = await setUp();
    await terminal.clear();
    await cloud.stopListening();
    expect(await sell()).toMatchObject({ outcome: { kind: 'refused', reason: 'not-sent' }, evidence: { transport: 'ECONNREFUSED' } });
    expect(onWritten).not.toHaveBeenCalled();
  });

  test.each<[string, Partial<SaleRequest>]>([
    ['zero', { amountMinor: 0 }],
    ['a negative amount', { amountMinor: -1 }],
    ['half a cent', { amountMinor: 12.5 }],
    ['no number', { amountMinor: Number.NaN }],
    ['more than an integer can hold', { amountMinor: 2 ** 53 }],
    ['an empty order id', { orderId: '' }],
    ['an order id that is too long', { orderId: 'A'.repeat(21) }],
    ['an order id with a space', { orderId: 'W 1' }],
    ['no terminal', { terminalId: '' }],
    ['a terminal id that is a step up', { terminalId: '..' }],
    ['a terminal id that cannot be encoded', { terminalId: '\uD800' }],
  ])('%s is never sent', async (_name, changes) => {
    const { cloud, sell, onWritten } = await setUp();
    expect((await sell(changes)).outcome.kind).toBe('refused');
    expect(onWritten).not.toHaveBeenCalled();
    expect(cloud.requests).toHaveLength(0);
  });

  test('a terminal id stays one part of the path', async () => {
    const { cloud, sell } = await setUp();
    await sell({ terminalId: '7100/0001?x=å#' });
    expect(cloud.requests.at(-1)?.path).toBe('/v1/terminal/7100%2F0001%3Fx%3D%C3%A5%23/transaction');
  });

  test('credentials that cannot be read at all: not sent, and nothing is thrown', async () => {
    const { sell } = await setUp(
      {},
      {
        credentials: () => {
          throw new Error(PASSWORD);
        },
      },
    );
    const answer = await sell();
    expect(answer).toMatchObject({ outcome: { kind: 'refused', reason: 'not-sent' }, evidence: { transport: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toContain(PASSWORD);
  });
});
