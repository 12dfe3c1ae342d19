import { expect, it } from 'vitest';
import { answerCallWith, approveThenCut, decline } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

type Desk = Awaited<ReturnType<typeof paidDesk>>;

/** A sale that was declined, closed, and that somebody has opened again to look at. */
async function lookingAtDeclined(): Promise<{ desk: Desk; declinedId: string }> {
  const desk = await paidDesk();
  desk.terminal.play(decline());
  const declinedId = idOf(await desk.program.execute('startSale', { ...sale(), reference: 'R-2044' }));
  await untilPayment(desk.program, declinedId, 'declined');
  expect((await desk.snapshot()).browsing).toBe(false);
  expect(await desk.program.execute('closeOutcome', { paymentId: declinedId, shown: 'declined', keepDraft: false })).toMatchObject({
    ok: true,
  });
  return { desk, declinedId };
}

const typed = async (desk: Desk) => ({ ...(await desk.snapshot()).form.draft, amountText: '77', reference: 'R-3001' });

it('a payment that was opened is looked at: whoever asks is told so, whatever page asks', async () => {
  const { desk, declinedId } = await lookingAtDeclined();
  expect((await desk.snapshot()).browsing).toBe(false);
  await desk.program.execute('showPayment', { paymentId: declinedId });
  expect(await desk.snapshot()).toMatchObject({ browsing: true, current: { id: declinedId } });
  await desk.program.execute('closeOutcome', { paymentId: declinedId, shown: 'declined', keepDraft: false });
  expect(await desk.snapshot()).toMatchObject({ browsing: false, current: null });
});

it('closing it never touches what is typed, and its sum is not brought back to be charged', async () => {
  const { desk, declinedId } = await lookingAtDeclined();
  const draft = await typed(desk);
  await desk.program.execute('saveDraft', draft);
  await desk.program.execute('showPayment', { paymentId: declinedId });
  expect(await desk.program.execute('closeOutcome', { paymentId: declinedId, shown: 'declined', keepDraft: true })).toMatchObject({
    ok: false,
    error: { code: 'not-possible-now', moneyMoved: 'no' },
  });
  expect(await desk.snapshot()).toMatchObject({ form: { draft }, browsing: true });
  await desk.program.execute('closeOutcome', { paymentId: declinedId, shown: 'declined', keepDraft: false });
  expect(await desk.snapshot()).toMatchObject({ form: { draft }, browsing: false });
});

it('a refund that is begun from it is no looking any more, and leaves what is typed alone', async () => {
  const desk = await paidDesk();
  const draft = await typed(desk);
  await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
  await desk.program.execute('saveDraft', draft);
  await desk.program.execute('showPayment', { paymentId: desk.paidId });
  const refundId = idOf(await desk.refund());
  await untilPayment(desk.program, refundId, 'approved');
  expect(await desk.snapshot()).toMatchObject({ form: { draft }, browsing: false, current: { id: refundId } });
  await desk.program.execute('closeOutcome', { paymentId: refundId, shown: 'approved', keepDraft: false });
  expect((await desk.snapshot()).form.draft).toEqual(draft);
});

it('releasing an unclear payment that is only looked at leaves what is typed alone', async () => {
  const desk = await paidDesk();
  desk.terminal.lookups.always(answerCallWith(200, { result: {} }));
  desk.terminal.play(approveThenCut('before'));
  const unclearId = idOf(await desk.program.execute('startSale', { ...sale(), amountMinor: 9900, reference: 'R-2045' }));
  await untilPayment(desk.program, unclearId, 'checking');
  expect(await desk.program.execute('showPayment', { paymentId: desk.paidId })).toMatchObject({ error: { code: 'desk-busy' } });
  await desk.program.execute('releasePayment', { paymentId: unclearId });
  const draft = await typed(desk);
  await desk.program.execute('saveDraft', draft);
  await desk.program.execute('showPayment', { paymentId: unclearId });
  await desk.program.execute('releasePayment', { paymentId: unclearId });
  expect(await desk.snapshot()).toMatchObject({ form: { draft }, browsing: false, current: null });
});
