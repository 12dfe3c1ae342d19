import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { systemClock } from '../../../electron/system/clock.ts';
import type { CommandInput, Snapshot } from '../../../shared/ipc/contract.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { ok } from '../../../shared/result.ts';
import { answerWith, approve, decline, hold, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { type LinkRequest, signLink } from '../../support/willba/sign-link.ts';
import { idOf } from './paid-desk.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const KEY = 'key-of-the-links';
const [T1, T2] = ['71000001', '71000002'];
const willba = { webhookUrl: 'http://127.0.0.1:9/hook', webhookSecret: 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0', linkKey: KEY };
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function set() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-known-late-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  let shift = 0;
  const clock = {
    ...systemClock,
    elapsed: () => systemClock.elapsed() + shift,
    wallTime: () => new Date(Date.parse(systemClock.wallTime()) + shift).toISOString(),
    since: (iso: string) => systemClock.since(iso) + shift,
    ago: (ms: number) => systemClock.ago(ms - shift),
  };
  const program: Program = composeForTest(folder, cloud.baseUrl, undefined, { clock, overrides: { willba } });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
    () => program.close(),
  );
  const snapshot = async (): Promise<Snapshot> => {
    const answer = await program.execute('snapshot', null);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  /** Maksa, with what the form holds. */
  const press = async (more: Partial<CommandInput<'startSale'>> = {}) => {
    const { draft, request } = (await snapshot()).form;
    const amountMinor = request?.amountMinor ?? Math.round(Number(draft.amountText.replace(',', '.')) * 100);
    const form = { idempotencyKey: draft.form, amountMinor, reference: draft.reference, completesId: draft.completesId };
    return program.execute('startSale', { ...sale(), ...form, ...more });
  };
  const type = async (amountText: string, reference: string) =>
    program.execute('saveDraft', { ...(await snapshot()).form.draft, amountText, reference });
  return {
    cloud,
    program,
    snapshot,
    press,
    type,
    later: (ms: number): void => {
      shift += ms;
    },
    open: (more: Partial<LinkRequest>) =>
      program.openLink(
        ok(
          signLink(
            { amount: 8000, currency: 'EUR', reference: 'R-2', id: 'request-b', exp: Math.floor(Date.now() / 1000) + 300, ...more },
            KEY,
          ),
        ),
      ),
    approvals: () => cloud.ledger.entries().filter(({ posts }) => posts > 0).length,
  };
}

async function until(program: Program, paymentId: string, isSo: (payment: PaymentView) => boolean): Promise<PaymentView> {
  let seen: PaymentView | undefined;
  for (const deadline = performance.now() + 40_000; performance.now() < deadline; ) {
    const snapshot = await program.execute('snapshot', null);
    seen = snapshot.ok ? snapshot.value.today.payments.find(({ id }) => id === paymentId) : undefined;
    if (seen !== undefined && isSo(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the payment is ${seen?.state ?? 'not there'} (${seen?.reason ?? 'no reason'})`);
}

describe('a charge that becomes known late', () => {
  it('is told to whoever answers a question that did not know it, with a reference and on another terminal', async () => {
    const desk = await set();
    const { program, cloud } = desk;
    // The guest of R-1 paid the first night yesterday (here: a moment ago, another sum).
    cloud.terminal(T1).play(approve());
    await desk.type('70,00', 'R-1');
    const night = idOf(await desk.press());
    await untilPayment(program, night, 'approved');
    await program.execute('closeOutcome', { paymentId: night, shown: 'approved', keepDraft: false });
    desk.later(200_000);
    // Today 80,00: the connection breaks, and the desk goes on.
    const played = cloud.terminal(T1).play(hold());
    await desk.type('80,00', 'R-1');
    const lost = idOf(await desk.press({ confirmed: ['same-reference-paid'] }));
    await played.arrived;
    cloud.dropConnections();
    await until(program, lost, ({ state }) => state === 'checking');
    await program.execute('releasePayment', { paymentId: lost });
    // Again, on the other terminal: the desk is asked.
    await desk.type('80,00', 'R-1');
    const question = await desk.press({ terminalId: T2 });
    if (question.ok) throw new Error('not asked');
    // While the question stands on the screen, the guest's card is charged at the first terminal, and a planned lookup proves it.
    cloud.terminal(T1).release(approve());
    await until(program, lost, ({ state }) => state === 'approved');
    const yes = await desk.press({ terminalId: T2, confirmed: question.error.warnings ?? [] });
    expect(yes).toMatchObject({ ok: false, error: { code: 'confirmation-needed' } });
  });

  it('is told to whoever answers a question that did not know it, without a reference and on the same terminal', async () => {
    const desk = await set();
    const { program, cloud } = desk;
    const played = cloud.terminal(T1).play(hold());
    await desk.type('12,50', '');
    const lost = idOf(await desk.press());
    await played.arrived;
    cloud.dropConnections();
    await until(program, lost, ({ state }) => state === 'checking');
    await program.execute('releasePayment', { paymentId: lost });
    await desk.type('12,50', '');
    const question = await desk.press();
    if (question.ok) throw new Error('not asked');
    cloud.terminal(T1).release(approve());
    await until(program, lost, ({ state }) => state === 'approved');
    const yes = await desk.press({ confirmed: question.error.warnings ?? [] });
    expect(desk.approvals()).toBe(1);
    expect(yes).toMatchObject({ ok: false, error: { code: 'confirmation-needed' } });
  });

  it('is told where the look before a sale proves another payment than the one asked about', async () => {
    const desk = await set();
    const { program, cloud } = desk;
    cloud.terminal(T1).play(decline('65'));
    await desk.type('12,50', '');
    const first = idOf(await desk.press());
    const { orderId } = await untilPayment(program, first, 'declined');
    await program.execute('closeOutcome', { paymentId: first, shown: 'declined', keepDraft: false });
    cloud.terminal(T1).play(answerWith({ strange: 1 }, { status: 200 }));
    await desk.type('9,90', '');
    const lost = idOf(await desk.press());
    await until(program, lost, ({ state }) => state === 'checking');
    await program.execute('releasePayment', { paymentId: lost });
    cloud.terminal(T1).otherDesk({ orderId, amountMinor: 1250, outcome: 'approved' });
    desk.later(121_000);
    await desk.type('12,50', '');
    const question = await desk.press();
    expect(question.ok ? [] : question.error.warnings).toContain('older-proven-paid');
  });

  it('is not brought back by a form that a request of Willba put aside', async () => {
    const desk = await set();
    const { program, cloud } = desk;
    // A guest without a booking: 12,50 is declined, and the desk brings the sum back (`Kirjaa käsin`, or it opens another payment).
    cloud.terminal(T1).play(decline('65'));
    await desk.type('12,50', '');
    const first = idOf(await desk.press());
    const { orderId } = await untilPayment(program, first, 'declined');
    expect(await program.execute('closeOutcome', { paymentId: first, shown: 'declined', keepDraft: true })).toMatchObject({ ok: true });
    expect((await desk.snapshot()).form.draft).toMatchObject({ amountText: '12,50', from: first });
    // Willba asks for another guest's payment. Meanwhile the terminal goes on and approves the declined one.
    await desk.open({});
    cloud.terminal(T1).otherDesk({ orderId, amountMinor: 1250, outcome: 'approved' });
    const asked = await desk.press();
    expect(asked).toMatchObject({ ok: false, error: { code: 'confirmation-needed' } });
    await until(program, first, ({ state }) => state === 'approved');
    // The desk does not charge now, and puts the request away.
    expect(await program.execute('dismissRequest', { requestId: 'request-b' })).toMatchObject({ ok: true });
    const back = (await desk.snapshot()).form;
    expect(back.draft).toMatchObject({ amountText: '', from: null });
  });
});

describe('the rest of a payment', () => {
  it('stays in the form where requests of Willba wait and come', async () => {
    const desk = await set();
    const { program, cloud } = desk;
    cloud.terminal(T1).play(approve({ totalMinor: 6000 }));
    await desk.type('100,00', 'R-1');
    const part = idOf(await desk.press());
    await untilPayment(program, part, 'approved');
    const empty = (await desk.snapshot()).form.draft;
    // Another guest's request comes while the outcome is on the screen: it waits.
    await desk.open({});
    expect((await desk.snapshot()).requests.waiting).toHaveLength(1);
    // As the window does: it saves the rest, and closes the outcome then.
    const rest = { ...empty, amountText: '40,00', reference: 'R-1', completesId: part };
    await program.execute('saveDraft', rest);
    expect(await program.execute('closeOutcome', { paymentId: part, shown: 'approved', keepDraft: false })).toMatchObject({ ok: true });
    expect((await desk.snapshot()).form.draft).toEqual(rest);
    // Nor does one that comes now push it aside.
    await desk.open({ id: 'request-c' });
    expect((await desk.snapshot()).form.draft).toEqual(rest);
    expect((await desk.snapshot()).requests.waiting.map(({ id }) => id)).toEqual(['request-b', 'request-c']);
    idOf(await desk.press());
  });
});
