import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { approve, busyCall, comparePaymentsWithLedger, cutCall, decline, hold } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

type Desk = Awaited<ReturnType<typeof paidDesk>>;

const deletes = ({ cloud }: Desk): number => cloud.ledger.snapshot().voids.length;

/** What the program believes against what the server did. */
async function agreement(desk: Desk): Promise<string[]> {
  const { today } = await desk.snapshot();
  return comparePaymentsWithLedger(today.payments, desk.cloud.ledger.snapshot());
}

describe('a void', () => {
  it('takes back the whole sale once, as a row of its own, and leaves the sale charged', async () => {
    const desk = await paidDesk();
    expect(await desk.view(desk.paidId)).toMatchObject({ voidable: true, voided: 'no' });
    const voidId = idOf(await desk.takeBack());
    expect(await untilPayment(desk.program, voidId, 'approved')).toMatchObject({
      kind: 'void',
      originalId: desk.paidId,
      amountMinor: 1250,
      chargedMinor: 1250,
      terminalId: '71000001',
      reference: 'R-1001',
    });
    expect(deletes(desk)).toBe(1);
    expect(await desk.view(desk.paidId)).toMatchObject({
      state: 'approved',
      chargedMinor: 1250,
      voidable: false,
      voided: 'yes',
      refundableMinor: 0,
    });
    expect((await desk.snapshot()).today.totalMinor).toBe(0);
    expect(await agreement(desk)).toEqual([]);
    expect(await desk.takeBack()).toMatchObject({ ok: false, error: { code: 'not-voidable' } });
    expect(await desk.refund()).toMatchObject({ ok: false, error: { code: 'not-refundable' } });
    expect(deletes(desk)).toBe(1);
  });

  it('is not sent where another desk has sold there since', async () => {
    const desk = await paidDesk();
    desk.terminal.otherDesk({ amountMinor: 1250, orderId: 'OTHER-DESK-1' });
    const voidId = idOf(await desk.takeBack());
    expect(await untilPayment(desk.program, voidId, 'refused')).toMatchObject({ reason: 'not-latest', moneyMoved: 'no', proof: null });
    expect(deletes(desk)).toBe(0);
    expect(await agreement(desk)).toEqual([]);
  });

  it('is not offered once this PC has sold there again, nor after a refund', async () => {
    const desk = await paidDesk();
    desk.terminal.play(approve());
    await untilPayment(desk.program, idOf(await desk.program.execute('startSale', sale())), 'approved');
    expect(await desk.takeBack()).toMatchObject({ ok: false, error: { code: 'not-voidable' } });

    const other = await paidDesk();
    other.terminal.play(approve());
    await untilPayment(other.program, idOf(await other.refund({ amountMinor: 100 })), 'approved');
    expect(await other.takeBack()).toMatchObject({ ok: false, error: { code: 'not-voidable' } });
    expect(deletes(other)).toBe(0);
  });

  it('waits for a terminal that is still busy with the payment, and looks before each try', async () => {
    const desk = await paidDesk();
    desk.terminal.voids.play(busyCall());
    const voidId = idOf(await desk.takeBack());
    await untilPayment(desk.program, voidId, 'approved');
    expect(deletes(desk)).toBe(2);
    const calls = desk.cloud.requests.filter(({ path }) => path.endsWith('/transaction')).map(({ method }) => method);
    expect(calls).toEqual(['POST', 'GET', 'DELETE', 'GET', 'DELETE']);
    expect(await agreement(desk)).toEqual([]);
  });

  it('whose answer is lost is never sent again, counts as perhaps given back, and waits for a person', async () => {
    const desk = await paidDesk();
    desk.terminal.voids.play(cutCall('before'));
    const voidId = idOf(await desk.takeBack());
    expect(await untilPayment(desk.program, voidId, 'checking')).toMatchObject({ moneyMoved: 'unknown' });
    await desk.program.execute('releasePayment', { paymentId: voidId });
    expect(await desk.refund()).toMatchObject({ ok: false, error: { code: 'not-refundable' } });
    expect(await desk.takeBack()).toMatchObject({ ok: false, error: { code: 'not-voidable' } });
    await desk.restart();
    expect(await untilPayment(desk.program, voidId, 'checking')).toMatchObject({ kind: 'void' });
    expect(deletes(desk)).toBe(1);
    expect((await desk.snapshot()).today.totalMinor).toBe(1250);
    expect(await agreement(desk)).toEqual([]);
  });

  it('of a refused or running payment is refused, and the same form twice is one void', async () => {
    const desk = await paidDesk();
    const idempotencyKey = randomUUID();
    const [first, second] = await Promise.all([desk.takeBack({ idempotencyKey }), desk.takeBack({ idempotencyKey })]);
    expect(idOf(first)).toBe(idOf(second));
    await untilPayment(desk.program, idOf(first), 'approved');
    expect(deletes(desk)).toBe(1);

    desk.terminal.play(decline());
    const declined = idOf(await desk.program.execute('startSale', sale()));
    await untilPayment(desk.program, declined, 'declined');
    for (const originalId of [declined, idOf(first)]) {
      expect(await desk.takeBack({ originalId })).toMatchObject({ ok: false, error: { code: 'not-voidable' } });
    }
    desk.terminal.play(hold());
    idOf(await desk.program.execute('startSale', sale()));
    expect(await desk.takeBack()).toMatchObject({ ok: false });
    expect(deletes(desk)).toBe(1);
  });

  it('lets the same reference be paid again without the warning that it is paid', async () => {
    const desk = await paidDesk();
    await untilPayment(desk.program, idOf(await desk.takeBack()), 'approved');
    desk.terminal.play(approve());
    idOf(await desk.program.execute('startSale', { ...sale(), reference: 'R-1001' }));
  });
});

