import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import {
  answerWith,
  approve,
  type ConnectCloud,
  hold,
  notConnected,
  type Script,
  startConnectCloud,
} from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale } from './program.ts';

const closers: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function set() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-beside-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  const open = (): Program => {
    const program = composeForTest(folder, cloud.baseUrl);
    closers.push(() => program.close());
    return program;
  };
  return { cloud, open };
}

/** Waits as long as it takes on a busy machine, and fails with what it saw. */
async function until(program: Program, paymentId: string, isSo: (payment: PaymentView) => boolean): Promise<PaymentView> {
  let seen: PaymentView | undefined;
  for (const deadline = performance.now() + 50_000; performance.now() < deadline; ) {
    const snapshot = await program.execute('snapshot', null);
    seen = snapshot.ok ? snapshot.value.today.payments.find(({ id }) => id === paymentId) : undefined;
    if (seen !== undefined && isSo(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the payment is ${seen?.state ?? 'not there'} (${seen?.reason ?? 'no reason'})`);
}

/** 80,00 is at the terminal, its connection breaks, and the desk goes on. The guest is still at the terminal. */
async function leftBehind(program: Program, cloud: ConnectCloud): Promise<string> {
  const played = cloud.terminal('71000001').play(hold());
  const started = await program.execute('startSale', { ...sale(), amountMinor: 8000, reference: 'R-80' });
  if (!started.ok) throw new Error(started.error.code);
  const { paymentId } = started.value;
  await played.arrived;
  cloud.dropConnections();
  await until(program, paymentId, ({ state }) => state === 'checking');
  expect((await program.execute('releasePayment', { paymentId })).ok).toBe(true);
  return paymentId;
}

/** 15,00 for the next guest on the same terminal. Null script: the terminal itself says that it is busy. */
async function nextGuest(program: Program, cloud: ConnectCloud, script: Script | null): Promise<string> {
  if (script !== null) cloud.terminal('71000001').play(script);
  const confirmed = ['terminal-has-unclear', 'older-proven-paid'] as const;
  const started = await program.execute('startSale', { ...sale(), amountMinor: 1500, reference: 'R-15', confirmed: [...confirmed] });
  if (!started.ok) throw new Error(started.error.code);
  const { paymentId } = started.value;
  await until(program, paymentId, ({ state }) => state === 'refused');
  return paymentId;
}

const unauthorised = answerWith({ error: '9100 unauthorised' }, { status: 401, says: 'refused' });

describe('a sale that is refused on a terminal where an older one is still unproven', () => {
  it.each<[string, Script | null]>([
    ['busy with that very guest', null],
    ['not authorised', unauthorised],
    ['not connected', notConnected()],
  ])('because it is %s: the older one is found when its guest pays', async (_why, script) => {
    const { cloud, open } = await set();
    const program = open();
    const first = await leftBehind(program, cloud);
    await nextGuest(program, cloud, script);
    const unproven = await until(program, first, ({ state }) => state === 'checking' || state === 'unresolved');
    expect(unproven.reason).not.toBe('overwritten');
    cloud.terminal('71000001').release(approve());
    const found = await until(program, first, ({ state }) => state === 'approved');
    expect(found).toMatchObject({ chargedMinor: 8000, proof: 'lookup', moneyMoved: 'yes' });
    expect(cloud.ledger.entries().reduce((sum, entry) => sum + entry.posts, 0)).toBe(2);
  });

  it('also when the program was started again in between', async () => {
    const { cloud, open } = await set();
    const before = open();
    const first = await leftBehind(before, cloud);
    await nextGuest(before, cloud, null);
    await before.close();
    cloud.terminal('71000001').release(approve());
    const found = await until(open(), first, ({ state }) => state === 'approved');
    expect(found).toMatchObject({ chargedMinor: 8000, proof: 'lookup' });
  });
});
