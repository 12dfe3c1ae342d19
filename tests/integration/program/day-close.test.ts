import { describe, expect, it, vi } from 'vitest';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import type { DayToClose } from '../../../shared/ipc/day-close.ts';
import { approve, approveThenCut, comparePaymentsWithLedger, cutCall, decline, hold, slowCall } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

type Desk = Awaited<ReturnType<typeof paidDesk>>;
const ID = '71000001';
const asked = { method: 'POST', path: /\/administration$/ } as const;

async function day(desk: Desk, date: string | null = null): Promise<DayToClose> {
  const read = await desk.program.execute('dayToClose', { date });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const reconcile = (desk: Desk) => desk.program.execute('reconcileTerminal', { terminalId: ID });
const lastEnd = (of: DayToClose) => of.terminals.find(({ terminalId }) => terminalId === ID)?.reconciliations.at(-1);
const reconciled = (desk: Desk, end: string) =>
  vi.waitFor(async () => expect(lastEnd(await day(desk))).toMatchObject({ end }), { timeout: 60_000 });

/** The day as it is shown, with a word for everything in it. */
const wordFor = (of: DayToClose, part: Partial<CommandInput<'closeDay'>> = {}): CommandInput<'closeDay'> => ({
  date: of.date,
  revision: of.revision,
  by: 'Maija V.',
  said: of.terminals.map(({ terminalId }) => ({ terminalId, verdict: 'matches', reason: '' })),
  signed: of.open.map(({ paymentId, why }) => ({ paymentId, why, reason: 'Kysytään huomenna' })),
  ...part,
});
async function close(desk: Desk, part: Partial<CommandInput<'closeDay'>> = {}) {
  return desk.program.execute('closeDay', wordFor(await day(desk), part));
}
async function closedId(desk: Desk): Promise<string> {
  const closed = await close(desk);
  if (!closed.ok) throw new Error(closed.error.code);
  return closed.value.id;
}
async function closedDay(desk: Desk, id: string) {
  const read = await desk.program.execute('closedDay', { id });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const code = (answer: { readonly ok: boolean; readonly error?: { readonly code: string } }) => answer.error?.code ?? 'ok';

/** A payment whose answer is lost; lookups do not show it yet. */
async function unclear(desk: Desk): Promise<{ readonly id: string; readonly show: () => void }> {
  const show = desk.terminal.holdLookups();
  desk.terminal.play(approveThenCut('before'));
  const id = idOf(await desk.program.execute('startSale', sale()));
  await untilPayment(desk.program, id, 'checking');
  return { id, show };
}

describe('the day to be closed', () => {
  it('has what the terminals did, and is closed by a named person', async () => {
    const desk = await paidDesk(approve({ tipMinor: 200 }));
    desk.terminal.play(decline());
    await untilPayment(desk.program, idOf(await desk.program.execute('startSale', sale())), 'declined');
    desk.terminal.play(approve());
    await untilPayment(desk.program, idOf(await desk.refund({ amountMinor: 250 })), 'approved');
    const before = await day(desk);
    expect(before).toMatchObject({ isOver: false, closedId: null, open: [], earlier: [] });
    expect(before.totals.desk).toMatchObject({
      sales: { count: 1, minor: 1450 },
      refunds: { count: 1, minor: 250 },
      tipsMinor: 200,
      chargedMinor: 1200,
    });
    const ledger = desk.cloud.ledger.snapshot().attempts.filter(({ outcome }) => outcome === 'approved');
    const sum = ledger.reduce(
      (all, { transactionType, chargedMinor }) => all + (transactionType === 'purchase' ? chargedMinor : -chargedMinor),
      0,
    );
    expect(before.terminals.find(({ terminalId }) => terminalId === ID)?.figures.chargedMinor).toBe(sum);
    expect(comparePaymentsWithLedger((await desk.snapshot()).today.payments, desk.cloud.ledger.snapshot())).toEqual([]);

    const { day: closed, addenda } = await closedDay(desk, await closedId(desk));
    expect(closed).toMatchObject({ by: 'Maija V.', date: before.date, said: [{ terminalId: ID, verdict: 'matches' }] });
    expect(closed.totals).toEqual(before.totals);
    expect(addenda).toEqual([]);
    expect(code(await close(desk))).toBe('day-closed');
    const list = await desk.program.execute('closedDays', { before: null });
    expect(list).toMatchObject({ ok: true, value: { more: false, days: [{ date: before.date, chargedMinor: 1200 }] } });
  });

  it('is not closed without a verdict for each terminal that was used, and a reason where one differs', async () => {
    const desk = await paidDesk();
    expect(code(await close(desk, { said: [] }))).toBe('day-verdict-missing');
    const differs = (reason: string) => ({ said: [{ terminalId: ID, verdict: 'differs' as const, reason }] });
    expect(code(await close(desk, differs(' ')))).toBe('day-verdict-missing');
    expect(code(await close(desk, differs('kortti 5413330089604111')))).toBe('card-number-in-text');
    expect(code(await close(desk, { by: ' ' }))).toBe('invalid-request');
    expect(code(await close(desk, { said: [{ terminalId: ID, verdict: 'not-confirmed', reason: '' }] }))).toBe('ok');
  });

  it('has no path from an unclear payment to its close without a name and a reason', async () => {
    const desk = await paidDesk();
    const { id, show } = await unclear(desk);
    const open = await day(desk);
    expect(open.open).toMatchObject([{ paymentId: id, why: 'unclear' }]);
    expect(code(await close(desk, { signed: [] }))).toBe('day-open');
    expect(code(await close(desk, { signed: [{ paymentId: id, why: 'unclear', reason: '' }] }))).toBe('day-open');
    expect(code(await close(desk, { signed: [{ paymentId: id, why: 'alarm', reason: 'x' }] }))).toBe('day-open');
    expect(code(await close(desk, { signed: [{ paymentId: desk.paidId, why: 'unclear', reason: 'x' }] }))).toBe('day-open');
    const closed = await closedId(desk);
    expect((await closedDay(desk, closed)).day.signedFor).toMatchObject([{ paymentId: id, why: 'unclear', reason: 'Kysytään huomenna' }]);

    // The charge becomes known afterwards: the closed day stays as it was, and says so beside itself.
    const before = (await closedDay(desk, closed)).day;
    show();
    await untilPayment(desk.program, id, 'approved');
    const { day: after, addenda } = await closedDay(desk, closed);
    expect(after).toEqual(before);
    expect(addenda).toMatchObject([{ paymentId: id, what: 'known', moneyMoved: 'yes', byPerson: false, changeMinor: 1250 }]);
    desk.terminal.play(approve());
    const late = idOf(await desk.program.execute('startSale', { ...sale(), confirmed: ['older-proven-paid', 'same-sum-just-charged'] }));
    await untilPayment(desk.program, late, 'approved');
    expect((await closedDay(desk, closed)).addenda).toMatchObject([{ paymentId: id }, { paymentId: late, what: 'new', changeMinor: 1250 }]);
  });

  it('waits for a payment that runs, and for what was not on the screen', async () => {
    const desk = await paidDesk();
    const shown = await day(desk);
    const held = desk.terminal.play(hold());
    const id = idOf(await desk.program.execute('startSale', sale()));
    await held.arrived;
    expect(code(await desk.program.execute('closeDay', wordFor(shown)))).toBe('day-changed');
    expect(code(await close(desk))).toBe('day-running');
    held.release(approve());
    await untilPayment(desk.program, id, 'approved');
    expect(code(await close(desk))).toBe('ok');
  });
});

describe('a reconciliation', () => {
  it('keeps the report, ends the voids of its session, and belongs to the day that is closed with it', async () => {
    const desk = await paidDesk();
    expect(await desk.view(desk.paidId)).toMatchObject({ voidable: true });
    expect(code(await reconcile(desk))).toBe('ok');
    await reconciled(desk, 'done');
    expect(lastEnd(await day(desk))?.text).toContain('RECONCILIATION');
    expect(await desk.view(desk.paidId)).toMatchObject({ voidable: false });
    expect(code(await desk.takeBack())).toBe('not-voidable');
    expect(desk.cloud.ledger.snapshot().voids).toEqual([]);
    const { day: closed } = await closedDay(desk, await closedId(desk));
    expect(closed.reconciliations).toMatchObject([{ terminalId: ID, end: 'done' }]);
    expect((await desk.snapshot()).dayClose.reconciling).toEqual([]);
  });

  it('is sent once, one at a time, and nothing is sold at its terminal meanwhile', async () => {
    const desk = await paidDesk();
    desk.terminal.administrations.play(slowCall(1_500));
    expect(code(await reconcile(desk))).toBe('ok');
    expect(code(await reconcile(desk))).toBe('reconciling');
    expect(code(await desk.program.execute('reconcileTerminal', { terminalId: '71000002' }))).toBe('reconciling');
    expect((await desk.snapshot()).dayClose.reconciling).toEqual([ID]);
    expect(code(await desk.program.execute('startSale', sale()))).toBe('terminal-reconciling');
    expect(code(await desk.takeBack())).toBe('not-voidable');
    expect(code(await close(desk))).toBe('day-running');
    desk.cloud.terminal('71000002').play(approve());
    const elsewhere = await desk.program.execute('startSale', { ...sale(), terminalId: '71000002', confirmed: ['same-sum-just-charged'] });
    await untilPayment(desk.program, idOf(elsewhere), 'approved');
    await reconciled(desk, 'done');
    expect(desk.cloud.count(asked)).toBe(1);
    desk.terminal.play(approve());
    const again = await desk.program.execute('startSale', { ...sale(), confirmed: ['same-sum-just-charged'] });
    await untilPayment(desk.program, idOf(again), 'approved');
  });

  it('is not sent while a payment may be using its terminal', async () => {
    const desk = await paidDesk();
    const held = desk.terminal.play(hold());
    const id = idOf(await desk.program.execute('startSale', sale()));
    await held.arrived;
    expect(code(await reconcile(desk))).toBe('terminal-held');
    held.release(decline());
    await untilPayment(desk.program, id, 'declined');
    const { id: lost, show } = await unclear(desk);
    expect(code(await reconcile(desk))).toBe('terminal-held');
    await desk.program.execute('releasePayment', { paymentId: lost });
    expect(code(await reconcile(desk))).toBe('terminal-held');
    expect(desk.cloud.count(asked)).toBe(0);
    show();
    await untilPayment(desk.program, lost, 'approved');
    expect(code(await reconcile(desk))).toBe('ok');
    await reconciled(desk, 'done');
  });

  it('whose answer is lost is not confirmed, also after a restart, and is never repeated', async () => {
    const desk = await paidDesk();
    desk.terminal.administrations.play(cutCall('before'));
    expect(code(await reconcile(desk))).toBe('ok');
    await reconciled(desk, 'not-confirmed');
    expect(lastEnd(await day(desk))).toMatchObject({ reason: 'answer-lost', text: null });
    expect(await desk.view(desk.paidId)).toMatchObject({ voidable: false });
    await desk.restart();
    expect(lastEnd(await day(desk))).toMatchObject({ end: 'not-confirmed', reason: 'answer-lost' });
    expect(desk.cloud.count(asked)).toBe(1);
  });

  it('that the program did not see the end of is not confirmed, and is never repeated', async () => {
    const desk = await paidDesk();
    desk.terminal.administrations.play(slowCall(60_000));
    expect(code(await reconcile(desk))).toBe('ok');
    await desk.cloud.waitFor(asked);
    await desk.restart();
    expect(lastEnd(await day(desk))).toMatchObject({ end: 'not-confirmed', reason: 'program-ended' });
    expect(await desk.view(desk.paidId)).toMatchObject({ voidable: false });
    expect(code(await close(desk, { said: [{ terminalId: ID, verdict: 'not-confirmed', reason: '' }] }))).toBe('ok');
    expect(desk.cloud.count(asked)).toBe(1);
  });
});

describe('days that were not closed', () => {
  it('wait, and the one before is offered first while nothing has happened today', async () => {
    const desk = await paidDesk();
    const { date } = await day(desk);
    await desk.restart(24 * 3_600_000);
    expect(await day(desk)).toMatchObject({ date, isOver: true });
    expect(code(await close(desk))).toBe('ok');
    const next = await day(desk);
    expect(next.date > date).toBe(true);
    expect(next).toMatchObject({ isOver: false, earlier: [], totals: { desk: { chargedMinor: 0 } } });
  });
});
