import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { approve, approveThenCut, decline } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

describe('a refund', () => {
  it('is linked to its sale, sent once as a return, and taken off the day', async () => {
    const { cloud, terminal, program, refund, view, paidId } = await paidDesk();
    expect(await view(paidId)).toMatchObject({ refundableMinor: 1250 });
    terminal.play(approve());
    const refundId = idOf(await refund({ amountMinor: 500 }));
    expect(await untilPayment(program, refundId, 'approved')).toMatchObject({
      kind: 'refund',
      originalId: paidId,
      amountMinor: 500,
      chargedMinor: 500,
      reference: 'R-1001',
      refundableMinor: 0,
    });
    expect(cloud.ledger.entries().map(({ posts }) => posts)).toEqual([1, 1]);
    expect(cloud.ledger.snapshot().attempts.map(({ transactionType }) => transactionType)).toEqual(['purchase', 'returnOfGoods']);
    expect(await view(paidId)).toMatchObject({ refundableMinor: 750, state: 'approved', chargedMinor: 1250 });
    const snapshot = await program.execute('snapshot', null);
    expect(snapshot).toMatchObject({ ok: true, value: { today: { totalMinor: 750 } } });
  });

  it('names the card that was charged, and the one that the money went to', async () => {
    const { terminal, program, refund, view, paidId } = await paidDesk();
    expect(await view(paidId)).toMatchObject({ card: { last4: '1234' }, originalCard: null });
    terminal.play(approve({ card: { brand: 'MASTERCARD', maskedNumber: '************0077' } }));
    const refundId = idOf(await refund());
    await untilPayment(program, refundId, 'approved');
    expect(await view(refundId)).toMatchObject({ card: { last4: '0077' }, originalCard: { brand: 'VISA', last4: '1234' } });
  });

  it('never gives back more than what is left, also in parts', async () => {
    const { terminal, program, refund, posts } = await paidDesk();
    expect(await refund({ amountMinor: 1251 })).toMatchObject({ ok: false, error: { code: 'refund-too-large' } });
    terminal.play(approve());
    await untilPayment(program, idOf(await refund({ amountMinor: 1000 })), 'approved');
    const before = posts();
    expect(await refund({ amountMinor: 251 })).toMatchObject({ ok: false, error: { code: 'refund-too-large' } });
    terminal.play(approve());
    await untilPayment(program, idOf(await refund({ amountMinor: 250 })), 'approved');
    expect(await refund({ amountMinor: 1 })).toMatchObject({ ok: false, error: { code: 'not-refundable' } });
    expect(posts()).toBe(before + 1);
  });

  it('whose end is not known counts as given back', async () => {
    const { terminal, program, refund } = await paidDesk();
    terminal.play(approveThenCut('before'));
    const unclear = idOf(await refund());
    await untilPayment(program, unclear, 'checking');
    await program.execute('releasePayment', { paymentId: unclear });
    expect(await refund({ terminalId: '71000002' })).toMatchObject({ ok: false, error: { code: 'not-refundable' } });
  });

  it('that was declined leaves everything to be given back', async () => {
    const { terminal, program, refund, view, paidId } = await paidDesk();
    terminal.play(decline());
    await untilPayment(program, idOf(await refund()), 'declined');
    expect(await view(paidId)).toMatchObject({ refundableMinor: 1250 });
  });

  it('is proven by a lookup like a sale, when its answer is lost', async () => {
    const { terminal, program, refund } = await paidDesk();
    terminal.play(approveThenCut('before'));
    expect(await untilPayment(program, idOf(await refund()), 'approved')).toMatchObject({ kind: 'refund', proof: 'lookup' });
  });

  it('of what was never charged is refused, and so is a refund of a refund', async () => {
    const { terminal, program, refund, posts } = await paidDesk();
    terminal.play(decline());
    const declined = await program.execute('startSale', sale());
    if (!declined.ok) throw new Error(declined.error.code);
    await untilPayment(program, declined.value.paymentId, 'declined');
    terminal.play(approve());
    const refundId = idOf(await refund());
    await untilPayment(program, refundId, 'approved');
    const before = posts();
    for (const originalId of [declined.value.paymentId, refundId]) {
      expect(await refund({ originalId })).toMatchObject({ ok: false, error: { code: 'not-refundable' } });
    }
    expect(await refund({ originalId: 'nobody' })).toMatchObject({ ok: false, error: { code: 'payment-unknown' } });
    expect(posts()).toBe(before);
  });

  it('started twice by the same form is one refund', async () => {
    const { terminal, program, refund, posts } = await paidDesk();
    const before = posts();
    terminal.play(approve());
    const idempotencyKey = randomUUID();
    const [first, second] = await Promise.all([refund({ idempotencyKey }), refund({ idempotencyKey })]);
    expect(idOf(first)).toBe(idOf(second));
    await untilPayment(program, idOf(first), 'approved');
    expect(idOf(await refund({ idempotencyKey }))).toBe(idOf(first));
    expect(posts()).toBe(before + 1);
  });
});
