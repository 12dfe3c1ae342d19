import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { CommandInput, Snapshot } from '../../../shared/ipc/contract.ts';
import { approve, approveThenCut, decline, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function seen(program: Program): Promise<Snapshot> {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

async function start(program: Program, confirmed: CommandInput<'startSale'>['confirmed'] = []): Promise<string> {
  const started = await program.execute('startSale', { ...sale(), confirmed });
  if (!started.ok) throw new Error(`${started.error.code} ${started.error.warnings?.join(', ')}`);
  return started.value.paymentId;
}

/** A payment whose answer is lost, and whose terminal has taken a newer sale since: nothing can prove it any more. */
async function overwritten(): Promise<{ program: Program; paymentId: string; reopen: () => Promise<Program> }> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-settling-'));
  // Nets shows the charge only after the newer sale is over: the lookup before it must not find it.
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 60_000 });
  const program = composeForTest(folder, cloud.baseUrl);
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
    () => program.close(),
  );
  const terminal = cloud.terminal('71000001');
  terminal.play(approveThenCut('before'));
  const paymentId = await start(program);
  await untilPayment(program, paymentId, 'checking');
  await program.execute('releasePayment', { paymentId });
  expect((await seen(program)).attention.unclearCount).toBe(1);
  terminal.play(decline());
  await untilPayment(program, await start(program, ['terminal-has-unclear']), 'declined');
  await untilPayment(program, paymentId, 'unresolved');
  const reopen = async (): Promise<Program> => {
    await program.close();
    const next = composeForTest(folder, cloud.baseUrl);
    closers.push(() => next.close());
    return next;
  };
  return { program, paymentId, reopen };
}

const word = (paymentId: string, more: Partial<CommandInput<'settlePayment'>> = {}): CommandInput<'settlePayment'> => ({
  paymentId,
  by: 'Maija V.',
  reason: 'Vieraalla on kuitti',
  verdict: { charged: true, receipt: '004711', lastFour: '1234' },
  ...more,
});

describe('a named person settles what nothing can prove', () => {
  it('keeps name, reason and receipt over a restart, and the day counts the charge once', async () => {
    const { program, paymentId, reopen } = await overwritten();
    expect((await program.execute('settlePayment', word(paymentId))).ok).toBe(true);
    const settlement = { charged: true, by: 'Maija V.', reason: 'Vieraalla on kuitti', evidence: '004711 ····1234' };
    expect(await untilPayment(program, paymentId, 'settled-by-person')).toMatchObject({
      settlement,
      moneyMoved: 'yes',
      proof: 'person',
      chargedMinor: 1250,
    });
    expect((await program.execute('settlePayment', word(paymentId))).ok).toBe(false);
    const after = await seen(await reopen());
    expect(after.today).toMatchObject({ count: 1, totalMinor: 1250 });
    expect(after.today.payments.find(({ id }) => id === paymentId)).toMatchObject({ settlement });
    expect(after.attention.unclearCount).toBe(0);
  });

  it('not charged: nothing is counted', async () => {
    const { program, paymentId } = await overwritten();
    await program.execute('settlePayment', word(paymentId, { verdict: { charged: false } }));
    expect(await untilPayment(program, paymentId, 'settled-by-person')).toMatchObject({ moneyMoved: 'no', chargedMinor: 0 });
    expect((await seen(program)).today).toMatchObject({ count: 0, totalMinor: 0 });
  });

  it.each<[string, Partial<CommandInput<'settlePayment'>>, string]>([
    ['no name', { by: '   ' }, 'invalid-request'],
    ['no reason', { reason: ' ' }, 'invalid-request'],
    ['a card number in the reason', { reason: 'kortti 4111 1111 1111 1111' }, 'card-number-in-text'],
    ['charged without a receipt', { verdict: { charged: true, receipt: ' ', lastFour: '1234' } }, 'invalid-request'],
    ['a payment that is not there', { paymentId: 'nobody' }, 'payment-unknown'],
  ])('refuses %s and changes nothing', async (_what, more, code) => {
    const { program, paymentId } = await overwritten();
    expect(await program.execute('settlePayment', word(paymentId, more))).toMatchObject({ ok: false, error: { code } });
    expect((await seen(program)).today.payments.find(({ id }) => id === paymentId)).toMatchObject({ state: 'unresolved' });
  });

  it('shows the evidence: what was asked, what came, what it proves, who decided', async () => {
    const { program, paymentId } = await overwritten();
    await program.execute('settlePayment', word(paymentId));
    const evidence = await program.execute('paymentEvidence', { paymentId });
    if (!evidence.ok) throw new Error(evidence.error.code);
    const told = evidence.value.entries.map(({ kind, verdict, state }) => [kind, verdict, state]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['started', null, 'created'],
        ['request-written', null, 'sent'],
        ['answered', 'unknown', 'checking'],
        ['released', null, 'checking'],
        ['looked-up', 'no-proof', 'checking'],
        ['overwritten', null, 'unresolved'],
        ['settled', null, 'settled-by-person'],
      ]),
    );
    const asked = evidence.value.entries.find(({ kind }) => kind === 'looked-up');
    expect(asked?.answer).toMatchObject({ status: 200, bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await program.execute('paymentEvidence', { paymentId: 'nobody' })).toMatchObject({ ok: false });
  });
});

describe('an approval that comes after the desk went on', () => {
  it('is announced until somebody opens it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-late-'));
    const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 4_000 });
    const program = composeForTest(folder, cloud.baseUrl);
    closers.push(
      async () => rmSync(folder, { recursive: true, force: true }),
      () => cloud.close(),
      () => program.close(),
    );
    cloud.terminal('71000001').play(approveThenCut('before'));
    const paymentId = await start(program);
    await untilPayment(program, paymentId, 'checking');
    await program.execute('releasePayment', { paymentId });
    await untilPayment(program, paymentId, 'approved');
    expect(await seen(program)).toMatchObject({ attention: { lateApprovals: [{ paymentId, chargedMinor: 1250 }], unclearCount: 0 } });
    await program.execute('showPayment', { paymentId });
    expect((await seen(program)).attention.lateApprovals).toEqual([]);
  });

  it('says nothing of a payment that the desk is looking at', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-late-'));
    const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
    const program = composeForTest(folder, cloud.baseUrl);
    closers.push(
      async () => rmSync(folder, { recursive: true, force: true }),
      () => cloud.close(),
      () => program.close(),
    );
    cloud.terminal('71000001').play(approve());
    await untilPayment(program, await start(program), 'approved');
    expect(await seen(program)).toMatchObject({ attention: { lateApprovals: [], unclearCount: 0 } });
  });
});
