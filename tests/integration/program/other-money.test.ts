import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { noKeeper } from '../../../electron/settings/settings-commands.ts';
import { approve, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

it('what was paid in a test is never given back with real money, and warns no real guest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-money-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  const trial = composeForTest(folder, cloud.baseUrl);
  cloud.terminal('71000001').play(approve());
  const paid = await trial.execute('startSale', { ...sale(), reference: 'R-77' });
  if (!paid.ok) throw new Error(paid.error.code);
  const { paymentId } = paid.value;
  expect(await untilPayment(trial, paymentId, 'approved')).toMatchObject({ environment: 'test', refundableMinor: 1250, voidable: true });
  await trial.close();

  // The same PC after support's trial: the production host, behind a proxy that nobody is at.
  const asked: string[] = [];
  const real = composeForTest(folder, 'https://connectcloud.aws.nets.eu', noKeeper, {
    resolveProxy: async (url) => {
      asked.push(url);
      return 'PROXY 127.0.0.1:9';
    },
  });
  closers.push(() => real.close());
  expect(await untilPayment(real, paymentId, 'approved')).toMatchObject({ environment: 'test', refundableMinor: 0, voidable: false });
  const refused = { ok: false, error: { code: 'nets-host-mismatch', moneyMoved: 'no' } };
  const idempotencyKey = randomUUID();
  expect(
    await real.execute('startRefund', { idempotencyKey, originalId: paymentId, amountMinor: 1250, terminalId: '71000001', confirmed: [] }),
  ).toMatchObject(refused);
  expect(await real.execute('startVoid', { idempotencyKey: randomUUID(), originalId: paymentId })).toMatchObject(refused);
  expect(asked.filter((url) => url.includes('/transaction'))).toEqual([]);
  const guest = await real.execute('startSale', { ...sale(), reference: 'R-77' });
  if (!guest.ok) throw new Error(`${guest.error.code} ${guest.error.warnings?.join()}`);
  await untilPayment(real, guest.value.paymentId, 'refused');
});
