import { describe, expect, it } from 'vitest';
import { answerCallWith, approve, cutCall } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

type Desk = Awaited<ReturnType<typeof paidDesk>>;
const DAY_MS = 24 * 3_600_000;

const open = async (desk: Desk) => (await desk.snapshot()).attention.openSignatures;

/** The desk refused the signature; the void that this began has come to an end, and its window is closed. */
async function refusedWith(spoil: (desk: Desk) => void, voidState: 'refused' | 'declined' | 'checking'): Promise<Desk> {
  const desk = await paidDesk(approve({ cvm: 1 }));
  spoil(desk);
  await desk.program.execute('judgeSignature', { paymentId: desk.paidId, accepted: false });
  const { current } = await desk.snapshot();
  const voidId = current?.id ?? '';
  await untilPayment(desk.program, voidId, voidState);
  await desk.program.execute('releasePayment', { paymentId: voidId });
  await desk.program.execute('closeOutcome', { paymentId: voidId, shown: voidState, keepDraft: false });
  return desk;
}
const notSent = (): Promise<Desk> => refusedWith((desk) => desk.terminal.setConnected(false), 'refused');

describe('a refused signature stays in sight', () => {
  it('where the void could not be sent, and where it is not offered any more', async () => {
    const desk = await notSent();
    desk.terminal.setConnected(true);
    expect(await open(desk)).toEqual([desk.paidId]);
    const next = idOf(await desk.program.execute('startSale', { ...sale(), reference: 'R-2' }));
    await untilPayment(desk.program, next, 'approved');
    expect(await open(desk)).toEqual([desk.paidId]);
    await desk.program.execute('closeOutcome', { paymentId: next, shown: 'approved', keepDraft: false });
    expect(await open(desk)).toEqual([desk.paidId]);
  });

  it('where the void was declined', async () => {
    const rejected = { failure: { error: 'Void not allowed', localModeEventArgs: { Result: 2, TotalAmount: 0, ResponseCode: '05' } } };
    const desk = await refusedWith(({ terminal }) => terminal.voids.play(answerCallWith(400, rejected)), 'declined');
    expect(await open(desk)).toEqual([desk.paidId]);
  });

  it('where nobody knows what became of the void', async () => {
    const desk = await refusedWith(({ terminal }) => terminal.voids.play(cutCall('before', { done: false })), 'checking');
    expect(await open(desk)).toEqual([desk.paidId]);
  });

  it('over a restart, a midnight and weeks, and has the window at each start', async () => {
    const desk = await notSent();
    for (const later of [0, DAY_MS, 30 * DAY_MS]) {
      await desk.restart(later);
      expect((await desk.snapshot()).current).toMatchObject({ id: desk.paidId, signature: 'refused' });
      await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
      expect(await open(desk)).toEqual([desk.paidId]);
    }
  });

  it('until its money has gone back, in parts as well', async () => {
    const desk = await notSent();
    desk.terminal.setConnected(true);
    const refund = async (amountMinor: number): Promise<void> => {
      const refundId = idOf(await desk.refund({ amountMinor }));
      await untilPayment(desk.program, refundId, 'approved');
      await desk.program.execute('closeOutcome', { paymentId: refundId, shown: 'approved', keepDraft: false });
    };
    await refund(1000);
    expect(await open(desk)).toEqual([desk.paidId]);
    await refund(250);
    expect(await open(desk)).toEqual([]);
    await desk.restart();
    expect(await desk.snapshot()).toMatchObject({ current: null, attention: { openSignatures: [] } });
  });
});
