import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { Willba } from '../../../shared/ipc/willba.ts';
import { type ConnectCloud, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { accepting, refusing, refusingPayment } from '../../support/willba/answers.ts';
import { type Receiver, startReceiver } from '../../support/willba/receiver.ts';
import { composeForTest, sale, untilPayment } from '../program/program.ts';

const SECRET = 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0cy0xMjM0NTY3';
const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Desk {
  readonly folder: string;
  readonly cloud: ConnectCloud;
  readonly receiver: Receiver;
  start(training?: boolean): Program;
}

async function desk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-told-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const cloud = await startConnectCloud(testCredentials);
  ends.push(() => cloud.close());
  const receiver = await startReceiver({ secrets: [SECRET] });
  ends.push(() => receiver.close());
  return {
    folder,
    cloud,
    receiver,
    start(training = false) {
      const overrides = { willba: { webhookUrl: receiver.url, webhookSecret: SECRET, linkKey: 'link-key-of-the-tests' } };
      const program = composeForTest(folder, cloud.baseUrl, undefined, { overrides, training });
      ends.push(() => program.close());
      return program;
    },
  };
}

async function sell(program: Program): Promise<string> {
  const begun = await program.execute('startSale', sale());
  if (!begun.ok) throw new Error(begun.error.code);
  return begun.value.paymentId;
}
async function willbaOf(program: Program): Promise<Willba> {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value.willba;
}
const patient = { timeout: 60_000 };
const statesOf = ({ events }: Receiver, paymentId: string) =>
  events.flatMap(({ payment }) => (payment !== null && payment.id === paymentId ? [payment.state] : []));

describe('Willba', () => {
  it('hears of each state of a sale, in order, and the desk knows that it did', async () => {
    const { receiver, start } = await desk();
    const program = start();
    const id = await sell(program);
    await untilPayment(program, id, 'approved');
    await expect.poll(() => statesOf(receiver, id), patient).toEqual(['created', 'sent', 'approved']);
    await expect.poll(() => willbaOf(program), patient).toMatchObject({ isSetUp: true, count: 0, waiting: [], last: { status: 200 } });
    expect(receiver.complaints).toEqual([]);
  });

  it('hears of a record by hand too', async () => {
    const { receiver, start } = await desk();
    const program = start();
    const recorded = await program.execute('recordManualEntry', {
      idempotencyKey: randomUUID(),
      mode: 'production',
      amountMinor: 700,
      reference: 'R-7',
      lastFour: '',
      receipt: '0017',
      reason: 'Verkko poikki',
      confirmed: [],
    });
    if (!recorded.ok) throw new Error(recorded.error.code);
    await expect.poll(() => statesOf(receiver, recorded.value.paymentId), patient).toEqual(['settled-by-person']);
  });

  it('that is down holds up no sale; what waits is shown, and follows when a person asks for it', async () => {
    const { receiver, start } = await desk();
    const program = start();
    receiver.answer(refusing(500));
    const id = await sell(program);
    await untilPayment(program, id, 'approved');
    await expect.poll(() => willbaOf(program), patient).toMatchObject({ count: 1, waiting: [id], last: { status: 500 } });
    receiver.answer(accepting);
    expect(await program.execute('sendToWillbaNow', null)).toMatchObject({ ok: true });
    await expect.poll(() => statesOf(receiver, id), patient).toEqual(['created', 'sent', 'approved']);
    await expect.poll(async () => (await willbaOf(program)).count, patient).toBe(0);
  });

  it('hears after a restart what it had not accepted before, and nothing twice', async () => {
    const { receiver, start } = await desk();
    const first = start();
    receiver.answer(refusing(503));
    const id = await sell(first);
    await untilPayment(first, id, 'approved');
    await first.close();
    receiver.answer(accepting);
    const second = start();
    await second.execute('snapshot', null);
    await expect.poll(() => statesOf(receiver, id), patient).toEqual(['created', 'sent', 'approved']);
    expect(receiver.complaints).toEqual([]);
  });

  it('that refuses one payment hears of the others', async () => {
    const { receiver, start } = await desk();
    const program = start();
    const refused = await sell(program);
    receiver.answer(refusingPayment(refused, 422));
    await untilPayment(program, refused, 'approved');
    await program.execute('closeOutcome', { paymentId: refused, shown: 'approved', keepDraft: false });
    const other = await sell(program);
    await expect.poll(() => statesOf(receiver, other), patient).toEqual(['created', 'sent', 'approved']);
    // Willba has the event a moment before the program knows that it does.
    await expect.poll(() => willbaOf(program), patient).toMatchObject({ waiting: [refused] });
  });

  it('hears nothing of training', async () => {
    const { receiver, start } = await desk();
    const program = start(true);
    const { idempotencyKey, amountMinor, confirmed } = sale();
    const training = { idempotencyKey, amountMinor, confirmed, mode: 'training', reference: '', reason: 'Harjoitus' } as const;
    const recorded = await program.execute('recordManualEntry', { ...training, lastFour: '', receipt: '0017' });
    expect(recorded).toMatchObject({ ok: true });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(receiver.tries).toEqual([]);
    expect(await willbaOf(program)).toMatchObject({ isSetUp: false, count: 0 });
  });
});
