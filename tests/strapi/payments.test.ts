import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type { SharedPayment } from '../../electron/payments/rules/shared-payment.ts';
import { createStrapiPayments } from '../../electron/strapi/strapi-payments.ts';
import { testOtherDesks } from '../../electron/strapi/test-other-desks.ts';
import { freshStart } from '../support/desk/started.ts';
import { playTwoDesks } from '../support/desk/two-desks.ts';
import { electronPath } from '../support/electron-path.ts';
import { startStrapi } from '../support/strapi/strapi-server.ts';

const started = freshStart();
/** Strapi answers in a moment on an idle machine, and after some seconds on a busy one. */
const READ_MS = 20_000;

const payment = (more: Partial<SharedPayment> = {}): SharedPayment => ({
  paymentId: '7d0c1f5e-0000-4000-8000-000000000001',
  originalId: null,
  kind: 'sale',
  state: 'sent',
  moneyMoved: 'unknown',
  amountMinor: 1250,
  chargedMinor: 0,
  currency: 'EUR',
  terminalId: '71000001',
  terminalName: 'Päätelaite I',
  reference: 'Ä–1001 & [x] $eq',
  environment: 'production',
  startedAt: new Date(Date.now() - 60_000).toISOString(),
  changedAt: new Date(Date.now() - 50_000).toISOString(),
  desk: 'Baari',
  ...more,
});
const paid = { state: 'approved', moneyMoved: 'yes', chargedMinor: 1250 } as const;

async function property() {
  const strapi = await startStrapi(electronPath());
  started.atEnd(() => strapi.close());
  const desk = (installation: string, { baseUrl = strapi.baseUrl, outboxToken = strapi.outboxToken } = {}) => {
    const payments = createStrapiPayments({
      ...{
        baseUrl,
        token: () => strapi.readOnlyToken,
        outboxToken: () => outboxToken,
        writer: () => ({ installation, desk: null }),
        now: Date.now,
      },
    });
    started.atEnd(async () => payments.dispose());
    return payments;
  };
  return { strapi, desk };
}

/** Passes everything on to Strapi; of the first POST it keeps the answer to itself. */
async function losesTheFirstAnswer(baseUrl: string): Promise<string> {
  let isFirst = true;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '' } = request;
    const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' };
    const answer = await fetch(`${baseUrl}${url}`, { method, headers, ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }) });
    const body = await answer.text();
    if (isFirst && method === 'POST') {
      isFirst = false;
      return void response.destroy();
    }
    return void response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  started.atEnd(async () => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('payments are shared with the rights that README.md names, one record each', async () => {
  test.setTimeout(480_000);
  const { strapi, desk } = await property();
  const [here, there] = [desk('desk-one'), desk('desk-two')];
  // The first request of a fresh Strapi takes its time on a busy machine.
  await expect.poll(() => testOtherDesks(here), { timeout: 120_000 }).toEqual({ reading: 'ok', writing: 'ok' });
  expect(await strapi.payments()).toEqual([]);

  // Made, changed, and found by another desk, by its reference as people read it.
  expect(await here.post({ sequence: 1, payment: payment() })).toMatchObject({ kind: 'accepted' });
  expect(await here.post({ sequence: 2, payment: payment(paid) })).toMatchObject({ kind: 'accepted' });
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const wanted = { reference: 'ä 1001 &[X]$EQ', since };
  expect(await there.read(wanted, READ_MS)).toMatchObject({ payments: [{ ...paid, desk: 'Baari', terminalId: '71000001' }] });
  expect(await here.read(wanted, READ_MS)).toEqual({ payments: [] });
  expect(await there.read({ terminalId: '71000001', since }, READ_MS)).toMatchObject({ payments: [paid] });
  expect(await there.read({ ...wanted, since: new Date().toISOString() }, READ_MS)).toEqual({ payments: [] });

  // Another run knows nothing of the record: Strapi refuses a second one, and the first is changed.
  const again = desk('desk-one');
  expect(await again.post({ sequence: 3, payment: payment({ ...paid, chargedMinor: 1300 }) })).toMatchObject({ kind: 'accepted' });
  // The answer to making it is lost.
  const unlucky = desk('desk-one', { baseUrl: await losesTheFirstAnswer(strapi.baseUrl) });
  const other = { paymentId: '7d0c1f5e-0000-4000-8000-000000000002', reference: 'R-2' };
  expect(await unlucky.post({ sequence: 4, payment: payment(other) })).toMatchObject({ kind: 'failed', answer: { status: null } });
  expect(await unlucky.post({ sequence: 5, payment: payment({ ...other, ...paid }) })).toMatchObject({ kind: 'accepted' });
  const kept = await strapi.payments();
  expect(kept.map(({ paymentId, chargedMinor }) => [paymentId, chargedMinor])).toEqual([
    [payment().paymentId, 1300],
    [other.paymentId, 1250],
  ]);

  // Neither token can do what the other is for.
  const reader = desk('desk-one', { outboxToken: strapi.readOnlyToken });
  expect(await reader.post({ sequence: 6, payment: payment({ paymentId: 'x' }) })).toMatchObject({
    kind: 'failed',
    answer: { status: 403 },
  });
  expect(await testOtherDesks(reader)).toEqual({ reading: 'ok', writing: 'not-authorised' });
  const asWriter = { headers: { authorization: `Bearer ${strapi.outboxToken}` } };
  const [documentId] = kept.map((record) => String(record['documentId']));
  for (const [path, method] of [
    ['pos-payments', 'GET'],
    [`pos-payments/${documentId}`, 'GET'],
    [`pos-payments/${documentId}`, 'DELETE'],
    ['payment-terminals', 'GET'],
    ['payment-terminals', 'POST'],
  ] as const) {
    const answer = await fetch(`${strapi.baseUrl}/api/${path}`, { ...asWriter, method });
    expect(`${method} ${path}: ${answer.status}`).toBe(`${method} ${path}: 403`);
  }
});

test('two whole programs see each other’s payments in it, and catch up when it was away', async () => {
  test.setTimeout(480_000);
  const { strapi } = await property();
  for (const [name, terminalId] of [
    ['Päätelaite I', '71000001'],
    ['Päätelaite II', '71000002'],
  ] as const) {
    await strapi.create('payment-terminals', { name, terminalId, active: true });
  }
  await playTwoDesks(started, {
    ...{ baseUrl: strapi.baseUrl, readToken: strapi.readOnlyToken, outboxToken: strapi.outboxToken },
    ...{ goAway: strapi.kill, comeBack: strapi.restart },
    states: async () => (await strapi.payments()).map(({ state }) => state),
  });
});
