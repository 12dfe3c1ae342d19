import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { systemClock } from '../../../electron/system/clock.ts';
import { slowCall } from '../../support/connect-cloud/call-scripts.ts';
import { type ConnectCloud, decline, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const closers: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function set(): Promise<{ program: Program; cloud: ConnectCloud; later: (ms: number) => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-declined-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  let shift = 0;
  const clock = { ...systemClock, elapsed: () => systemClock.elapsed() + shift };
  const program = composeForTest(folder, cloud.baseUrl, undefined, { clock });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
    () => program.close(),
  );
  const later = (ms: number): void => {
    shift += ms;
  };
  return { program, cloud, later };
}

/** The terminal reports a decline with this code. */
async function declined(program: Program, cloud: ConnectCloud, code: string): Promise<{ paymentId: string; orderId: string }> {
  cloud.terminal('71000001').play(decline(code));
  const started = await program.execute('startSale', { ...sale(), reference: 'R-1' });
  if (!started.ok) throw new Error(started.error.code);
  const { orderId } = await untilPayment(program, started.value.paymentId, 'declined');
  const { paymentId } = started.value;
  // As `Yritä uudelleen` does it.
  await program.execute('closeOutcome', { paymentId, shown: 'declined', keepDraft: true });
  return { paymentId, orderId };
}

const lookups = (cloud: ConnectCloud): number =>
  cloud.requestsOf('71000001').filter(({ method, path }) => method === 'GET' && path.endsWith('/transaction')).length;
const posts = (cloud: ConnectCloud): number => cloud.ledger.entries().reduce((sum, entry) => sum + entry.posts, 0);

describe('a sale on a terminal that declined a moment ago', () => {
  it('is not sent before the desk has heard that the declined one was approved after all', async () => {
    const { program, cloud } = await set();
    const { paymentId, orderId } = await declined(program, cloud, '65');
    // The guest keyed in the PIN, and the terminal went on with the same order.
    cloud.terminal('71000001').otherDesk({ orderId, amountMinor: 1250, outcome: 'approved' });
    const again = await program.execute('startSale', { ...sale(), reference: 'R-1' });
    expect(again).toMatchObject({ ok: false, error: { code: 'confirmation-needed' } });
    expect(again.ok ? [] : again.error.warnings).toContain('older-proven-paid');
    expect(posts(cloud)).toBe(1);
    await expect(untilPayment(program, paymentId, 'approved')).resolves.toMatchObject({ proof: 'lookup', chargedMinor: 1250 });
    const snapshot = await program.execute('snapshot', null);
    expect(snapshot.ok && snapshot.value.attention.lateApprovals.map((late) => late.paymentId)).toEqual([paymentId]);
  });

  it('goes out after that look where nothing else came of the decline', async () => {
    const { program, cloud } = await set();
    await declined(program, cloud, '1A');
    const again = await program.execute('startSale', { ...sale(), reference: 'R-1' });
    expect(again.ok).toBe(true);
    expect(lookups(cloud)).toBe(1);
  });

  it('waits for a slow look no longer than a guest would', async () => {
    const { program, cloud } = await set();
    await declined(program, cloud, '05');
    cloud.terminal('71000001').lookups.play(slowCall(20_000));
    const begun = performance.now();
    const again = await program.execute('startSale', { ...sale(), reference: 'R-1' });
    expect(again.ok).toBe(true);
    // Far from the look's own 20 s, however busy the machine is.
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('is not sent to another terminal either, before the first one was looked at', async () => {
    const { program, cloud } = await set();
    const { paymentId, orderId } = await declined(program, cloud, '1A');
    cloud.terminal('71000001').otherDesk({ orderId, amountMinor: 1250, outcome: 'approved' });
    await program.execute('chooseTerminal', { terminalId: '71000002' });
    const again = await program.execute('startSale', { ...sale(), terminalId: '71000002', reference: 'R-2' });
    expect(again.ok ? [] : again.error.warnings).toContain('older-proven-paid');
    expect(posts(cloud)).toBe(1);
    await expect(untilPayment(program, paymentId, 'approved')).resolves.toMatchObject({ proof: 'lookup' });
  });

  it('needs no look two minutes later', async () => {
    const { program, cloud, later } = await set();
    await declined(program, cloud, '51');
    later(121_000);
    const again = await program.execute('startSale', { ...sale(), reference: 'R-1' });
    expect(again.ok).toBe(true);
    expect(lookups(cloud)).toBe(0);
  });
});
