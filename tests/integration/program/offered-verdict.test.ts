import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { approveThenCut, cancelledAtTerminal, decline, type Script, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { afterThisTest } from '../nets/set-up.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const HOUR_MS = 3_600_000;
const lost = { kind: 'cut', at: 'before', how: 'fin' } as const;

/** A desk whose PC is an hour behind Nets: `Date` header and records say an hour more. */
async function slowDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-offer-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0, clockOffsetMs: HOUR_MS });
  const program = composeForTest(folder, cloud.baseUrl);
  afterThisTest(async () => {
    await program.close();
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (script: Script, confirmed: CommandInput<'startSale'>['confirmed'] = []): Promise<string> => {
    cloud.terminal('71000001').play(script);
    const started = await program.execute('startSale', { ...sale(), reference: `R-${script.name}-${confirmed.length}`, confirmed });
    if (!started.ok) throw new Error(`${started.error.code} ${started.error.warnings?.join(', ')}`);
    return started.value.paymentId;
  };
  return { program, start };
}

async function until(program: Program, what: (payment: PaymentView | null) => boolean): Promise<PaymentView | null> {
  await expect.poll(async () => what(await current(program)), { timeout: 60_000, interval: 100 }).toBe(true);
  return current(program);
}
async function current(program: Program): Promise<PaymentView | null> {
  const snapshot = await program.execute('snapshot', null);
  return snapshot.ok ? snapshot.value.current : null;
}

/** The next guest's sale hides the payment from every later look. */
async function hide(program: Program, paymentId: string, start: (script: Script, confirmed: ['terminal-has-unclear']) => Promise<string>) {
  await until(program, (payment) => payment?.hint != null);
  await program.execute('releasePayment', { paymentId });
  const next = await start(decline(), ['terminal-has-unclear']);
  await untilPayment(program, next, 'declined');
  await program.execute('closeOutcome', { paymentId: next, shown: 'declined', keepDraft: false });
  await program.execute('showPayment', { paymentId });
  return until(program, (payment) => payment?.id === paymentId && payment.state === 'unresolved');
}

it.each(['iso', 'local'] as const)('a rejection after our start is offered, with this PC an hour slow (%s)', async (timeStamp) => {
  const { program, start } = await slowDesk();
  const paymentId = await start(cancelledAtTerminal({ delivery: lost, afterMs: 2_500, timeStamp }));
  await untilPayment(program, paymentId, 'checking');
  expect(await hide(program, paymentId, start)).toMatchObject({
    reason: 'overwritten',
    canLookUp: false,
    live: { cause: 'overwritten' },
    hint: { why: 'rejected-record' },
    offer: { verdict: 'not-charged' },
  });
});

it.each(['iso', 'local'] as const)(
  'another guest’s refusal before our start is not, although this PC’s clock says so (%s)',
  async (timeStamp) => {
    const { program, start } = await slowDesk();
    const before = await start(cancelledAtTerminal({ timeStamp }));
    await untilPayment(program, before, 'cancelled');
    await program.execute('closeOutcome', { paymentId: before, shown: 'cancelled', keepDraft: false });
    // Two seconds later, so that whole seconds and the way of an answer decide nothing.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const paymentId = await start(approveThenCut('before', { latestAfterMs: 120_000 }));
    await untilPayment(program, paymentId, 'checking');
    expect(await hide(program, paymentId, start)).toMatchObject({ hint: { why: 'rejected-record' }, offer: null });
  },
);
