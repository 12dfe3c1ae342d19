import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { approve, html502 } from '../../support/connect-cloud/index.ts';
import { type Instead, send } from '../../support/strapi/shared-strapi.ts';
import { sale, untilPayment } from './program.ts';
import { opened, type Property, property, sell, shownBy } from './property.ts';

const patient = { timeout: 60_000 };
/** The second itself is tried by a clock of the test (tests/unit/other-desks); this machine may have other work to do. A server that is waited for would hold it for minutes. */
const ABOUT_A_SECOND_MS = 20_000;

const press = (program: Program, more: Partial<ReturnType<typeof sale>> = {}) =>
  program.execute('startSale', { ...sale(), terminalId: '71000002', ...more });
const record = (program: Program, reference: string, confirmed: ReturnType<typeof sale>['confirmed'] = []) =>
  program.execute('recordManualEntry', {
    ...{
      idempotencyKey: randomUUID(),
      mode: 'production',
      amountMinor: 700,
      reference,
      lastFour: '',
      receipt: '17',
      reason: 'Verkko poikki',
    },
    confirmed,
  });
const warned = { ok: false, error: { code: 'confirmation-needed', warnings: ['same-reference-elsewhere'] } };

/** The bar has sold to a guest, and the reception is open. */
async function sold(play = approve(), { strapi, cloud, desk }: Property, reference = 'R-1001') {
  const [bar, reception] = [desk({ pointOfSale: 'Baari' }), desk()];
  await opened(reception);
  cloud.terminal('71000001').play(play);
  const id = await sell(bar, { reference });
  return { strapi, cloud, bar, reception, id };
}

describe('a booking that another desk charges', () => {
  it('is asked about as soon as it is approved, and is sold when the desk says so', async () => {
    const house = await property();
    const { bar, reception, id } = await sold(approve(), house);
    await untilPayment(bar, id, 'approved');
    const approvedAt = performance.now();
    await expect.poll(() => house.strapi.records.map(({ state }) => state), patient).toEqual(['approved']);
    const form = sale();
    const asks = async () => press(reception, { ...form, reference: 'r 1001', terminalId: '71000002' });
    await expect.poll(asks, { ...patient, interval: 50 }).toMatchObject({
      ...warned,
      error: {
        ...warned.error,
        elsewhere: { state: 'charged', desk: 'Baari', amountMinor: 1250, terminalName: 'Päätelaite I', others: 0 },
      },
    });
    process.stdout.write(`the other desk is warned ${Math.round(performance.now() - approvedAt)} ms after the approval\n`);
    house.cloud.terminal('71000002').play(approve());
    const sure = await press(reception, { ...form, reference: 'r 1001', terminalId: '71000002', confirmed: ['same-reference-elsewhere'] });
    if (!sure.ok) throw new Error(sure.error.code);
    await untilPayment(reception, sure.value.paymentId, 'approved');
    await expect.poll(() => house.strapi.records.map(({ state }) => state), patient).toEqual(['approved', 'approved']);
  });

  it('is asked about while it is not known, by card and by hand', async () => {
    const house = await property();
    const { bar, reception, id } = await sold(html502(), house);
    await untilPayment(bar, id, 'checking');
    await expect.poll(() => house.strapi.records.map(({ state }) => state), patient).toEqual(['checking']);
    expect(await press(reception, { reference: 'R-1001' })).toMatchObject({
      ...warned,
      error: { ...warned.error, elsewhere: { state: 'unclear' } },
    });
    expect(await record(reception, 'R-1001')).toMatchObject({ ...warned, error: { ...warned.error, elsewhere: { state: 'unclear' } } });
    expect(await record(reception, 'R-1001', ['same-reference-elsewhere'])).toMatchObject({ ok: true });
  });

  it('is no question of the desk that charges it', async () => {
    const house = await property();
    const { bar, id } = await sold(approve(), house);
    await untilPayment(bar, id, 'approved');
    await expect.poll(() => house.strapi.records.map(({ state }) => state), patient).toEqual(['approved']);
    await bar.execute('closeOutcome', { paymentId: id, shown: 'approved', keepDraft: false });
    expect(await press(bar, { reference: 'R-1001' })).toMatchObject({ error: { warnings: ['same-reference-paid'] } });
  });

  it('is not looked for where there is no reference', async () => {
    const house = await property();
    const { bar, reception, id } = await sold(approve(), house, '');
    await untilPayment(bar, id, 'approved');
    await expect.poll(() => house.strapi.records.length, patient).toBe(1);
    house.cloud.terminal('71000002').play(approve());
    expect(await press(reception, { reference: ' - ' })).toMatchObject({ ok: true });
    expect(house.strapi.asked.filter(({ method }) => method === 'GET')).toEqual([]);
  });
});

