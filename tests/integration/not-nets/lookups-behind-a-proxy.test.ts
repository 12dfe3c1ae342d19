import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerCallWith, approveThenCut, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { afterThisTest } from '../nets/set-up.ts';
import { composeForTest, sale, untilPayment } from '../program/program.ts';

it('four pages in a row use up no planned look: the charge is proven as soon as Nets answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-proxy-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  const program = composeForTest(folder, cloud.baseUrl);
  afterThisTest(async () => {
    await program.close();
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const terminal = cloud.terminal('71000001');
  for (const status of [200, 429, 404, 403]) {
    terminal.lookups.play(answerCallWith(status, '<html>Sign in</html>', { contentType: 'text/html' }));
  }
  terminal.play(approveThenCut('before'));
  const started = await program.execute('startSale', sale());
  if (!started.ok) throw new Error(started.error.code);
  const { paymentId } = started.value;
  await untilPayment(program, paymentId, 'checking');
  // 5, 10, 15, 20 and 25 s after the loss; were the pages looks, the fourth would come at 60 s.
  const proven = async (): Promise<string | undefined> => {
    const snapshot = await program.execute('snapshot', null);
    return snapshot.ok ? snapshot.value.current?.state : undefined;
  };
  await expect.poll(proven, { timeout: 45_000, interval: 500 }).toBe('approved');
  expect(cloud.count({ method: 'GET', path: /\/transaction$/ })).toBe(5);
});
