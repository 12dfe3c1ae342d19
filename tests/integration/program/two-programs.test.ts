import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { parseProvisioning } from '../../../electron/settings/provisioning-file.ts';
import { applyProvisioning, type NewConfiguration } from '../../../electron/settings/settings.ts';
import { importProvisioning } from '../../../electron/shell/import-provisioning.ts';
import { isHeld } from '../../../electron/storage/journal-lock.ts';
import { approve, approveThenCut, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function shownBy(program: Program) {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

async function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-program-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  const file = JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl }));
  const open = async () => {
    const keeper = keeperFor(file);
    const program = composeForTest(folder, cloud.baseUrl, keeper);
    closers.push(() => program.close());
    return { program, keeper, shown: await shownBy(program) };
  };
  return { cloud, open, folder, file };
}

describe('one journal has one writer', () => {
  it('a second program on the same folder sells nothing, looks nothing up and says why', async () => {
    const { cloud, open } = await desk();
    const first = await open();
    const played = cloud.terminal('71000001').play(approve({ afterMs: 600 }));
    const started = await first.program.execute('startSale', sale());
    if (!started.ok) throw new Error(started.error.code);
    await played.arrived;

    const second = await open();
    expect(second.shown.selling).toEqual({ possible: false, problem: 'journal-in-use', openBy: userInfo().username });
    expect(await second.program.execute('startSale', sale())).toMatchObject({ ok: false });
    expect(cloud.disturbances('71000001')).toEqual([]);
    expect(await untilPayment(first.program, started.value.paymentId, 'approved')).toMatchObject({ state: 'approved' });
  });

  it('the second goes on once the first is closed and somebody says so, with the settings as they are by then', async () => {
    const { cloud, open } = await desk();
    const first = await open();
    const second = await open();
    const file = parseProvisioning(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl, property: 'Uusi nimi' })));
    if (!file.ok) throw new Error(file.error);
    const { settings, secrets } = applyProvisioning(file.value, null);
    second.keeper.read = () => ({ settings, secrets: Promise.resolve({ secrets, kept: true }) });
    expect(await second.program.execute('openJournal', null)).toMatchObject({ ok: false, error: { code: 'open-elsewhere' } });
    await first.program.close();
    // Never by itself: nobody may sit at it, and the desk that sells may only be starting again.
    expect(await shownBy(second.program)).toMatchObject({ selling: { problem: 'journal-in-use' } });
    expect(await second.program.execute('openJournal', null)).toMatchObject({ ok: true });
    expect(await shownBy(second.program)).toMatchObject({
      desk: { property: 'Uusi nimi' },
      selling: { possible: true, problem: null, openBy: null },
    });
    cloud.terminal('71000001').play(approve());
    const started = await second.program.execute('startSale', sale());
    if (!started.ok) throw new Error(started.error.code);
    await untilPayment(second.program, started.value.paymentId, 'approved');
    expect(await second.program.execute('openJournal', null)).toMatchObject({ ok: true });
  });

  it('two changes at once follow one another, and do not lock a program out of its own journal', async () => {
    const { cloud, open } = await desk();
    const { program } = await open();
    const change = {
      nets: { baseUrl: cloud.baseUrl, username: testCredentials.username, password: testCredentials.password },
      strapi: null,
    };
    const both = await Promise.all([program.execute('saveConnections', change), program.execute('saveConnections', change)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await shownBy(program)).toMatchObject({ selling: { possible: true, problem: null } });
  });

  it('nobody changes the settings behind the back of the one that works with them', async () => {
    const { open, folder, file } = await desk();
    const first = await open();
    const second = await open();
    const refused = { ok: false, error: { code: 'open-elsewhere', moneyMoved: 'no' } };
    expect(await second.program.execute('importFile', null)).toMatchObject(refused);
    expect(await second.program.execute('choosePointOfSale', { name: 'Ravintola' })).toMatchObject(refused);
    expect(await first.program.execute('choosePointOfSale', { name: 'Ravintola' })).toMatchObject({ ok: true });

    const parsed = parseProvisioning(file);
    if (!parsed.ok) throw new Error(parsed.error);
    const kept: NewConfiguration[] = [];
    const startWithFile = () =>
      importProvisioning(parsed.value, {
        store: {
          read: () => ({ settings: null, secrets: Promise.resolve({ secrets: null, kept: false }) }),
          readSettings: () => null,
          writeSettings: () => undefined,
          writeLanguage: () => undefined,
          async keep(next) {
            kept.push(next);
            return { settings: next.settings, secrets: Promise.resolve({ secrets: next.secrets, kept: true }) };
          },
        },
        isOpenElsewhere: () => isHeld(folder),
        pending: () => ({ any: false, login: null }),
      });
    expect(await startWithFile()).toMatchObject({ ok: false, error: expect.stringContaining('another account has the program open') });
    expect(kept).toEqual([]);
    await second.program.close();
    expect(await startWithFile()).toMatchObject({ ok: false });
    await first.program.close();
    expect(await startWithFile()).toMatchObject({ ok: true });
    expect(kept).toHaveLength(1);
  });
});

describe('before the next sale on a terminal', () => {
  it('an older payment that the look proves paid is told, and nothing is charged until the desk has heard it', async () => {
    const { cloud, open } = await desk();
    const { program } = await open();
    cloud.terminal('71000001').play(approveThenCut('before'));
    const older = await program.execute('startSale', sale());
    if (!older.ok) throw new Error(older.error.code);
    await untilPayment(program, older.value.paymentId, 'checking');
    expect(await program.execute('releasePayment', { paymentId: older.value.paymentId })).toMatchObject({ ok: true });

    const next = sale();
    expect(await program.execute('startSale', next)).toMatchObject({
      ok: false,
      error: { code: 'confirmation-needed', warnings: ['older-proven-paid'] },
    });
    expect(cloud.ledger.entries().filter(({ posts }) => posts > 0)).toHaveLength(1);
    const again = await program.execute('startSale', { ...next, confirmed: ['older-proven-paid'] });
    expect(again).toMatchObject({ ok: true });
  });

  it('a form that waits for that look keeps every other form out', async () => {
    const { cloud, open } = await desk();
    const { program } = await open();
    cloud.terminal('71000001').play(approveThenCut('before'));
    const older = await program.execute('startSale', sale());
    if (!older.ok) throw new Error(older.error.code);
    await untilPayment(program, older.value.paymentId, 'checking');
    await program.execute('releasePayment', { paymentId: older.value.paymentId });

    const waiting = program.execute('startSale', sale());
    expect(await program.execute('startSale', { ...sale(), terminalId: '71000002' })).toMatchObject({
      ok: false,
      error: { code: 'desk-busy' },
    });
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'confirmation-needed' } });
  });
});
