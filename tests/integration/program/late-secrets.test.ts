import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { noSecrets } from '../../../electron/settings/settings.ts';
import { noKeeper } from '../../../electron/settings/settings-commands.ts';
import { approveThenCut, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

// Longer than a desk waits for the look: a keyring may ask somebody to unlock it.
it.concurrent.each([1_500, 11_500])(
  'a keyring that takes %i ms delays the look before the next sale, and never makes it find nothing',
  async (slow) => {
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-late-'));
    const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
    closers.push(
      async () => rmSync(folder, { recursive: true, force: true }),
      () => cloud.close(),
    );
    const before = composeForTest(folder, cloud.baseUrl);
    cloud.terminal('71000001').play(approveThenCut('before'));
    const charged = await before.execute('startSale', sale());
    if (!charged.ok) throw new Error(charged.error.code);
    await untilPayment(before, charged.value.paymentId, 'checking');
    await before.execute('releasePayment', { paymentId: charged.value.paymentId });
    await before.close();

    const secrets = wait(slow).then(() => ({ secrets: { ...noSecrets, netsPassword: testCredentials.password }, kept: true }));
    const after = composeForTest(folder, cloud.baseUrl, noKeeper, { secrets });
    closers.push(() => after.close());
    expect(await after.execute('startSale', sale())).toMatchObject({
      ok: false,
      error: { code: 'confirmation-needed', warnings: ['older-proven-paid'] },
    });
    expect(await untilPayment(after, charged.value.paymentId, 'approved')).toMatchObject({ proof: 'lookup' });
    expect(cloud.ledger.entries().map(({ posts }) => posts)).toEqual([1]);
  },
);

const meanwhile = [
  {
    what: 'the place that somebody chooses',
    change: (program: Program) => program.execute('choosePointOfSale', { name: 'Ravintola' }),
    after: { pointOfSale: 'Ravintola', property: 'Hotelli Esimerkki' },
  },
  {
    what: 'the file that somebody imports',
    change: (program: Program) => program.execute('importFile', null),
    after: { pointOfSale: 'Vastaanotto', property: 'Uusi nimi' },
  },
];

it.each(meanwhile.flatMap((each) => (['after it', 'at once'] as const).map((keyring) => ({ ...each, keyring }))))(
  'a log-in that is saved undoes nothing meanwhile: $what, with a keyring that answers $keyring',
  async ({ keyring, change, after }) => {
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-late-'));
    const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
    const file = JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl, property: 'Uusi nimi' }));
    const answered = Promise.withResolvers<null>();
    const secrets = answered.promise.then(() => ({ secrets: { ...noSecrets, netsPassword: testCredentials.password }, kept: true }));
    const program = composeForTest(folder, cloud.baseUrl, keeperFor(file), { secrets });
    closers.push(
      async () => rmSync(folder, { recursive: true, force: true }),
      () => cloud.close(),
      () => program.close(),
    );
    await program.execute('snapshot', null);
    const saving = program.execute('saveConnections', { nets: { baseUrl: cloud.baseUrl, ...testCredentials }, strapi: null });
    if (keyring === 'at once') answered.resolve(null);
    expect(await change(program)).toMatchObject({ ok: true });
    answered.resolve(null);
    expect(await saving).toMatchObject({ ok: true });
    expect(await program.execute('snapshot', null)).toMatchObject({ ok: true, value: { desk: after } });
  },
);
