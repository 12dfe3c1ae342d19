import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { SharedPayment } from '../../../electron/payments/rules/shared-payment.ts';
import { createStrapiPayments } from '../../../electron/strapi/strapi-payments.ts';
import { testOtherDesks } from '../../../electron/strapi/test-other-desks.ts';
import { type Instead, type SharedStrapi, send, startSharedStrapi } from '../../support/strapi/shared-strapi.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const NOW = '2026-11-23T10:00:00.000Z';
const SINCE = '2026-11-09T10:00:00.000Z';

const payment = (more: Partial<SharedPayment> = {}): SharedPayment => ({
  paymentId: 'payment-1',
  originalId: null,
  kind: 'sale',
  state: 'sent',
  moneyMoved: 'unknown',
  amountMinor: 1250,
  chargedMinor: 0,
  currency: 'EUR',
  terminalId: '71000001',
  terminalName: 'Päätelaite I',
  reference: 'R-1001',
  environment: 'production',
  startedAt: '2026-11-23T09:59:00.000Z',
  changedAt: '2026-11-23T09:59:01.000Z',
  desk: 'Vastaanotto',
  ...more,
});
const approved = payment({ state: 'approved', moneyMoved: 'yes', chargedMinor: 1250, changedAt: '2026-11-23T09:59:09.000Z' });

async function strapi(tokens: { readonly read?: string | null; readonly outbox?: string | null } = {}) {
  const server = await startSharedStrapi();
  ends.push(() => server.goAway());
  const desk = (installation: string) => {
    const payments = createStrapiPayments({
      baseUrl: server.baseUrl,
      token: () => (tokens.read === undefined ? server.readToken : tokens.read),
      outboxToken: () => (tokens.outbox === undefined ? server.outboxToken : tokens.outbox),
      writer: () => ({ installation, desk: null }),
      now: () => Date.parse(NOW),
    });
    ends.push(() => payments.dispose());
    return payments;
  };
  return { server, here: desk('desk-one'), there: desk('desk-two') };
}
const event = (one: SharedPayment, sequence = 1) => ({ sequence, payment: one });
const writes = ({ asked }: SharedStrapi): string[] => asked.map(({ method, token }) => `${method} ${token.split('-')[0]}`);

const html =
  (status: number): Instead =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Kirjaudu verkkoon</body></html>');
    return true;
  };
const own =
  (status: number, name: string): Instead =>
  (_, response) => {
    send(response, { status, body: { data: null, error: { status, name, message: '', details: {} } } });
    return true;
  };
/** Strapi itself answers what is read. */
const ofWrites =
  (answer: Instead): Instead =>
  (asked, ...rest) =>
    asked.method !== 'GET' && answer(asked, ...rest);
const silent: Instead = () => true;
const halfAnAnswer: Instead = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"data": [');
  setTimeout(() => response.destroy(), 20);
  return true;
};

