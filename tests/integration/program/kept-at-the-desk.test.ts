import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { Snapshot } from '../../../shared/ipc/contract.ts';
import { approve, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const draft = { amountText: '12,50', reference: 'R-1001', method: 'manual', completesId: null } as const;
const nothing = { amountText: '', reference: '', method: 'card', from: null, completesId: null } as const;

/** Maija V. is at the desk and has typed something; `later` are the operators of the file that support imports. */
async function desk({ later }: { readonly later: readonly string[] } = { later: ['Maija V.', 'Petri S.'] }) {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-kept-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  const keeper = keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl, operators: later })));
  const program = composeForTest(folder, cloud.baseUrl, keeper, { overrides: { operators: ['Maija V.', 'Petri S.'] } });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
    () => program.close(),
  );
  expect((await program.execute('chooseOperator', { name: 'Maija V.' })).ok).toBe(true);
  await program.execute('saveDraft', { ...(await seen(program)).form.draft, ...draft });
  return { program, cloud };
}

async function seen(program: Program): Promise<Snapshot> {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

const imported = { ok: true, value: { outcome: 'imported' } };

describe('what is at the desk while support changes its settings', () => {
  it('stays when a file is imported: the name, and what is typed', async () => {
    const { program } = await desk();
    expect(await program.execute('importFile', null)).toMatchObject(imported);
    expect(await seen(program)).toMatchObject({ desk: { operator: 'Maija V.' }, form: { draft } });
  });

  it('stays when connections are saved', async () => {
    const { program, cloud } = await desk();
    const saved = await program.execute('saveConnections', {
      nets: { baseUrl: cloud.baseUrl, username: testCredentials.username, password: testCredentials.password },
      strapi: null,
    });
    expect(saved.ok).toBe(true);
    expect(await seen(program)).toMatchObject({ desk: { operator: 'Maija V.' }, form: { draft } });
  });

  it.each([
    ['names others', ['Petri S.']],
    ['names none', []],
  ])('a file that %s: nobody is at the desk, and what is typed stays', async (_what, later) => {
    const { program } = await desk({ later });
    expect(await program.execute('importFile', null)).toMatchObject(imported);
    expect(await seen(program)).toMatchObject({ desk: { operator: null }, form: { draft } });
  });

  it('a paid sale keeps the window, so that its sum is not in the form for a second time', async () => {
    const { program, cloud } = await desk();
    cloud.terminal('71000001').play(approve());
    const started = await program.execute('startSale', sale());
    if (!started.ok) throw new Error(started.error.code);
    const { paymentId } = started.value;
    await untilPayment(program, paymentId, 'approved');
    expect(await program.execute('importFile', null)).toMatchObject(imported);
    expect((await seen(program)).current).toMatchObject({ id: paymentId, state: 'approved' });
    expect((await program.execute('closeOutcome', { paymentId, shown: 'approved', keepDraft: false })).ok).toBe(true);
    expect(await seen(program)).toMatchObject({ desk: { operator: 'Maija V.' }, form: { draft: nothing }, current: null });
  });

  it('does not go into training', async () => {
    const { program } = await desk();
    expect((await program.execute('startTraining', null)).ok).toBe(true);
    expect(await seen(program)).toMatchObject({ desk: { mode: 'training', operator: null }, form: { draft: nothing } });
  });
});
