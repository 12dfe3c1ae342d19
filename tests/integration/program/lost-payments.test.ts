import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { journalPath } from '../../../electron/storage/open-storage.ts';
import { selfCheck } from '../../../electron/support/self-check.ts';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { approve, type ConnectCloud, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-lost-'));
  closers.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

async function newCloud(): Promise<ConnectCloud> {
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(() => cloud.close());
  return cloud;
}

function open(folder: string, cloud: ConnectCloud): Program {
  const program = composeForTest(folder, cloud.baseUrl);
  closers.push(() => program.close());
  return program;
}

async function shownBy(program: Program) {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}
const missing = async (program: Program) => (await shownBy(program)).missingPayments;

const databaseCheck = async (program: Program) => {
  const check = await program.execute('runCheck', { name: 'database', terminalId: null });
  return check.ok ? check.value : check.error;
};

async function pay(program: Program, cloud: ConnectCloud, reference: string): Promise<string> {
  cloud.terminal('71000001').play(approve());
  const started = await program.execute('startSale', { ...sale(), reference });
  if (!started.ok) throw new Error(started.error.code);
  await untilPayment(program, started.value.paymentId, 'approved');
  await program.execute('closeOutcome', { paymentId: started.value.paymentId, shown: 'approved', keepDraft: false });
  return started.value.paymentId;
}

/** The files as SIGKILL leaves them at this moment, in a folder of their own. */
function kill(folder: string): string {
  const left = newFolder();
  cpSync(folder, left, { recursive: true });
  return left;
}

/** A desk that was closed once and then killed with two paid sales in its log. */
async function killedWithPaidSales() {
  const cloud = await newCloud();
  const folder = newFolder();
  const first = open(folder, cloud);
  await pay(first, cloud, 'R-1');
  await first.close();
  const second = open(folder, cloud);
  const before = new Date().toISOString();
  await pay(second, cloud, 'R-2');
  await pay(second, cloud, 'R-3');
  return { cloud, folder: kill(folder), before };
}

const wal = (folder: string): string => `${journalPath(folder)}-wal`;

describe('a journal whose log was lost', () => {
  it.each([
    ['deleted', (folder: string) => rmSync(wal(folder))],
    ['deleted with its index', (folder: string) => ['-wal', '-shm'].forEach((end) => void rmSync(journalPath(folder) + end))],
    ['emptied', (folder: string) => truncateSync(wal(folder), 0)],
    ['overwritten', (folder: string) => writeFileSync(wal(folder), Buffer.alloc(40_000, 7))],
    ['cut short', (folder: string) => truncateSync(wal(folder), 32 + 4120 * 2)],
  ])('by a log that was %s is told, from when to when, and a sale asks before it charges', async (_how, lose) => {
    const { cloud, folder, before } = await killedWithPaidSales();
    lose(folder);
    expect((await selfCheck(folder, '0', '')).healthy).toBe(false);
    const program = open(folder, cloud);
    const told = await missing(program);
    expect(told).not.toBeNull();
    expect(told !== null && told.from !== null && told.from < before && told.to > before).toBe(true);
    expect(await databaseCheck(program)).toMatchObject({ result: 'failed', reason: 'payments-missing' });
    expect(await selfCheck(folder, '0', '')).toMatchObject({ healthy: false, missingPayments: told });
    const again = { ...sale(), reference: 'R-3' };
    expect(await program.execute('startSale', again)).toMatchObject({
      ok: false,
      error: { code: 'confirmation-needed', warnings: ['payments-may-be-missing'] },
    });
    cloud.terminal('71000001').play(approve());
    expect(await program.execute('startSale', { ...again, confirmed: ['payments-may-be-missing'] })).toMatchObject({ ok: true });
  });

  it('is told until a named person has read it, over restarts, and not after', async () => {
    const { cloud, folder } = await killedWithPaidSales();
    rmSync(wal(folder));
    const first = open(folder, cloud);
    const told = await missing(first);
    // Later sales fill the numbers of the lost ones: the notice stays.
    cloud.terminal('71000001').play(approve());
    const sold = await first.execute('startSale', { ...sale(), confirmed: ['payments-may-be-missing'] });
    if (!sold.ok) throw new Error(sold.error.code);
    await untilPayment(first, sold.value.paymentId, 'approved');
    await first.close();
    const second = open(folder, cloud);
    expect(await missing(second)).toEqual(told);
    const to = told?.to ?? '';
    expect(await second.execute('missingPaymentsRead', { by: ' ', to })).toMatchObject({ ok: false });
    expect(await second.execute('missingPaymentsRead', { by: 'Maija V.', to: '2020-01-01T00:00:00.000Z' })).toMatchObject({ ok: false });
    expect(await missing(second)).toEqual(told);
    expect(await second.execute('missingPaymentsRead', { by: 'Maija V.', to })).toMatchObject({ ok: true });
    expect(await missing(second)).toBeNull();
    expect(await databaseCheck(second)).toMatchObject({ result: 'ok' });
    await second.close();
    expect((await selfCheck(folder, '0', '')).healthy).toBe(true);
    const third = open(folder, cloud);
    expect(await missing(third)).toBeNull();
    await pay(third, cloud, 'R-9');
  });

  it('asks before a record by hand and before a refund as well', async () => {
    const { cloud, folder } = await killedWithPaidSales();
    truncateSync(wal(folder), 0);
    const program = open(folder, cloud);
    const record = {
      idempotencyKey: randomUUID(),
      mode: 'production',
      amountMinor: 700,
      reference: 'R-3',
      lastFour: '1234',
      receipt: '448812',
      reason: 'Pääte oli poissa',
      confirmed: [],
    } satisfies CommandInput<'recordManualEntry'>;
    const asked = { ok: false, error: { code: 'confirmation-needed', warnings: ['payments-may-be-missing'] } };
    expect(await program.execute('recordManualEntry', record)).toMatchObject(asked);
    const snapshot = await program.execute('snapshot', null);
    const originalId = snapshot.ok ? (snapshot.value.today.payments[0]?.id ?? '') : '';
    const refund = { idempotencyKey: randomUUID(), originalId, amountMinor: 100, terminalId: '71000001', confirmed: [] };
    expect(await program.execute('startRefund', refund)).toMatchObject(asked);
  });
});

describe('a journal that was replaced', () => {
  it('by an older copy after a clean close is told, and an unclear payment is not lost in silence', async () => {
    const cloud = await newCloud();
    const folder = newFolder();
    const first = open(folder, cloud);
    await pay(first, cloud, 'R-1');
    await first.close();
    const older = kill(folder);
    const second = open(folder, cloud);
    await pay(second, cloud, 'R-2');
    await second.close();
    cpSync(journalPath(older), journalPath(folder));
    const program = open(folder, cloud);
    expect(await missing(program)).not.toBeNull();
    // Another older copy, put there before anybody has read: still told.
    await program.close();
    cpSync(journalPath(older), journalPath(folder));
    expect(await missing(open(folder, cloud))).not.toBeNull();
  });

  it('by an older copy in which more was sold since is told by the row, not by the count', async () => {
    const cloud = await newCloud();
    const folder = newFolder();
    const first = open(folder, cloud);
    await pay(first, cloud, 'R-1');
    await first.close();
    const elsewhere = kill(folder);
    const second = open(folder, cloud);
    await pay(second, cloud, 'R-2');
    await second.close();
    const beside = open(elsewhere, cloud);
    for (const reference of ['R-5', 'R-6', 'R-7']) await pay(beside, cloud, reference);
    await beside.close();
    cpSync(journalPath(elsewhere), journalPath(folder));
    expect(await missing(open(folder, cloud))).not.toBeNull();
  });

  it('by nothing at all is told: a journal that vanished is no first start', async () => {
    const cloud = await newCloud();
    const folder = newFolder();
    const first = open(folder, cloud);
    await pay(first, cloud, 'R-1');
    await first.close();
    rmSync(journalPath(folder));
    expect((await selfCheck(folder, '0', '')).healthy).toBe(false);
    expect(await missing(open(folder, cloud))).toMatchObject({ from: null });
  });
});

describe('nothing is told', () => {
  it('at a first start, after a close, and after a kill that lost nothing', async () => {
    const cloud = await newCloud();
    const folder = newFolder();
    const first = open(folder, cloud);
    expect(await missing(first)).toBeNull();
    await pay(first, cloud, 'R-1');
    const killed = open(kill(folder), cloud);
    expect(await missing(killed)).toBeNull();
    await first.close();
    expect((await selfCheck(folder, '0', '')).healthy).toBe(true);
    expect(await missing(open(folder, cloud))).toBeNull();
  });

  it('in training of what production lost', async () => {
    const { cloud, folder } = await killedWithPaidSales();
    rmSync(wal(folder));
    const program = open(folder, cloud);
    expect(await missing(program)).not.toBeNull();
    expect(await program.execute('startTraining', null)).toMatchObject({ ok: true });
    expect(await missing(program)).toBeNull();
  });
});