describe('a payment that is shared', () => {
  it('is one record, made once and changed after that, with what the other desks may know', async () => {
    const { server, here } = await strapi();
    expect(await here.post(event(payment()))).toMatchObject({ kind: 'accepted' });
    expect(await here.post(event(approved, 2))).toMatchObject({ kind: 'accepted' });
    expect(writes(server)).toEqual(['POST outbox', 'PUT outbox']);
    expect(server.records).toHaveLength(1);
    expect(server.records[0]).toMatchObject({
      paymentId: 'payment-1',
      state: 'approved',
      chargedMinor: 1250,
      referenceKey: 'r1001',
      installation: 'desk-one',
    });
    expect(Object.keys(server.asked[1]?.data ?? {}).sort()).toEqual(
      [
        ...[
          'paymentId',
          'originalId',
          'reference',
          'referenceKey',
          'amountMinor',
          'chargedMinor',
          'currency',
          'kind',
          'state',
          'moneyMoved',
        ],
        ...['terminalId', 'terminalName', 'desk', 'installation', 'environment', 'startedAt', 'changedAt'],
      ].sort(),
    );
  });

  it('has no second record when the answer to making it was lost', async () => {
    const { server, here } = await strapi();
    server.instead((_, response, after) => {
      after();
      response.destroy();
      return true;
    });
    expect(await here.post(event(payment()))).toMatchObject({ kind: 'failed', answer: { status: null } });
    server.instead(null);
    expect(await here.post(event(approved, 2))).toMatchObject({ kind: 'accepted' });
    expect(server.records.map(({ state }) => state)).toEqual(['approved']);
    expect(writes(server)).toEqual(['POST outbox', 'GET read', 'PUT outbox']);
  });

  it('is made after all where the lost request never arrived', async () => {
    const { server, here } = await strapi();
    server.instead((_, response) => {
      response.destroy();
      return true;
    });
    await here.post(event(payment()));
    server.instead(null);
    expect(await here.post(event(approved, 2))).toMatchObject({ kind: 'accepted' });
    expect(server.records.map(({ state }) => state)).toEqual(['approved']);
  });

  it('is found again by another run, which knows nothing of its record', async () => {
    const { server, here } = await strapi();
    await here.post(event(payment()));
    const again = createStrapiPayments({
      baseUrl: server.baseUrl,
      token: () => server.readToken,
      outboxToken: () => server.outboxToken,
      writer: () => ({ installation: 'desk-one', desk: null }),
      now: Date.now,
    });
    expect(await again.post(event(approved, 2))).toMatchObject({ kind: 'accepted' });
    expect(server.records.map(({ state }) => state)).toEqual(['approved']);
    expect(writes(server)).toEqual(['POST outbox', 'POST outbox', 'GET read', 'PUT outbox']);
    again.dispose();
  });

  it('whose record somebody has deleted is made again', async () => {
    const { server, here } = await strapi();
    await here.post(event(payment()));
    server.records.length = 0;
    expect(await here.post(event(approved, 2))).toMatchObject({ kind: 'failed', answer: { status: 404 } });
    expect(await here.post(event(approved, 2))).toMatchObject({ kind: 'accepted' });
    expect(server.records.map(({ state }) => state)).toEqual(['approved']);
  });

  it.each<[string, Instead, object]>([
    ['403', own(403, 'ForbiddenError'), { answer: { status: 403 }, refusesAll: true }],
    ['404, without the content type', own(404, 'NotFoundError'), { answer: { status: 404 }, refusesAll: true }],
    ['405', own(405, 'MethodNotAllowedError'), { answer: { status: 405 }, refusesAll: true }],
    ['a record that Strapi does not take', ofWrites(own(400, 'ValidationError')), { answer: { status: 400, code: null } }],
    ['500', own(500, 'InternalServerError'), { answer: { status: 500 } }],
    ['a page in its place', html(200), { answer: { status: 200, code: 'UNREADABLE' }, refusesAll: true }],
    ['a page with 503', html(503), { answer: { status: 503 } }],
    ['half an answer', halfAnAnswer, { answer: { status: null } }],
    [
      'foreign JSON',
      (_, response) => {
        send(response, { status: 200, body: [1, 2, 3] });
        return true;
      },
      { answer: { status: 200, code: 'UNREADABLE' } },
    ],
    [
      'somebody else’s record',
      (_, response) => {
        send(response, { status: 201, body: { data: { documentId: 'abc', paymentId: 'another' }, meta: {} } });
        return true;
      },
      { answer: { status: 201, code: 'UNREADABLE' } },
    ],
  ])('is not there after %s, and is tried again', async (_what, answer, failure) => {
    const { server, here } = await strapi();
    server.instead(answer);
    expect(await here.post(event(payment()))).toMatchObject({ kind: 'failed', ...failure });
    server.instead(null);
    expect(await here.post(event(payment()))).toMatchObject({ kind: 'accepted' });
    expect(server.records).toHaveLength(1);
  });

  it('cannot be changed where its record cannot be looked for, and no second one is made', async () => {
    const { server, here } = await strapi();
    await here.post(event(payment()));
    const again = createStrapiPayments({
      baseUrl: server.baseUrl,
      token: () => server.outboxToken,
      outboxToken: () => server.outboxToken,
      writer: () => ({ installation: 'desk-one', desk: null }),
      now: Date.now,
    });
    ends.push(() => again.dispose());
    expect(await again.post(event(approved, 2))).toMatchObject({ kind: 'failed', answer: { status: 403, code: 'READ_REFUSED' } });
    expect(server.records.map(({ state }) => state)).toEqual(['sent']);
  });

  it('waits as long as Strapi asks for', async () => {
    const { server, here } = await strapi();
    server.instead((_, response) => {
      response.writeHead(429, { 'retry-after': '120' }).end('{}');
      return true;
    });
    expect(await here.post(event(payment()))).toMatchObject({ kind: 'failed', retryAfterMs: 120_000 });
  });

  it('is not sent without a token', async () => {
    const { server, here } = await strapi({ outbox: null });
    expect(await here.post(event(payment()))).toMatchObject({ kind: 'failed', answer: { code: 'NO_SECRET' } });
    expect(server.asked).toEqual([]);
  });
});

