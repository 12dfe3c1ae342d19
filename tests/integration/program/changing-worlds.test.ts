import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { approve, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-worlds-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  const keeper = keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl })));
  const program = composeForTest(folder, cloud.baseUrl, keeper);
  closers.push(() => program.close());
  await program.execute('snapshot', null);
  const mode = async () => {
    const snapshot = await program.execute('snapshot', null);
    return snapshot.ok ? snapshot.value.desk.mode : snapshot.error.code;
  };
  return { cloud, program, keeper, mode };
}
type Program = Awaited<ReturnType<typeof desk>>['program'];

/** What takes the open world away, and the word it uses where a sale is on its way. */
const changes = [
  ['training', 'training-refused', (program: Program) => program.execute('startTraining', null)],
  ['a provisioning file', 'not-possible-now', (program: Program) => program.execute('importFile', null)],
] as const;

describe.each(changes)('a sale and %s at the same moment', (_name, refusal, change) => {
  it('the sale came first: it is seen to its end, and the change is refused', async () => {
    const { cloud, program, mode } = await desk();
    cloud.terminal('71000001').play(approve({ afterMs: 300 }));
    const [started, changed] = await Promise.all([program.execute('startSale', sale()), change(program)]);
    if (!started.ok) throw new Error(started.error.code);
    expect(changed).toMatchObject({ ok: false, error: { code: refusal } });
    await untilPayment(program, started.value.paymentId, 'approved');
    expect(await mode()).toBe('production');
  });

  it('both at once: one of them is refused, and nothing is cut off', async () => {
    const { cloud, program, mode } = await desk();
    cloud.terminal('71000001').play(approve({ afterMs: 300 }));
    const [changed, started] = await Promise.all([change(program), program.execute('startSale', sale())]);
    expect([changed.ok, started.ok].filter(Boolean)).toHaveLength(1);
    if (started.ok) await untilPayment(program, started.value.paymentId, 'approved');
    expect(cloud.ledger.entries().map(({ posts }) => posts)).toEqual(started.ok ? [1] : []);
    expect((await mode()) === 'training').toBe(changed.ok && refusal === 'training-refused');
  });

  it('the change came first: the sale was meant for the world that goes, and begins in neither', async () => {
    const { cloud, program, mode } = await desk();
    const changing = change(program);
    await new Promise((resolve) => setImmediate(resolve));
    const started = await program.execute('startSale', sale());
    expect(await changing).toMatchObject({ ok: true });
    expect(started).toMatchObject({ ok: false, error: { code: 'not-possible-now', moneyMoved: 'no' } });
    expect(cloud.ledger.entries()).toEqual([]);
    expect(await mode()).toBe(refusal === 'training-refused' ? 'training' : 'production');
    const snapshot = await program.execute('snapshot', null);
    expect(snapshot.ok && snapshot.value.today.count).toBe(0);
  });
});

describe('a change that cannot be kept', () => {
  it('leaves the desk where it was, able to sell', async () => {
    const { cloud, program, keeper } = await desk();
    keeper.fails = true;
    await expect(program.execute('importFile', null)).rejects.toThrow('no room');
    cloud.terminal('71000001').play(approve());
    const started = await program.execute('startSale', sale());
    if (!started.ok) throw new Error(started.error.code);
    await untilPayment(program, started.value.paymentId, 'approved');
  });
});

describe('training that is left again', () => {
  it('gives the desk back as it was: what was typed, real payments, and nothing of the exercise', async () => {
    const { cloud, program, mode } = await desk();
    const draftOf = async () => {
      const snapshot = await program.execute('snapshot', null);
      return snapshot.ok ? snapshot.value.form.draft : null;
    };
    const draft = await draftOf();
    if (draft === null) throw new Error('no draft');
    await program.execute('saveDraft', { ...draft, amountText: '86,50', reference: 'R-7200' });
    expect(await program.execute('startTraining', null)).toMatchObject({ ok: true });
    expect(await mode()).toBe('training');
    expect((await draftOf())?.amountText).toBe('');
    const snapshot = await program.execute('snapshot', null);
    expect(snapshot.ok && snapshot.value.tour).toEqual({ done: [], wrong: null });
    const trained = await program.execute('startSale', { ...sale(), mode: 'training', terminalId: '71000003' });
    expect(trained).toMatchObject({ ok: true });
    if (trained.ok) await untilPayment(program, trained.value.paymentId, 'refused');
    expect(await program.execute('leaveTraining', null)).toMatchObject({ ok: true });
    expect(await mode()).toBe('production');
    expect(await draftOf()).toMatchObject({ amountText: '86,50', reference: 'R-7200' });
    const after = await program.execute('snapshot', null);
    expect(after.ok && [after.value.today.count, after.value.tour]).toEqual([0, null]);
    cloud.terminal('71000001').play(approve());
    const started = await program.execute('startSale', sale());
    if (!started.ok) throw new Error(started.error.code);
    await untilPayment(program, started.value.paymentId, 'approved');
    expect(cloud.ledger.entries().map(({ posts }) => posts)).toEqual([1]);
  });

  it('stays where an exercise is under way, and is refused where nobody trains', async () => {
    const { program, mode } = await desk();
    expect(await program.execute('leaveTraining', null)).toMatchObject({ ok: false, error: { code: 'not-possible-now' } });
    await program.execute('startTraining', null);
    expect(await program.execute('startTraining', null)).toMatchObject({ ok: false, error: { code: 'not-possible-now' } });
    const trained = await program.execute('startSale', { ...sale(), mode: 'training', terminalId: '71000005' });
    expect(trained).toMatchObject({ ok: true });
    expect(await program.execute('leaveTraining', null)).toMatchObject({ ok: false, error: { code: 'not-possible-now' } });
    expect(await mode()).toBe('training');
  });

  it('a press that was meant for the exercise charges nobody', async () => {
    const { program, cloud } = await desk();
    await program.execute('startTraining', null);
    const leaving = program.execute('leaveTraining', null);
    await new Promise((resolve) => setImmediate(resolve));
    const [left, started] = await Promise.all([leaving, program.execute('startSale', { ...sale(), mode: 'training' })]);
    expect(left).toMatchObject({ ok: true });
    expect(started).toMatchObject({ ok: false, error: { moneyMoved: 'no' } });
    expect(await program.execute('startSale', { ...sale(), mode: 'training' })).toMatchObject({ ok: false });
    expect(cloud.ledger.entries()).toEqual([]);
  });
});
