import { describe, expect, it } from 'vitest';
import { approve } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

describe('a sum above the limit of this PC', () => {
  it('is asked about once in main, goes out when that was answered, and the limit can be changed', async () => {
    const { program, terminal, posts, snapshot } = await paidDesk();
    expect((await snapshot()).desk.askAboveMinor).toBe(200_000);
    const large = { ...sale(), amountMinor: 200_001 };
    const asks = { ok: false, error: { code: 'confirmation-needed', warnings: ['large-sum'], moneyMoved: 'no' } };
    expect(await program.execute('startSale', large)).toMatchObject(asks);
    expect(posts()).toBe(1);
    terminal.play(approve());
    const paidId = idOf(await program.execute('startSale', { ...large, confirmed: ['large-sum'] }));
    await untilPayment(program, paidId, 'approved');
    expect(posts()).toBe(2);

    expect((await program.execute('chooseAskAbove', { minor: 1_000 })).ok).toBe(true);
    expect((await snapshot()).desk.askAboveMinor).toBe(1_000);
    expect(await program.execute('startSale', sale())).toMatchObject(asks);
    expect((await program.execute('chooseAskAbove', { minor: null })).ok).toBe(true);
    terminal.play(approve());
    await untilPayment(program, idOf(await program.execute('startSale', { ...sale(), amountMinor: 900_000 })), 'approved');
  });
});

describe('the sale screen’s reference', () => {
  const typed = async (desk: Awaited<ReturnType<typeof paidDesk>>, reference: string) => {
    const { form } = await desk.snapshot();
    await desk.program.execute('saveDraft', { ...form.draft, reference });
    return (await desk.snapshot()).form.paid;
  };

  it('tells what was paid on it and what is left, and follows the money', async () => {
    const desk = await paidDesk(approve({ totalMinor: 750 }));
    await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
    expect(await typed(desk, 'R-10')).toBeNull();
    expect(await typed(desk, 'r–1001')).toEqual({ reference: 'r–1001', paidMinor: 750, leftMinor: 500, unclear: false });
    const events: unknown[] = [];
    desk.program.subscribe(({ form }) => form !== undefined && events.push(form.paid));
    desk.terminal.play(approve());
    const refunded = await desk.refund({ amountMinor: 750 });
    await untilPayment(desk.program, idOf(refunded), 'approved');
    expect((await desk.snapshot()).form.paid).toBeNull();
    expect(events.at(-1)).toBeNull();
  });

  it('is published when it becomes known, and when it is none any more', async () => {
    const desk = await paidDesk();
    const events: unknown[] = [];
    desk.program.subscribe(({ form }) => form !== undefined && events.push(form.paid));
    await typed(desk, 'R-1001');
    await expect.poll(() => events).toEqual([{ reference: 'R-1001', paidMinor: 1_250, leftMinor: null, unclear: false }]);
    await typed(desk, 'R-1001 ');
    await typed(desk, 'R-2');
    await expect.poll(() => events.at(-1)).toBeNull();
    const before = events.length;
    await typed(desk, 'R-3');
    expect(events).toHaveLength(before);
  });
});
