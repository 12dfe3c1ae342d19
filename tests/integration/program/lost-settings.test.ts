import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createConfigurationStore } from '../../../electron/settings/configuration-store.ts';
import { parseProvisioning } from '../../../electron/settings/provisioning-file.ts';
import { seal } from '../../../electron/settings/sealed-secrets.ts';
import { applyProvisioning, type Settings } from '../../../electron/settings/settings.ts';
import { noKeeper } from '../../../electron/settings/settings-commands.ts';
import { openSettingsStore } from '../../../electron/settings/settings-store.ts';
import { importProvisioning, pendingIn } from '../../../electron/shell/import-provisioning.ts';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { hold, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { type ProvisioningOverrides, provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

it('settings that are out of reach for a moment are never put aside, and a press reads them again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-lost-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  const file = parseProvisioning(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl })));
  if (!file.ok) throw new Error(file.error);
  const { settings, secrets } = applyProvisioning(file.value, null);
  openSettingsStore(folder).write(settings);
  const path = join(folder, 'settings.json');
  // What a sharing violation is on Windows: it is there, and nobody gets at what it holds.
  renameSync(path, `${path}.elsewhere`);
  mkdirSync(path);

  const kept = openSettingsStore(folder);
  expect(kept.isDamaged()).toBe(true);
  expect(() => kept.write(settings)).toThrow();
  const store = createConfigurationStore({
    settings: kept,
    secrets: { read: async () => seal(settings, secrets), write: async () => true },
  });
  const keeper = { ...keeperFor(''), read: store.read };
  const program = composeForTest(folder, '', keeper, store.read());
  closers.push(() => program.close());
  const problem = async () => {
    const snapshot = await program.execute('snapshot', null);
    return snapshot.ok ? snapshot.value.selling : snapshot.error.code;
  };
  expect(await problem()).toMatchObject({ possible: false, problem: 'settings-damaged' });
  expect(await program.execute('openJournal', null)).toMatchObject({ ok: false, error: { code: 'settings-unreadable', moneyMoved: 'no' } });
  rmdirSync(path);
  renameSync(`${path}.elsewhere`, path);
  expect(await program.execute('openJournal', null)).toMatchObject({ ok: true });
  expect(await problem()).toMatchObject({ possible: true, problem: null });
  expect(readdirSync(folder).filter((name) => name.startsWith('settings'))).toEqual(['settings.json']);
});

it.each([
  ['are of a form that this program does not know', (content: string) => content.replace('"version": 1', '"version": 2')],
  ['are torn', (content: string) => content.slice(0, 40)],
])('settings that %s hide no payment, and no file takes its log-in away', async (_how, damage) => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-lost-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  const importFile = async (overrides: ProvisioningOverrides) => {
    const file = parseProvisioning(JSON.stringify(provisioningFile(overrides)));
    if (!file.ok) throw new Error(file.error);
    return importProvisioning(file.value, {
      store: createConfigurationStore({
        settings: openSettingsStore(folder),
        secrets: { read: async () => null, write: async () => true },
      }),
      isOpenElsewhere: () => false,
      pending: () => pendingIn(folder),
    });
  };
  expect(await importFile({ baseUrl: cloud.baseUrl })).toMatchObject({ ok: true });
  const before = composeForTest(folder, cloud.baseUrl, noKeeper, { overrides: { currency: 'SEK' } });
  const play = cloud.terminal('71000001').play(hold());
  const started = await before.execute('startSale', sale());
  if (!started.ok) throw new Error(started.error.code);
  await play.arrived;
  await before.close();

  const path = join(folder, 'settings.json');
  const damaged = damage(readFileSync(path, 'utf8'));
  writeFileSync(path, damaged);
  const settings = openSettingsStore(folder);
  expect(settings.isDamaged()).toBe(true);
  expect(settings.read()).toBeNull();

  const store = createConfigurationStore({ settings, secrets: { read: async () => null, write: async () => true } });
  const lost = composeForTest(folder, '', keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl }))), store.read());
  await untilPayment(lost, started.value.paymentId, 'checking');
  const snapshot = await lost.execute('snapshot', null);
  expect(snapshot).toMatchObject({
    ok: true,
    value: {
      desk: { mode: 'unconfigured' },
      current: { id: started.value.paymentId },
      selling: { possible: false, problem: 'settings-damaged' },
    },
  });
  expect(await lost.execute('startTraining', null)).toMatchObject({ ok: false, error: { code: 'training-refused' } });
  const byHand = {
    idempotencyKey: 'recorded-by-hand',
    mode: 'unconfigured',
    amountMinor: 850,
    reference: 'R-8',
    lastFour: '1234',
    receipt: '55',
    reason: 'Asetukset katosivat',
    confirmed: [],
  } satisfies CommandInput<'recordManualEntry'>;
  await lost.execute('releasePayment', { paymentId: started.value.paymentId });
  const recorded = await lost.execute('recordManualEntry', byHand);
  if (!recorded.ok) throw new Error(recorded.error.code);
  expect(await untilPayment(lost, recorded.value.paymentId, 'settled-by-person')).toMatchObject({ currency: 'SEK', environment: 'test' });
  // The window asks for the file, so it must be taken, although the payment is still looked for: now it can be.
  expect(await lost.execute('importFile', null)).toMatchObject({ ok: true, value: { outcome: 'imported' } });
  expect(await lost.execute('snapshot', null)).toMatchObject({
    ok: true,
    value: { desk: { mode: 'production' }, selling: { problem: null } },
  });
  expect(await untilPayment(lost, started.value.paymentId, 'checking')).toMatchObject({ released: true });
  await lost.close();

  // Another log-in could never look it up; the same one can. Until a file is taken the damaged one lies untouched.
  expect(await importFile({ baseUrl: cloud.baseUrl, username: 'somebody-else' })).toMatchObject({ ok: false });
  expect(readFileSync(path, 'utf8')).toBe(damaged);
  expect(await importFile({ baseUrl: cloud.baseUrl })).toMatchObject({ ok: true });
  const aside = readdirSync(folder).filter((name) => name.startsWith('settings.damaged-'));
  expect(aside.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([damaged]);
  expect(openSettingsStore(folder).read() satisfies Settings | null).toMatchObject({ nets: { username: testCredentials.username } });
});