describe("other desks' payments", () => {
  const read = (desk: Awaited<ReturnType<typeof strapi>>['here'], reference = 'r 1001', limitMs = 1_000) =>
    desk.read({ reference, since: SINCE }, limitMs);

  it('are read by the reference as people read it, without this desk’s own', async () => {
    const { server, here, there } = await strapi();
    await here.post(event(approved));
    await there.post(event(payment({ paymentId: 'other', reference: 'R–1001', desk: 'Baari' })));
    await there.post(event(payment({ paymentId: 'third', reference: 'R-1002' })));
    expect(await read(here)).toMatchObject({
      payments: [{ paymentId: 'other', desk: 'Baari', referenceKey: 'r1001', moneyMoved: 'unknown' }],
    });
    expect(await read(there)).toMatchObject({ payments: [{ paymentId: 'payment-1', state: 'approved' }] });
    expect(server.asked.at(-1)?.token).toBe(server.readToken);
  });

  it('are read by the terminal too', async () => {
    const { here, there } = await strapi();
    await there.post(event(payment({ terminalId: '71000002' })));
    expect(await here.read({ terminalId: '71000002', since: SINCE }, 1_000)).toMatchObject({ payments: [{ terminalId: '71000002' }] });
    expect(await here.read({ terminalId: '71000001', since: SINCE }, 1_000)).toEqual({ payments: [] });
  });

  it('that are older than asked for are not read', async () => {
    const { here, there } = await strapi();
    await there.post(event(payment({ startedAt: '2026-11-01T10:00:00.000Z' })));
    expect(await read(here)).toEqual({ payments: [] });
  });

  it('that no program of ours could have written are left out, and text is one harmless line', async () => {
    const { server, here, there } = await strapi();
    await there.post(event(payment()));
    const [good] = server.records;
    if (good === undefined) throw new Error('no record');
    const bad: readonly object[] = [
      { paymentId: '<script>' },
      { state: 'paid' },
      { amountMinor: '1250' },
      { amountMinor: -1 },
      { chargedMinor: 1.5 },
      { currency: 'euros' },
      { startedAt: 'yesterday' },
      { reference: 'x'.repeat(10_000) },
      { moneyMoved: 'maybe' },
      { environment: null },
    ];
    server.records.push(...bad.map((more, index) => ({ ...good, documentId: `bad${index}`, paymentId: `bad-${index}`, ...more })));
    server.records.push({ ...good, documentId: 'odd', paymentId: 'odd', desk: 'Baari\n\u202E4444 3333 2222 1111', terminalName: 'I\nII' });
    const seen = await read(here);
    if (!('payments' in seen)) throw new Error(seen.failure);
    expect(seen.payments.map(({ paymentId }) => paymentId).sort()).toEqual(['odd', 'payment-1']);
    expect(seen.payments.find(({ paymentId }) => paymentId === 'odd')).toMatchObject({ desk: null, terminalName: 'I II' });
  });

  it('are not read for longer than allowed', async () => {
    const { server, here } = await strapi();
    server.instead(silent);
    const begun = performance.now();
    expect(await read(here, 'R-1', 300)).toEqual({ failure: 'unreachable' });
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it.each<[string, Instead, string]>([
    ['403', own(403, 'ForbiddenError'), 'not-authorised'],
    ['a firewall’s 403', html(403), 'unreachable'],
    ['404, without the content type', own(404, 'NotFoundError'), 'type-missing'],
    ['500', own(500, 'InternalServerError'), 'unreachable'],
    ['a page', html(200), 'unreadable'],
    ['half an answer', halfAnAnswer, 'unreachable'],
    ['foreign JSON', (_, response) => sent(response, { data: 'none' }), 'unreadable'],
    ['no pagination', (_, response) => sent(response, { data: [] }), 'unreadable'],
    [
      'ten thousand records',
      (_, response) => sent(response, { data: Array.from({ length: 10_000 }, () => ({ paymentId: 'x' })), meta: { pagination: {} } }),
      'unreadable',
    ],
    [
      'more records than were asked for',
      (_, response) => sent(response, { data: Array.from({ length: 101 }, () => ({})), meta: { pagination: {} } }),
      'unreadable',
    ],
    ['a body without end', (_, response) => sent(response, { data: 'x'.repeat(5_000_000) }), 'unreadable'],
  ])('cannot be read from %s', async (_what, answer, failure) => {
    const { server, here } = await strapi();
    server.instead(answer);
    expect(await read(here)).toEqual({ failure });
  });

  it('cannot be read without a token', async () => {
    const { here } = await strapi({ read: null });
    expect(await read(here)).toEqual({ failure: 'secrets-missing' });
  });
});

const sent = (response: ServerResponse, body: unknown): true => {
  send(response, { status: 200, body });
  return true;
};

describe('the test of both rights', () => {
  it('writes nothing', async () => {
    const { server, here } = await strapi();
    expect(await testOtherDesks(here)).toEqual({ reading: 'ok', writing: 'ok' });
    expect(server.records).toEqual([]);
  });

  it('tells which one is missing', async () => {
    const { server } = await strapi();
    const swapped = createStrapiPayments({
      baseUrl: server.baseUrl,
      token: () => server.outboxToken,
      outboxToken: () => server.readToken,
      writer: () => ({ installation: 'desk-one', desk: null }),
      now: Date.now,
    });
    ends.push(() => swapped.dispose());
    expect(await testOtherDesks(swapped)).toEqual({ reading: 'not-authorised', writing: 'not-authorised' });
  });

  it.each<[string, Instead, object]>([
    ['the content type is missing', own(404, 'NotFoundError'), { reading: 'type-missing', writing: 'type-missing' }],
    ['a page is in its place', html(200), { reading: 'unreadable', writing: 'unreadable' }],
    ['Strapi is broken', own(500, 'InternalServerError'), { reading: 'unreachable', writing: 'unreachable' }],
  ])('tells that %s', async (_what, answer, told) => {
    const { server, here } = await strapi();
    server.instead(answer);
    expect(await testOtherDesks(here)).toEqual(told);
  });

  it('tells that a token is missing', async () => {
    const { here } = await strapi({ outbox: null });
    expect(await testOtherDesks(here)).toEqual({ reading: 'ok', writing: 'secrets-missing' });
    expect(await testOtherDesks(null)).toEqual({ reading: 'not-configured', writing: 'not-configured' });
  });
});