const html: Instead = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
  return true;
};
const tooMany: Instead = (_, response) => {
  send(response, { status: 200, body: { data: Array.from({ length: 10_000 }, () => ({ state: 'approved' })), meta: { pagination: {} } } });
  return true;
};
const half: Instead = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"data": [{"paymentId"');
  return true;
};

describe('a Strapi that cannot be asked', () => {
  it.each<[string, Instead, string]>([
    ['says nothing', () => true, 'unreachable'],
    ['answers half', half, 'unreachable'],
    ['answers a page', html, 'unreadable'],
    ['answers ten thousand records', tooMany, 'unreadable'],
    [
      'refuses the token',
      (_, response) => {
        send(response, { status: 403, body: { data: null, error: { status: 403, name: 'ForbiddenError' } } });
        return true;
      },
      'not-authorised',
    ],
    [
      'has no such type',
      (_, response) => {
        send(response, { status: 404, body: { data: null, error: { status: 404, name: 'NotFoundError' } } });
        return true;
      },
      'type-missing',
    ],
  ])('and %s holds up a sale for a second at most, and the desk is told', async (_what, answer, why) => {
    const { strapi, cloud, desk } = await property();
    const program = desk();
    await opened(program);
    strapi.instead(answer);
    cloud.terminal('71000002').play(approve());
    const begun = performance.now();
    const started = await press(program);
    expect(performance.now() - begun).toBeLessThan(ABOUT_A_SECOND_MS);
    if (!started.ok) throw new Error(started.error.code);
    expect((await shownBy(program)).otherDesks.unseen).toMatchObject({ why });
    await untilPayment(program, started.value.paymentId, 'approved');
  });

  it('is gone: both desks sell on, and see each other again when it is back', async () => {
    const house = await property();
    const [bar, reception] = [house.desk({ pointOfSale: 'Baari' }), house.desk()];
    await opened(bar);
    await opened(reception);
    await house.strapi.goAway();
    for (const [program, terminalId] of [
      [bar, '71000001'],
      [reception, '71000002'],
    ] as const) {
      house.cloud.terminal(terminalId).play(approve());
      const begun = performance.now();
      const started = await press(program, { reference: 'R-1', terminalId });
      expect(performance.now() - begun).toBeLessThan(ABOUT_A_SECOND_MS);
      if (!started.ok) throw new Error(started.error.code);
      await untilPayment(program, started.value.paymentId, 'approved');
      await program.execute('closeOutcome', { paymentId: started.value.paymentId, shown: 'approved', keepDraft: false });
    }
    expect((await shownBy(bar)).otherDesks).toMatchObject({ count: 1, unseen: { why: 'unreachable' } });
    await house.strapi.comeBack();
    await expect.poll(() => house.strapi.records.map(({ state }) => state), patient).toEqual(['approved', 'approved']);
    expect(await press(bar, { reference: 'R-1', terminalId: '71000001' })).toMatchObject({
      error: { warnings: ['same-reference-paid', 'same-reference-elsewhere'] },
    });
    expect((await shownBy(bar)).otherDesks).toMatchObject({ count: 0, unseen: null });
  });
});

describe('a terminal that two desks share', () => {
  it('tells beside an unclear payment what the other one has begun there since, and nothing else changes', async () => {
    const house = await property();
    const { bar, reception, cloud, id } = await sold(html502(), house);
    const before = await untilPayment(bar, id, 'checking');
    cloud.terminal('71000001').play(approve());
    const other = await press(reception, { terminalId: '71000001' });
    if (!other.ok) throw new Error(other.error.code);
    await untilPayment(reception, other.value.paymentId, 'approved');
    await expect.poll(() => house.strapi.records.map(({ state }) => state), patient).toContain('approved');
    // Tarkista nyt.
    await bar.execute('refreshPayment', { paymentId: id });
    const begun = async () => (await shownBy(bar)).otherDesks.begun;
    await expect.poll(begun, patient).toEqual([{ paymentId: id, desk: 'Vastaanotto', at: expect.stringMatching(/^2\d{3}-/) }]);
    const { state, moneyMoved, canLookUp } = before;
    expect((await shownBy(bar)).current).toMatchObject({ id, state, moneyMoved, canLookUp });
  });

  it('is looked at when a payment becomes unclear, and not again and again', async () => {
    const house = await property();
    const { bar, id } = await sold(html502(), house);
    await untilPayment(bar, id, 'checking');
    const looks = () => house.strapi.asked.filter(({ query }) => query.has('filters[terminalId][$eq]')).length;
    await expect.poll(looks, patient).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(looks()).toBe(1);
  });
});
