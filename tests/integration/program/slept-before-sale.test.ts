import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../../electron/system/clock.ts';
import { answerCallWith, approve, approveThenCut, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

it.each([
  ['tells that it woke up', true],
  ['tells nothing', false],
])('a sale that waits for the look before it when the lid is closed is not sent after the night: the system %s', async (_which, tells) => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-lid-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(() => cloud.close());
  let slept = 0;
  const clock = { ...systemClock, elapsed: () => systemClock.elapsed() + slept };
  const program = composeForTest(folder, cloud.baseUrl, undefined, { clock });
  closers.push(() => program.close());
  const terminal = cloud.terminal('71000001');
  const posts = (): number => cloud.count({ method: 'POST', path: /transaction$/ });
  const looks = (): number => cloud.count({ method: 'GET', path: /transaction$/ });

  // An unclear payment on the terminal, so that the next sale there looks first.
  terminal.lookups.always(answerCallWith(200, { result: {} }));
  terminal.play(approveThenCut('before'));
  const older = await program.execute('startSale', sale());
  if (!older.ok) throw new Error(older.error.code);
  await untilPayment(program, older.value.paymentId, 'checking');
  await program.execute('releasePayment', { paymentId: older.value.paymentId });
  terminal.lookups.always({ ...answerCallWith(200, { result: {} }), afterMs: 1_000 });

  const [sent, looked] = [posts(), looks()];
  const pressed = program.execute('startSale', { ...sale(), confirmed: ['terminal-has-unclear'] });
  while (looks() === looked) await new Promise((resolve) => setTimeout(resolve, 10));
  slept = 8 * 3_600_000;
  if (tells) await program.wake();
  expect(await pressed).toMatchObject({ ok: false, error: { code: 'press-too-old', moneyMoved: 'no', retry: 'safe' } });
  expect(posts()).toBe(sent);

  // Somebody is there and presses again.
  terminal.lookups.always(answerCallWith(200, { result: {} }));
  terminal.play(approve());
  const again = await program.execute('startSale', { ...sale(), confirmed: ['terminal-has-unclear'] });
  if (!again.ok) throw new Error(again.error.code);
  await untilPayment(program, again.value.paymentId, 'approved');
  expect(posts()).toBe(sent + 1);
});
