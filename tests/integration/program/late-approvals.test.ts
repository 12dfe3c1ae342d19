import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { journalPath } from '../../../electron/storage/open-storage.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import type { Snapshot } from '../../../shared/ipc/contract.ts';
import { approve, approveThenCut, type ConnectCloud, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

type Setting = { readonly folder: string; readonly cloud: ConnectCloud; readonly complaints: string[] };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-late-'));
  closers.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function set(): Promise<Setting> {
  const folder = newFolder();
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(() => cloud.close());
  return { folder, cloud, complaints: [] };
}

function open({ folder, cloud, complaints }: Setting): Program {
  const keeper = keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl })));
  const log = { ...silentLog, error: (message: string) => void complaints.push(message) };
  const program = composeForTest(folder, cloud.baseUrl, keeper, { log });
  closers.push(() => program.close());
  return program;
}

async function seen(program: Program): Promise<Snapshot> {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

const alarms = async (program: Program) => (await seen(program)).attention.lateApprovals.map(({ paymentId }) => paymentId);

/** Charged, the answer lost, and the desk has gone on with another guest. */
async function released(program: Program, { cloud }: Setting, cvm = 0): Promise<string> {
  cloud.terminal('71000001').play(approveThenCut('before', { cvm }));
  const started = await program.execute('startSale', sale());
  if (!started.ok) throw new Error(started.error.code);
  const { paymentId } = started.value;
  await untilPayment(program, paymentId, 'checking');
  await program.execute('releasePayment', { paymentId });
  return paymentId;
}

async function provenLate(program: Program, setting: Setting, cvm = 0): Promise<string> {
  const paymentId = await released(program, setting, cvm);
  await program.execute('refreshPayment', { paymentId });
  await untilPayment(program, paymentId, 'approved');
  expect(await alarms(program)).toEqual([paymentId]);
  return paymentId;
}

/** The answer lost and found by a lookup, while the payment still has the window. */
async function provenInTheWindow(program: Program, { cloud }: Setting): Promise<string> {
  cloud.terminal('71000001').play(approveThenCut('before'));
  const started = await program.execute('startSale', sale());
  if (!started.ok) throw new Error(started.error.code);
  await untilPayment(program, started.value.paymentId, 'checking');
  await untilPayment(program, started.value.paymentId, 'approved');
  return started.value.paymentId;
}

async function paid(program: Program, { cloud }: Setting): Promise<void> {
  cloud.terminal('71000001').play(approve());
  const started = await program.execute('startSale', sale());
  if (!started.ok) throw new Error(started.error.code);
  await untilPayment(program, started.value.paymentId, 'approved');
  await program.execute('closeOutcome', { paymentId: started.value.paymentId, shown: 'approved', keepDraft: false });
}

/** By another hand while no program has it open. */
function change({ folder }: Setting, sql: string): void {
  const database = new Database(journalPath(folder));
  database.exec(sql);
  database.close();
}

describe('a late approval that nobody has opened', () => {
  it('is announced again after a restart, until somebody opens it, and not after the next one', async () => {
    const setting = await set();
    const first = open(setting);
    const paymentId = await provenLate(first, setting);
    await first.close();
    const second = open(setting);
    expect((await seen(second)).attention.lateApprovals).toMatchObject([{ paymentId, chargedMinor: 1250, currency: 'EUR' }]);
    expect((await second.execute('showPayment', { paymentId })).ok).toBe(true);
    expect(await alarms(second)).toEqual([]);
    await second.close();
    expect(await alarms(open(setting))).toEqual([]);
  });

  it('is announced after a kill', async () => {
    const setting = await set();
    const paymentId = await provenLate(open(setting), setting);
    const afterKill = newFolder();
    for (const ending of ['', '-wal', '-shm']) copyFileSync(journalPath(setting.folder) + ending, journalPath(afterKill) + ending);
    expect(await alarms(open({ ...setting, folder: afterKill }))).toEqual([paymentId]);
  });

  it('is announced once its proof is there, where a kill came between the two', async () => {
    const setting = await set();
    const first = open(setting);
    const paymentId = await released(first, setting);
    await first.close();
    change(setting, `INSERT INTO desk VALUES ('late-approval:${paymentId}', 'true')`);
    await setting.cloud.stopListening();
    const second = open(setting);
    expect(await alarms(second)).toEqual([]);
    expect((await seen(second)).attention.unclearCount).toBe(1);
    await setting.cloud.listenAgain();
    await untilPayment(second, paymentId, 'approved');
    expect(await alarms(second)).toEqual([paymentId]);
  });

  it('stays when support imports a file', async () => {
    const setting = await set();
    const program = open(setting);
    const paymentId = await provenLate(program, setting);
    expect(await program.execute('importFile', null)).toMatchObject({ ok: true, value: { outcome: 'imported' } });
    expect(await alarms(program)).toEqual([paymentId]);
  });

  it('is told after a restart that came before anybody had closed its window', async () => {
    const setting = await set();
    const first = open(setting);
    const paymentId = await provenInTheWindow(first, setting);
    expect(await seen(first)).toMatchObject({ attention: { lateApprovals: [] }, current: { id: paymentId } });
    await first.close();
    const second = open(setting);
    expect(await seen(second)).toMatchObject({ attention: { lateApprovals: [{ paymentId, kind: 'sale' }] }, current: null });
  });

  it('is not closed by a press that was meant for the screen before it', async () => {
    const setting = await set();
    const program = open(setting);
    const paymentId = await provenInTheWindow(program, setting);
    const stale = await program.execute('closeOutcome', { paymentId, shown: 'unresolved', keepDraft: false });
    expect(stale).toMatchObject({ ok: false, error: { code: 'not-possible-now' } });
    expect((await seen(program)).current).toMatchObject({ id: paymentId, state: 'approved' });
    expect(await program.execute('closeOutcome', { paymentId, shown: 'approved', keepDraft: false })).toMatchObject({ ok: true });
    expect(await seen(program)).toMatchObject({ attention: { lateApprovals: [] }, current: null });
  });

  it('speaks for itself while a restart gives it the window for its signature, and is over when somebody closes it', async () => {
    const setting = await set();
    const first = open(setting);
    const paymentId = await provenLate(first, setting, 1);
    await first.close();
    const second = open(setting);
    expect(await seen(second)).toMatchObject({ attention: { lateApprovals: [] }, current: { id: paymentId } });
    await second.close();
    const third = open(setting);
    await third.execute('closeOutcome', { paymentId, shown: 'approved', keepDraft: false });
    expect(await seen(third)).toMatchObject({ attention: { lateApprovals: [], openSignatures: [paymentId] }, current: null });
    await third.close();
    const fourth = open(setting);
    await fourth.execute('snapshot', null);
    await paid(fourth, setting);
    expect(await alarms(fourth)).toEqual([]);
  });

  it('is no part of training, and waits in production meanwhile', async () => {
    const setting = await set();
    const first = open(setting);
    const paymentId = await provenLate(first, setting);
    expect((await first.execute('startTraining', null)).ok).toBe(true);
    expect(await alarms(first)).toEqual([]);
    await first.close();
    expect(await alarms(open(setting))).toEqual([paymentId]);
  });
});

describe('a late approval that cannot be kept or read', () => {
  it('is announced for this run, also beyond an import, and the desk goes on selling', async () => {
    const setting = await set();
    await open(setting).close();
    change(setting, `CREATE TRIGGER no_room BEFORE INSERT ON desk WHEN NEW.key GLOB 'late-*' BEGIN SELECT RAISE (ABORT, 'no room'); END`);
    const program = open(setting);
    const paymentId = await provenLate(program, setting);
    expect(setting.complaints).toContainEqual(expect.stringContaining('paid after all'));
    await program.execute('importFile', null);
    expect(await alarms(program)).toEqual([paymentId]);
    await paid(program, setting);
  });

  it('is dropped where its payment is gone or is none, and the desk goes on selling', async () => {
    const setting = await set();
    const first = open(setting);
    const paymentId = await provenLate(first, setting);
    await paid(first, setting);
    await first.close();
    // From an earlier day and not the terminal's latest: nothing but the alarm asks for it.
    change(
      setting,
      `INSERT INTO desk VALUES ('late-approval:nobody', 'true');
       DROP TRIGGER payments_facts_never_change;
       UPDATE payments SET environment = '?', started_at = '2020-01-01T00:00:00.000Z' WHERE id = '${paymentId}'`,
    );
    const program = open(setting);
    expect(await seen(program)).toMatchObject({ attention: { lateApprovals: [] }, selling: { possible: true } });
    expect(setting.complaints).toContainEqual(expect.stringContaining('paid after all'));
    await paid(program, setting);
  });
});
