import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { approve, html502 } from '../../support/connect-cloud/index.ts';
import { send } from '../../support/strapi/shared-strapi.ts';
import { untilPayment } from './program.ts';
import { opened, property, sell, shownBy } from './property.ts';

const patient = { timeout: 60_000 };
const record = (mode: 'production' | 'training' = 'production', reference = 'R-7') => ({
  ...{ idempotencyKey: randomUUID(), mode, amountMinor: 700, reference, lastFour: '', receipt: '0017', reason: 'Verkko poikki' },
  confirmed: [],
});
const settled = async (program: Program) => (await shownBy(program)).otherDesks;

describe('what a desk shares', () => {
  it('is the newest state of each payment, one record each', async () => {
    const { strapi, cloud, desk } = await property();
    const program = desk({ pointOfSale: 'Baari' });
    cloud.terminal('71000001').play(approve());
    const id = await sell(program, { reference: 'R-1001' });
    await untilPayment(program, id, 'approved');
    await program.execute('closeOutcome', { paymentId: id, shown: 'approved', keepDraft: false });
    expect(await program.execute('recordManualEntry', record())).toMatchObject({ ok: true });
    await expect.poll(() => strapi.records.length, patient).toBe(2);
    await expect.poll(() => strapi.records.map(({ state }) => state), patient).toEqual(['approved', 'settled-by-person']);
    expect(strapi.records[0]).toMatchObject({
      paymentId: id,
      reference: 'R-1001',
      desk: 'Baari',
      terminalId: '71000001',
      chargedMinor: 1250,
    });
    expect(strapi.records[1]).toMatchObject({ kind: 'manual', desk: 'Baari', moneyMoved: 'yes', chargedMinor: 700 });
    await expect.poll(() => settled(program), patient).toMatchObject({ isShared: true, count: 0 });
  });

  it('is what is not known, too', async () => {
    const { strapi, cloud, desk } = await property();
    const program = desk();
    cloud.terminal('71000001').play(html502());
    await sell(program);
    await expect.poll(() => strapi.records.map(({ state, moneyMoved }) => `${state} ${moneyMoved}`), patient).toEqual(['checking unknown']);
  });

  it('waits where Strapi does not take it, and is no event that Willba has not accepted', async () => {
    const { strapi, desk } = await property();
    const program = desk();
    strapi.instead((_, response) => {
      send(response, { status: 403, body: { data: null, error: { status: 403, name: 'ForbiddenError' } } });
      return true;
    });
    const id = await sell(program);
    await untilPayment(program, id, 'approved');
    await expect.poll(() => settled(program), patient).toMatchObject({ isShared: true, count: 1, last: { status: 403 } });
    expect((await shownBy(program)).willba).toMatchObject({ isSetUp: false, count: 0, waiting: [] });
    strapi.instead(null);
    // Support has given the token its right, and tests it: what waits goes at once.
    expect(await program.execute('testConnections', null)).toMatchObject({ value: { otherDesks: { reading: 'ok', writing: 'ok' } } });
    await expect.poll(() => strapi.records.map(({ state }) => state), patient).toEqual(['approved']);
    await expect.poll(() => settled(program), patient).toMatchObject({ count: 0 });
  });

  it('is caught up with after a restart', async () => {
    const { strapi, desk, newFolder } = await property();
    const folder = newFolder();
    const first = desk({ folder });
    await opened(first);
    await strapi.goAway();
    const id = await sell(first);
    await untilPayment(first, id, 'approved');
    await first.close();
    await strapi.comeBack();
    await shownBy(desk({ folder }));
    await expect.poll(() => strapi.records.map(({ state }) => state), patient).toEqual(['approved']);
  });

  it('is nothing without a token that may write, and nothing is said of it', async () => {
    const { strapi, desk } = await property();
    const program = desk({ tokens: { token: strapi.readToken } });
    const id = await sell(program, { reference: '' });
    await untilPayment(program, id, 'approved');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(strapi.asked).toEqual([]);
    expect(await settled(program)).toMatchObject({ isShared: false, count: 0, last: null });
  });

  it('is nothing of training', async () => {
    const { strapi, desk } = await property();
    const program = desk({ training: true });
    expect(await program.execute('recordManualEntry', record('training', ''))).toMatchObject({ ok: true });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(strapi.asked).toEqual([]);
    expect(await settled(program)).toMatchObject({ isShared: false });
  });
});
