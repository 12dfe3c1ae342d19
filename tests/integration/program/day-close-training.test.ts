import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { DayToClose } from '../../../shared/ipc/day-close.ts';
import { readTrainingLedger } from '../../support/desk/training-ledger.ts';
import { composeForTest, sale, untilPayment } from './program.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function day(program: Program): Promise<DayToClose> {
  const read = await program.execute('dayToClose', { date: null });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

async function terminalNamed(program: Program, name: string): Promise<string> {
  const snapshot = await program.execute('snapshot', null);
  const all = snapshot.ok ? snapshot.value.terminals.sections.flatMap(({ terminals }) => terminals) : [];
  return all.find((terminal) => terminal.name.startsWith(name))?.terminalId ?? '';
}

async function sell(program: Program, name: string, amountMinor: number): Promise<string> {
  const terminalId = await terminalNamed(program, name);
  const wanted = { ...sale(), mode: 'training' as const, terminalId, amountMinor };
  const started = await program.execute('startSale', wanted);
  if (!started.ok) throw new Error(started.error.code);
  await untilPayment(program, started.value.paymentId, 'approved');
  return started.value.paymentId;
}

it('in training the day has what the simulator’s terminals did, and is reconciled and closed like any other', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-day-training-'));
  const program = composeForTest(folder, '', undefined, { training: true });
  closers.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => program.close(),
  );
  const tipped = await sell(program, 'Lisä 1', 4_000);
  await sell(program, 'Lisä 3', 2_000);
  const voided = await sell(program, 'Sauna I', 1_250);
  const refund = await program.execute('startRefund', {
    ...{ idempotencyKey: randomUUID(), originalId: tipped, amountMinor: 500, confirmed: [] },
    terminalId: await terminalNamed(program, 'Sauna I'),
  });
  expect(refund).toMatchObject({ ok: true });
  if (refund.ok) await untilPayment(program, refund.value.paymentId, 'approved');
  // The refund ran at the same terminal since: only a refund gives that sale back now.
  expect(await program.execute('startVoid', { idempotencyKey: randomUUID(), originalId: voided })).toMatchObject({ ok: false });
  const taken = await program.execute('startVoid', { idempotencyKey: randomUUID(), originalId: tipped });
  expect(taken).toMatchObject({ ok: false, error: { code: 'not-voidable' } });

  const before = await day(program);
  const ledger = await readTrainingLedger(folder);
  for (const { terminalId, figures, needsWord } of before.terminals.filter(({ needsWord: used }) => used)) {
    const its = ledger.filter((entry) => entry.terminalId === terminalId && entry.outcome === 'charged');
    const sum = (of: string) => its.filter(({ kind }) => kind === of).reduce((all, { chargedMinor }) => all + chargedMinor, 0);
    expect([needsWord, figures.sales.minor, figures.refunds.minor, figures.voids.minor]).toEqual([
      true,
      sum('purchase'),
      sum('returnOfGoods'),
      sum('void'),
    ]);
    expect(figures.tipsMinor).toBe(its.reduce((all, { tipMinor }) => all + tipMinor, 0));
  }
  expect(before.totals.desk.chargedMinor).toBe(4_400 + 1_000 + 1_250 - 500);

  const terminalId = await terminalNamed(program, 'Sauna I');
  expect(await program.execute('reconcileTerminal', { terminalId })).toMatchObject({ ok: true });
  const reports = async () => (await day(program)).terminals.find((each) => each.terminalId === terminalId)?.reconciliations ?? [];
  await vi.waitFor(async () => expect(await reports()).toMatchObject([{ end: 'done' }]), { timeout: 120_000, interval: 200 });
  // The terminal's own sum of the session is ours.
  expect((await reports())[0]?.text).toContain('7.50');
  const shown = await day(program);
  const closed = await program.execute('closeDay', {
    ...{ date: shown.date, revision: shown.revision, by: 'Maija V.' },
    said: shown.terminals.map((each) => ({ terminalId: each.terminalId, verdict: 'matches' as const, reason: '' })),
    signed: shown.open.map(({ paymentId, why }) => ({ paymentId, why, reason: 'harjoitus' })),
  });
  expect(closed).toMatchObject({ ok: true });
  const again = closed.ok ? await program.execute('closedDay', { id: closed.value.id }) : closed;
  expect(again).toMatchObject({ ok: true, value: { day: { environment: 'training' } } });
});
