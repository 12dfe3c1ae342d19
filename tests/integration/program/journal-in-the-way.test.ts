import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program, ProgramParts } from '../../../electron/program/compose.ts';
import { parseProvisioning } from '../../../electron/settings/provisioning-file.ts';
import { applyProvisioning } from '../../../electron/settings/settings.ts';
import { journalPath } from '../../../electron/storage/open-storage.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { approve, approveThenCut, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function place() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-way-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  const keeper = keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl })));
  const open = (parts: Partial<ProgramParts> = {}): Program => {
    const program = composeForTest(folder, cloud.baseUrl, keeper, parts);
    closers.push(() => program.close().catch(() => undefined));
    return program;
  };
  return { folder, cloud, keeper, open };
}

async function shownBy(program: Program) {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

/** As a backup or a virus scanner does. */
function takeFile(folder: string): () => void {
  const other = new Database(journalPath(folder));
  other.exec('BEGIN IMMEDIATE');
  const release = (): void => {
    if (other.open) other.close();
  };
  closers.push(release);
  return release;
}

async function leaveOpenPayment({ cloud, open }: Awaited<ReturnType<typeof place>>): Promise<string> {
  const program = open();
  cloud.terminal('71000001').play(approveThenCut('before'));
  const started = await program.execute('startSale', sale());
  if (!started.ok) throw new Error(started.error.code);
  await untilPayment(program, started.value.paymentId, 'checking');
  await program.close();
  return started.value.paymentId;
}

describe('somebody else has the journal’s file', () => {
  it('for a moment at the start: it is waited for, and the open payment is looked up', async () => {
    const setting = await place();
    const paymentId = await leaveOpenPayment(setting);
    const release = takeFile(setting.folder);
    setTimeout(release, 1_500);
    const program = setting.open();
    expect(await shownBy(program)).toMatchObject({ selling: { possible: true, problem: null }, current: { id: paymentId } });
    await untilPayment(program, paymentId, 'approved');
  });

  it('for long: a press keeps the log-in that is known for this run only', async () => {
    const { folder, cloud, keeper, open } = await place();
    await open().close();
    const release = takeFile(folder);
    const file = parseProvisioning(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl })));
    if (!file.ok) throw new Error(file.error);
    const { settings } = applyProvisioning(file.value, null);
    // Where no safe storage is, nothing of it was written.
    keeper.read = () => ({ settings, secrets: Promise.resolve({ secrets: null, kept: false }) });
    const program = open();
    await shownBy(program);
    release();
    expect(await program.execute('openJournal', null)).toMatchObject({ ok: true });
    expect(await shownBy(program)).toMatchObject({ selling: { possible: true, problem: null } });
  });

  it('for long: nothing is sold or practised beside it, and a press goes on where the program was', async () => {
    const setting = await place();
    const paymentId = await leaveOpenPayment(setting);
    const release = takeFile(setting.folder);
    const program = setting.open();
    expect(await shownBy(program)).toMatchObject({ selling: { possible: false, problem: 'journal-unreadable' } });
    expect(await program.execute('startTraining', null)).toMatchObject({ ok: false, error: { code: 'training-unavailable' } });
    expect(await program.execute('openJournal', null)).toMatchObject({
      ok: false,
      error: { code: 'journal-unreadable', moneyMoved: 'no' },
    });
    release();
    expect(await program.execute('openJournal', null)).toMatchObject({ ok: true });
    expect(await shownBy(program)).toMatchObject({ selling: { possible: true, problem: null }, current: { id: paymentId } });
    await untilPayment(program, paymentId, 'approved');
  });

  it('for a moment while a provisioning file is taken into use: the desk can sell afterwards', async () => {
    const { folder, cloud, open } = await place();
    const program = open();
    await shownBy(program);
    setTimeout(takeFile(folder), 1_500);
    expect(await program.execute('importFile', null)).toMatchObject({ ok: true, value: { outcome: 'imported' } });
    cloud.terminal('71000001').play(approve());
    const started = await program.execute('startSale', sale());
    if (!started.ok) throw new Error(started.error.code);
    await untilPayment(program, started.value.paymentId, 'approved');
  });
});

describe('a lock that nobody can take', () => {
  it('keeps every program out, and a press goes on when it can be taken', async () => {
    const { folder, cloud, open } = await place();
    mkdirSync(join(folder, 'payments.lock'));
    const program = open();
    expect(await shownBy(program)).toMatchObject({ selling: { possible: false, problem: 'journal-unreadable' } });
    expect(await program.execute('startSale', sale())).toMatchObject({ ok: false, error: { code: 'journal-unavailable' } });
    expect(cloud.ledger.entries()).toEqual([]);
    rmdirSync(join(folder, 'payments.lock'));
    expect(await program.execute('openJournal', null)).toMatchObject({ ok: true });
    expect(await shownBy(program)).toMatchObject({ selling: { possible: true, problem: null } });
  });
});

describe('training that cannot be opened at the start', () => {
  it('says why, and keeps no window open', async () => {
    const { folder, open } = await place();
    writeFileSync(join(folder, 'training'), 'a file in the place of the folder');
    let left = 0;
    const leave = (): void => {
      left += 1;
    };
    const program = open({ training: true, host: { leave, askElsewhere: () => undefined, keepAwake: () => undefined } });
    await expect(program.opened()).rejects.toThrow('EEXIST');
    await program.requestClose();
    expect(left).toBe(1);
  });
});
