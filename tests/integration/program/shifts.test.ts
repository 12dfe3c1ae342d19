import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../../electron/settings/settings.ts';
import { systemClock } from '../../../electron/system/clock.ts';
import { answerCallWith, approve, approveThenCut, ordinaryCall, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { type ProvisioningOverrides, provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const operators = ['Maija V.', 'Jussi K.'];

async function desk(overrides: ProvisioningOverrides = {}) {
  let shift = 0;
  const clock = {
    ...systemClock,
    wallTime: () => new Date(Date.now() + shift).toISOString(),
    since: (iso: string) => systemClock.since(iso) + shift,
    ago: (ms: number) => systemClock.ago(ms - shift),
  };
  const later = (ms: number): void => {
    shift += ms;
  };
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-shifts-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  const kept: Settings[] = [];
  const keeper = {
    ...keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl, operators: [...operators, 'Kesä  Kaija'] }))),
    writeSettings: (settings: Settings) => void kept.push(settings),
  };
  const program = composeForTest(folder, cloud.baseUrl, keeper, { overrides: { operators, ...overrides }, clock });
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
    () => program.close(),
  );
  const snapshot = async () => {
    const answer = await program.execute('snapshot', null);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const choose = (name: string) => program.execute('chooseOperator', { name });
  const add = async (name: string) => {
    const added = await program.execute('addOperator', { name });
    return added.ok ? added.value : added.error.code;
  };
  const record = (reference: string) =>
    program.execute('recordManualEntry', {
      ...{ idempotencyKey: randomUUID(), mode: 'production', amountMinor: 900, reference, lastFour: '4242', receipt: 'K-1' },
      ...{ reason: 'Pääte ei vastannut', confirmed: ['same-sum-just-charged'] },
    });
  const take = async () => {
    const { handover } = await snapshot();
    return program.execute('takeOver', { by: handover?.by ?? '', items: handover?.items ?? [] });
  };
  const taken = async () => {
    const found = await program.execute('handovers', { start: '2020-01-01T00:00:00.000Z', end: '2999-01-01T00:00:00.000Z' });
    return found.ok ? found.value.handovers : [];
  };
  return { later, cloud, terminal: cloud.terminal('71000001'), program, snapshot, choose, add, record, take, taken, kept };
}

/** Maija leaves an unclear payment, one that is paid, and a record by hand behind. */
async function afterMaija(overrides: ProvisioningOverrides = {}) {
  const at = await desk(overrides);
  await at.choose('Maija V.');
  at.terminal.lookups.always(answerCallWith(200, { result: {} }));
  at.terminal.play(approveThenCut('before'));
  const begun = await at.program.execute('startSale', { ...sale(), reference: 'R-1' });
  if (!begun.ok) throw new Error(begun.error.code);
  const unclear = begun.value.paymentId;
  await untilPayment(at.program, unclear, 'checking');
  await at.program.execute('releasePayment', { paymentId: unclear });
  expect(await at.record('R-2')).toMatchObject({ ok: true });
  return { ...at, unclear };
}

