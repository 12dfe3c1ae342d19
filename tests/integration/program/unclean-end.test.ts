import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { Found, RunningCheck } from '../../../electron/storage/check-in-worker.ts';
import { DamagedContent } from '../../../electron/storage/storage-failure.ts';
import type { CommandInput, PosEvent } from '../../../shared/ipc/contract.ts';
import { approve, approveThenCut, type ConnectCloud, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { filesNow, grownJournal, killedOver } from '../storage/damage.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

/** The check of each start here ends when the test says so. */
const checks = vi.hoisted(() => [] as ((found: Found) => void)[]);
vi.mock('../../../electron/storage/check-in-worker.ts', () => ({
  checkInWorker(): RunningCheck {
    const { promise: found, resolve } = Promise.withResolvers<Found>();
    checks.push(resolve);
    return { found, stop: async () => undefined };
  },
}));
const end = (found: Found): void => checks.at(-1)?.(found);

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  checks.length = 0;
});

async function newCloud(): Promise<ConnectCloud> {
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(() => cloud.close());
  return cloud;
}

function open(path: string, cloud: ConnectCloud) {
  const program = composeForTest(dirname(path), cloud.baseUrl);
  const events: PosEvent[] = [];
  program.subscribe((event) => void events.push(event));
  closers.push(() => program.close());
  return { program, events };
}

const record = (): CommandInput<'recordManualEntry'> => ({
  idempotencyKey: randomUUID(),
  mode: 'production',
  amountMinor: 700,
  reference: 'R-M',
  lastFour: '1234',
  receipt: '448812',
  reason: 'Pääte oli poissa',
  confirmed: [],
});

/** Whether it has been answered by now. */
async function isAnswered(press: Promise<unknown>): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return Promise.race([press.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}

async function shownBy(program: Program) {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

describe('after a run that did not close', () => {
  it('a press and a record by hand wait for the check of the file, and are done when it is whole', async () => {
    const cloud = await newCloud();
    const { program } = open(killedOver(await grownJournal()), cloud);
    expect((await shownBy(program)).selling).toMatchObject({ possible: true, problem: null });
    cloud.terminal('71000001').play(approve());
    const pressed = program.execute('startSale', sale());
    expect(await isAnswered(pressed)).toBe(false);
    expect(cloud.ledger.entries()).toEqual([]);
    end({ kind: 'whole' });
    const started = await pressed;
    if (!started.ok) throw new Error(started.error.code);
    await untilPayment(program, started.value.paymentId, 'approved');
    await program.execute('closeOutcome', { paymentId: started.value.paymentId, shown: 'approved', keepDraft: false });
    expect(await program.execute('recordManualEntry', record())).toMatchObject({ ok: true });
  });

  it.each(['startSale', 'recordManualEntry'] as const)('%s that waited is refused where the file turns out damaged', async (command) => {
    const cloud = await newCloud();
    const { program, events } = open(killedOver(await grownJournal()), cloud);
    await shownBy(program);
    const pressed = command === 'startSale' ? program.execute('startSale', sale()) : program.execute('recordManualEntry', record());
    expect(await isAnswered(pressed)).toBe(false);
    events.length = 0;
    end({ kind: 'damaged', cause: new DamagedContent('quick_check: the test says so') });
    expect(await pressed).toMatchObject({ ok: false, error: { code: 'journal-unavailable', moneyMoved: 'no' } });
    await vi.waitFor(() => expect(events.findLast(({ selling }) => selling !== undefined)?.selling?.problem).toBe('journal-damaged'), {
      timeout: 60_000,
    });
    expect(cloud.ledger.entries()).toEqual([]);
  });

  it('what was open is looked up meanwhile', async () => {
    const cloud = await newCloud();
    const path = await grownJournal();
    const first = open(path, cloud);
    cloud.terminal('71000001').play(approveThenCut('before'));
    const started = await first.program.execute('startSale', sale());
    if (!started.ok) throw new Error(started.error.code);
    await untilPayment(first.program, started.value.paymentId, 'checking');
    const { program } = open(filesNow(path), cloud);
    await untilPayment(program, started.value.paymentId, 'approved');
    expect(await isAnswered(program.execute('recordManualEntry', record()))).toBe(false);
  });
});