describe('a signature', () => {
  it('is asked for, stays in sight when the desk goes on, and has the window again after a restart', async () => {
    const desk = await paidDesk(approve({ cvm: 1 }));
    expect(await desk.snapshot()).toMatchObject({ current: { id: desk.paidId, signature: 'asked' }, attention: { openSignatures: [] } });
    await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
    expect(await desk.snapshot()).toMatchObject({ current: null, attention: { openSignatures: [desk.paidId] } });
    await desk.restart();
    expect((await desk.snapshot()).current).toMatchObject({ id: desk.paidId, signature: 'asked' });
    expect(await desk.program.execute('judgeSignature', { paymentId: desk.paidId, accepted: true })).toMatchObject({ ok: true });
    expect((await desk.snapshot()).current).toMatchObject({ signature: 'accepted', state: 'approved' });
    expect(await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false })).toMatchObject({
      ok: true,
    });
    await desk.restart();
    expect(await desk.snapshot()).toMatchObject({ current: null, attention: { openSignatures: [] } });
    expect(deletes(desk)).toBe(0);
  });

  it('that nobody judged before a weekend is asked for after it', async () => {
    const desk = await paidDesk(approve({ cvm: 1 }));
    await desk.restart(3 * 24 * 3_600_000);
    expect((await desk.snapshot()).current).toMatchObject({ id: desk.paidId, signature: 'asked' });
    await desk.program.execute('judgeSignature', { paymentId: desk.paidId, accepted: true });
    await desk.restart(3 * 24 * 3_600_000);
    expect(await desk.snapshot()).toMatchObject({ current: null, attention: { openSignatures: [] } });
  });

  it('that is refused begins the void, once, also through a busy terminal', async () => {
    const desk = await paidDesk(approve({ cvm: '1' }));
    desk.terminal.voids.play(busyCall());
    const refuse = () => desk.program.execute('judgeSignature', { paymentId: desk.paidId, accepted: false });
    const [first, second] = await Promise.all([refuse(), refuse()]);
    expect([first.ok, second.ok]).toEqual([true, false]);
    const { current } = await desk.snapshot();
    expect(current).toMatchObject({ kind: 'void', originalId: desk.paidId });
    await untilPayment(desk.program, current?.id ?? '', 'approved');
    expect(desk.cloud.ledger.entries()).toMatchObject([{ charged: 1250, voids: 1 }]);
    expect(await agreement(desk)).toEqual([]);
  });

  it('that was refused keeps asking for its void where the void could not begin', async () => {
    const desk = await paidDesk(approve({ cvm: 1 }));
    desk.cloud.terminal('71000001').setConnected(false);
    await desk.program.execute('judgeSignature', { paymentId: desk.paidId, accepted: false });
    const { current } = await desk.snapshot();
    await untilPayment(desk.program, current?.id ?? '', 'refused');
    desk.cloud.terminal('71000001').setConnected(true);
    await desk.restart();
    expect((await desk.snapshot()).current).toMatchObject({ id: desk.paidId, signature: 'refused', voidable: true });
    await untilPayment(desk.program, idOf(await desk.takeBack()), 'approved');
  });
});