describe('a change of shift', () => {
  it('lists what is open and what was recorded by hand, and is taken over by name', async () => {
    const { choose, snapshot, take, taken } = await afterMaija();
    expect((await snapshot()).handover).toBeNull();
    await choose('Jussi K.');
    const { handover } = await snapshot();
    expect(handover).toMatchObject({
      from: 'Maija V.',
      by: 'Jussi K.',
      items: [
        { why: 'released', reference: 'R-1' },
        { why: 'manual', reference: 'R-2' },
      ],
    });
    expect(await taken()).toEqual([]);
    expect(await take()).toEqual({ ok: true, value: null });
    expect((await snapshot()).handover).toBeNull();
    expect(await taken()).toMatchObject([{ from: 'Maija V.', by: 'Jussi K.', items: handover?.items ?? [] }]);
  });

  it('goes over the end of a day: what a night shift recorded, and what Willba does not know of', async () => {
    const nowhere = {
      webhookUrl: 'http://127.0.0.1:9/events',
      webhookSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
      linkKey: 'k'.repeat(32),
    };
    const { choose, snapshot, later, program, terminal, unclear } = await afterMaija({ willba: nowhere });
    terminal.play(approve());
    terminal.lookups.always(ordinaryCall);
    await program.execute('refreshPayment', { paymentId: unclear });
    await untilPayment(program, unclear, 'approved');
    later(24 * 3_600_000);
    await choose('Jussi K.');
    const items = (await snapshot()).handover?.items ?? [];
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ why: 'alarm', reference: 'R-1' }),
        expect.objectContaining({ why: 'not-in-willba', reference: 'R-1' }),
        expect.objectContaining({ why: 'manual', reference: 'R-2' }),
      ]),
    );
  });

  it('names a record by hand to one person only: whoever comes after a handover is not told again', async () => {
    const { choose, snapshot, later, take } = await afterMaija();
    await choose('Jussi K.');
    later(60_000);
    expect(await take()).toMatchObject({ ok: true });
    later(24 * 3_600_000);
    await choose('Maija V.');
    expect((await snapshot()).handover?.items.map(({ why }) => why) ?? []).not.toContain('manual');
  });

  it('is only what the window showed: something that came meanwhile is not taken over unseen', async () => {
    const { choose, snapshot, program, taken } = await afterMaija();
    await choose('Jussi K.');
    const [first] = (await snapshot()).handover?.items ?? [];
    await program.execute('takeOver', { by: 'Jussi K.', items: first === undefined ? [] : [first] });
    expect((await taken()).flatMap(({ items }) => items)).toEqual([first]);
  });

  it('stands in nobody’s way: a sale begins beside it, and it may be put off', async () => {
    const { choose, snapshot, program, taken, terminal } = await afterMaija();
    await choose('Jussi K.');
    terminal.lookups.always(ordinaryCall);
    terminal.play(approve());
    await program.execute('closeOutcome', {
      paymentId: (await snapshot()).current?.id ?? '',
      shown: 'settled-by-person',
      keepDraft: false,
    });
    const begun = await program.execute('startSale', { ...sale(), terminalId: '71000002' });
    expect(begun).toMatchObject({ ok: true });
    await program.execute('putOffHandover', null);
    expect([(await snapshot()).handover, await taken()]).toEqual([null, []]);
  });

  it('takes over only what was shown and is still open, and only whom it was shown to', async () => {
    const { choose, snapshot, program, take, taken, terminal, unclear } = await afterMaija();
    await choose('Jussi K.');
    const items = (await snapshot()).handover?.items ?? [];
    expect(await program.execute('takeOver', { by: 'Maija V.', items })).toMatchObject({ ok: false, error: { code: 'not-possible-now' } });
    // Proven meanwhile: nobody has to take it over any more, whatever the window still showed.
    terminal.lookups.always(ordinaryCall);
    await program.execute('refreshPayment', { paymentId: unclear });
    await untilPayment(program, unclear, 'approved');
    await expect.poll(async () => (await snapshot()).handover?.items.map(({ why }) => why)).not.toContain('released');
    expect(await program.execute('takeOver', { by: 'Jussi K.', items })).toMatchObject({ ok: true });
    expect((await taken()).flatMap((one) => one.items.map(({ why }) => why))).not.toContain('released');
    expect(await take()).toMatchObject({ ok: false });
  });

  it('says nothing where nothing is open, nor where the same person is chosen again', async () => {
    const at = await desk();
    await at.choose('Maija V.');
    await at.choose('Jussi K.');
    expect((await at.snapshot()).handover).toBeNull();
    const { choose, snapshot } = await afterMaija();
    await choose('Maija V.');
    expect((await snapshot()).handover).toBeNull();
  });
});

describe('a name that is added at the desk', () => {
  it('is at the desk at once, stands on its payments, and is kept', async () => {
    const { add, snapshot, kept, program, terminal } = await desk();
    expect(await add('  Kesä   Kaija ')).toBe('added');
    expect((await snapshot()).desk).toMatchObject({ operators: [...operators, 'Kesä Kaija'], operator: 'Kesä Kaija' });
    expect(kept.at(-1)).toMatchObject({ operators, addedOperators: ['Kesä Kaija'] });
    terminal.play(approve());
    const begun = await program.execute('startSale', sale());
    expect(begun.ok && (await untilPayment(program, begun.value.paymentId, 'approved')).operator).toBe('Kesä Kaija');
  });

  it('outlives a file that is imported again, and is not there twice where the file has it by now', async () => {
    const { add, snapshot, program } = await desk();
    await add('Kesä Kaija');
    await add('Talvi Timo');
    expect(await program.execute('importFile', null)).toMatchObject({ ok: true });
    expect((await snapshot()).desk.operators).toEqual([...operators, 'Kesä  Kaija', 'Talvi Timo']);
    expect((await snapshot()).desk.operator).toBe('Talvi Timo');
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x'.repeat(41), 'too-long'],
    ['x'.repeat(400), 'too-long'],
    ['Kaija\u202e', 'control-characters'],
    ['Kaija 4242 4242 4242 4242', 'card-number'],
    ['maija v.', 'same-name'],
    ['Jussi  K.', 'same-name'],
  ])('%j is refused: %s', async (name, problem) => {
    const { add, snapshot, kept } = await desk();
    expect(await add(name)).toBe(problem);
    expect((await snapshot()).desk).toMatchObject({ operators, operator: null });
    expect(kept).toEqual([]);
  });

  it('in training lasts for this run and is on nobody’s list', async () => {
    const { add, snapshot, kept, program } = await desk();
    await program.execute('startTraining', null);
    expect(await add('Kesä Kaija')).toBe('added');
    expect((await snapshot()).desk).toMatchObject({ mode: 'training', operator: 'Kesä Kaija' });
    expect(kept).toEqual([]);
  });
});
