import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { approve, approveThenCut, decline } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

/** A desk whose sale of 12,50 for R-1001 was charged 7,50. */
async function partlyPaid() {
  const desk = await paidDesk(approve({ totalMinor: 750 }));
  const rest = (more: Partial<CommandInput<'startSale'>> = {}) =>
    desk.program.execute('startSale', { ...sale(), amountMinor: 500, reference: 'R-1001', completesId: desk.paidId, ...more });
  return { ...desk, rest, restart: desk.restart, current: () => desk.program };
}
const refused = (code: string) => ({ ok: false, error: { code, moneyMoved: 'no' } });

describe('the rest of a payment', () => {
  it('is paid once, without a question about its own family, and no part offers it again', async () => {
    const { terminal, program, rest, view, paidId, posts, snapshot } = await partlyPaid();
    expect(await view(paidId)).toMatchObject({ restMinor: 500, rests: [], completes: null });
    terminal.play(approve());
    const restId = idOf(await rest());
    expect(await untilPayment(program, restId, 'approved')).toMatchObject({
      kind: 'sale',
      originalId: paidId,
      restMinor: 0,
      completes: { paymentId: paidId, reference: 'R-1001', askedMinor: 1_250, paidMinor: 1_250, leftMinor: 0 },
    });
    const { today } = await snapshot();
    // The row of the first part says so at once, without being opened.
    expect(today.payments.find(({ id }) => id === paidId)).toMatchObject({
      restMinor: 0,
      rests: [{ paymentId: restId, minor: 500, moneyMoved: 'yes' }],
      refundableMinor: 750,
      voided: 'no',
    });
    expect(today).toMatchObject({ count: 2, totalMinor: 1_250 });
    expect(await rest({ amountMinor: 1 })).toMatchObject(refused('rest-too-large'));
    expect(await rest({ completesId: restId, amountMinor: 1 })).toMatchObject(refused('rest-too-large'));
    expect(posts()).toBe(2);
  });

  it('is never more than what is left, and a rest that came up short leaves its own', async () => {
    const { terminal, program, rest, view, paidId } = await partlyPaid();
    expect(await rest({ amountMinor: 501 })).toMatchObject(refused('rest-too-large'));
    terminal.play(approve({ totalMinor: 300 }));
    const short = idOf(await rest());
    await untilPayment(program, short, 'approved');
    expect(await view(short)).toMatchObject({ restMinor: 200 });
    expect(await view(paidId)).toMatchObject({ restMinor: 200 });
    terminal.play(approve());
    const last = idOf(await rest({ completesId: short, amountMinor: 200 }));
    expect(await untilPayment(program, last, 'approved')).toMatchObject({ originalId: paidId, restMinor: 0 });
  });

  it('counts as taken while nobody knows what became of it, and is free again once it was declined', async () => {
    const { terminal, program, rest, view, paidId } = await partlyPaid();
    terminal.play(decline());
    await untilPayment(program, idOf(await rest()), 'declined');
    expect(await view(paidId)).toMatchObject({ restMinor: 500 });
    terminal.play(approveThenCut('before', { latestAfterMs: 60_000 }));
    const lost = idOf(await rest());
    await untilPayment(program, lost, 'checking');
    await program.execute('releasePayment', { paymentId: lost });
    expect(await view(paidId)).toMatchObject({ restMinor: 0, rests: [{ paymentId: lost, minor: 500, moneyMoved: 'unknown' }] });
    expect(await rest({ terminalId: '71000002' })).toMatchObject(refused('rest-too-large'));
  });

  it.each(['startVoid', 'startRefund'] as const)('is off once the first part went back by %s', async (how) => {
    const { terminal, program, rest, view, paidId, refund, takeBack } = await partlyPaid();
    terminal.play(approve());
    const back = idOf(await (how === 'startVoid' ? takeBack() : refund({ amountMinor: 100 })));
    await untilPayment(program, back, 'approved');
    expect(await view(paidId)).toMatchObject({ restMinor: 0 });
    expect(await rest()).toMatchObject(refused('rest-too-large'));
  });

  it('that was voided may be paid again, and the first part is its own to be given back', async () => {
    const { terminal, program, rest, view, paidId, refund, takeBack } = await partlyPaid();
    terminal.play(approve());
    const restId = idOf(await rest());
    await untilPayment(program, restId, 'approved');
    await untilPayment(program, idOf(await takeBack({ originalId: restId })), 'approved');
    expect(await view(paidId)).toMatchObject({ restMinor: 500, refundableMinor: 750 });
    terminal.play(approve());
    await untilPayment(program, idOf(await refund({ amountMinor: 750 })), 'approved');
    expect(await view(paidId)).toMatchObject({ restMinor: 0, refundableMinor: 0 });
  });

  it('is begun once by two presses at the same moment, and a third of another form finds nothing left', async () => {
    const { terminal, program, rest, posts } = await partlyPaid();
    terminal.play(approve());
    const idempotencyKey = randomUUID();
    const [one, two, other] = await Promise.all([rest({ idempotencyKey }), rest({ idempotencyKey }), rest()]);
    expect(idOf(one)).toBe(idOf(two));
    expect(other).toMatchObject({ ok: false });
    await untilPayment(program, idOf(one), 'approved');
    expect(await rest()).toMatchObject(refused('rest-too-large'));
    expect(posts()).toBe(2);
  });

  it('with another reference is an ordinary sale, which is asked about as ever', async () => {
    const { terminal, program, rest } = await partlyPaid();
    terminal.play(approve());
    const other = idOf(await rest({ reference: 'R-7', amountMinor: 900 }));
    expect(await untilPayment(program, other, 'approved')).toMatchObject({ originalId: null, completes: null });
    expect(await rest({ completesId: null, amountMinor: 400 })).toMatchObject({
      ok: false,
      error: { code: 'confirmation-needed', warnings: ['same-reference-paid'] },
    });
  });

  it('keeps its form over a reload, and says what it completes', async () => {
    const { program, paidId, snapshot } = await partlyPaid();
    const { form } = (await snapshot()).form.draft;
    const draft = { form, amountText: '5,00', reference: 'R-1001', method: 'card', from: null, completesId: paidId } as const;
    await program.execute('saveDraft', draft);
    expect(await snapshot()).toMatchObject({
      form: { draft, completes: { paymentId: paidId, reference: 'R-1001', paidMinor: 750, leftMinor: 500 } },
    });
    await program.execute('saveDraft', { ...draft, completesId: null });
    expect((await snapshot()).form.completes).toBeNull();
  });
});
