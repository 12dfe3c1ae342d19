import { describe, expect, it } from 'vitest';
import { approve, decline } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

/** `Result` 0, and nothing moved: the answer and the lookup say the same. */
const forNothing = (numbersAsStrings: boolean) => approve({ totalMinor: 0, numbersAsStrings });

describe('an approval of nothing', () => {
  it.each([false, true])('is no paid sale, in the answer and in the lookup (as text: %s)', async (asText) => {
    const { terminal, program, snapshot } = await paidDesk();
    terminal.play(forNothing(asText));
    const paymentId = idOf(await program.execute('startSale', { ...sale(), reference: 'R-2' }));
    const unclear = await untilPayment(program, paymentId, 'checking');
    expect(unclear).toMatchObject({ moneyMoved: 'unknown', chargedMinor: 0, reason: 'unreadable' });
    await expect
      .poll(async () => (await snapshot()).current?.hint, { timeout: 60_000 })
      .toMatchObject({ why: 'no-amount', amountMinor: 0 });
    expect(await snapshot()).toMatchObject({ current: { id: paymentId, state: 'checking' }, today: { totalMinor: 1250 } });
  });

  it('is no refund that may be made again', async () => {
    const { terminal, program, refund, view, paidId, posts } = await paidDesk();
    terminal.play(forNothing(false));
    const first = idOf(await refund());
    await untilPayment(program, first, 'checking');
    await program.execute('releasePayment', { paymentId: first });
    expect(await view(paidId)).toMatchObject({ refundableMinor: 0 });
    const before = posts();
    expect(await refund({ terminalId: '71000002' })).toMatchObject({ ok: false, error: { code: 'not-refundable' } });
    expect(posts()).toBe(before);
  });

  it('of a part leaves nothing to be given back until somebody has settled it', async () => {
    const { terminal, program, refund, view, paidId } = await paidDesk();
    terminal.play(forNothing(false));
    const first = idOf(await refund({ amountMinor: 500 }));
    await untilPayment(program, first, 'checking');
    await program.execute('releasePayment', { paymentId: first });
    expect(await refund({ amountMinor: 100 })).toMatchObject({ ok: false, error: { code: 'not-refundable' } });
    // Another answer on that terminal: nothing can prove the first any more, and a person says what happened.
    terminal.play(decline());
    const confirmed = ['terminal-has-unclear', 'same-reference-unclear', 'same-reference-paid'] as const;
    const next = idOf(await program.execute('startSale', { ...sale(), reference: 'R-3', confirmed: [...confirmed] }));
    await untilPayment(program, next, 'declined');
    await program.execute('closeOutcome', { paymentId: next, shown: 'declined', keepDraft: false });
    await untilPayment(program, first, 'unresolved');
    const settled = await program.execute('settlePayment', {
      paymentId: first,
      by: 'Maija V.',
      reason: 'Kuitissa palautus',
      verdict: { charged: true, receipt: '448812', lastFour: '4242' },
    });
    expect(settled).toMatchObject({ ok: true });
    expect(await view(paidId)).toMatchObject({ refundableMinor: 750 });
  });
});
