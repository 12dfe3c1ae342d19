import { describe, expect, it } from 'vitest';
import type { ReceiptText } from '../../../shared/payment-evidence.ts';
import { approve, approveThenCut, decline } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

async function receiptsOf(desk: Awaited<ReturnType<typeof paidDesk>>, paymentId: string): Promise<readonly ReceiptText[]> {
  const evidence = await desk.program.execute('paymentEvidence', { paymentId });
  if (!evidence.ok) throw new Error(evidence.error.code);
  return evidence.value.receipts;
}

describe('the receipts of a payment', () => {
  it('are both copies of the answer, also after a restart', async () => {
    const desk = await paidDesk(approve());
    const before = await receiptsOf(desk, desk.paidId);
    expect(before.map(({ copy }) => copy)).toEqual(['customer', 'merchant']);
    expect(before[0]?.text).toContain('12');
    await desk.restart();
    expect(await receiptsOf(desk, desk.paidId)).toEqual(before);
  });

  it('are those of a lookup where the answer was lost', async () => {
    const desk = await paidDesk(approveThenCut('before'));
    expect((await receiptsOf(desk, desk.paidId)).map(({ copy }) => copy)).toEqual(['terminal']);
  });

  it('are there for a decline, and are of this payment alone', async () => {
    const desk = await paidDesk(approve());
    await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
    desk.terminal.play(decline());
    const paymentId = idOf(await desk.program.execute('startSale', { ...sale(), confirmed: ['same-sum-just-charged'] }));
    await untilPayment(desk.program, paymentId, 'declined');
    const [first] = await receiptsOf(desk, paymentId);
    expect(first?.text).toContain('REJECTED');
    expect((await receiptsOf(desk, desk.paidId)).every(({ text }) => !text.includes('REJECTED'))).toBe(true);
  });
});
