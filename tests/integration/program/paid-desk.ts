import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Clock } from '../../../electron/payments/ports.ts';
import { systemClock } from '../../../electron/system/clock.ts';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { approve, type Script, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A desk with one paid sale of 12,50 on the first terminal. `restart` closes the program and starts it on the same files. */
export async function paidDesk(script: Script = approve(), clock: Clock = systemClock, more: Parameters<typeof composeForTest>[3] = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-paid-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  let program = composeForTest(folder, cloud.baseUrl, undefined, { clock, ...more });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
    () => program.close(),
  );
  const terminal = cloud.terminal('71000001');
  const snapshot = async () => {
    const answer = await program.execute('snapshot', null);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const view = async (paymentId: string): Promise<PaymentView> => {
    const shown = await program.execute('showPayment', { paymentId });
    const { current } = await snapshot();
    if (!shown.ok || current === null) throw new Error('The payment cannot be shown');
    return current;
  };
  const refund = (more: Partial<CommandInput<'startRefund'>> = {}) =>
    program.execute('startRefund', {
      idempotencyKey: randomUUID(),
      originalId: paidId,
      amountMinor: 1250,
      terminalId: '71000001',
      confirmed: [],
      ...more,
    });
  const takeBack = (more: Partial<CommandInput<'startVoid'>> = {}) =>
    program.execute('startVoid', { idempotencyKey: randomUUID(), originalId: paidId, ...more });

  terminal.play(script);
  const started = await program.execute('startSale', { ...sale(), reference: 'R-1001' });
  if (!started.ok) throw new Error(started.error.code);
  const paidId = started.value.paymentId;
  await untilPayment(program, paidId, 'approved');
  const posts = () => cloud.ledger.entries().reduce((sum, entry) => sum + entry.posts, 0);
  return {
    folder,
    cloud,
    terminal,
    refund,
    takeBack,
    view,
    snapshot,
    paidId,
    posts,
    get program() {
      return program;
    },
    /** @param later so many milliseconds of wall time. */
    async restart(later = 0) {
      await program.close();
      const wallTime = (): string => new Date(Date.parse(clock.wallTime()) + later).toISOString();
      program = composeForTest(folder, cloud.baseUrl, undefined, { ...more, clock: { ...clock, wallTime } });
    },
  };
}

export function idOf(started: { readonly ok: true; readonly value: { readonly paymentId: string } } | Failure): string {
  if (!started.ok) throw new Error(`${started.error.code} ${started.error.warnings?.join(', ') ?? ''}`);
  return started.value.paymentId;
}
type Failure = { readonly ok: false; readonly error: { readonly code: string; readonly warnings?: readonly string[] | undefined } };
