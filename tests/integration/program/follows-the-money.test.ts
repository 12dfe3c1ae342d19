import { describe, expect, it } from 'vitest';
import { approve, approveThenCut, cutCall } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

type Desk = Awaited<ReturnType<typeof paidDesk>>;

const rowOf = async (desk: Desk, paymentId: string) => (await desk.snapshot()).today.payments.find(({ id }) => id === paymentId);
const lateIds = async (desk: Desk) => (await desk.snapshot()).attention.lateApprovals.map(({ paymentId }) => paymentId);

/** The answer lost and found by a lookup, while the payment still has the window. */
async function provenInTheWindow(desk: Desk): Promise<string> {
  desk.terminal.play(approveThenCut('before'));
  const paymentId = idOf(await desk.program.execute('startSale', { ...sale(), reference: 'R-2' }));
  await untilPayment(desk.program, paymentId, 'checking');
  await untilPayment(desk.program, paymentId, 'approved');
  return paymentId;
}

/** Charged, the answer lost, the desk gone on, and then proven: an alarm. */
async function provenLate(desk: Desk): Promise<string> {
  desk.terminal.play(approveThenCut('before'));
  const paymentId = idOf(await desk.program.execute('startSale', { ...sale(), reference: 'R-3' }));
  await untilPayment(desk.program, paymentId, 'checking');
  await desk.program.execute('releasePayment', { paymentId });
  await desk.program.execute('refreshPayment', { paymentId });
  await untilPayment(desk.program, paymentId, 'approved');
  expect(await lateIds(desk)).toEqual([paymentId]);
  return paymentId;
}

describe('the list of the day', () => {
  it('tells at once that a sale was voided, and counts neither the sale nor its void', async () => {
    const desk = await paidDesk();
    await untilPayment(desk.program, idOf(await desk.takeBack()), 'approved');
    expect(await rowOf(desk, desk.paidId)).toMatchObject({ voided: 'yes', voidable: false, refundableMinor: 0 });
    expect((await desk.snapshot()).today).toMatchObject({ count: 0, totalMinor: 0 });
  });

  it('tells at once that a void may have been done', async () => {
    const desk = await paidDesk();
    desk.terminal.voids.play(cutCall('before'));
    await untilPayment(desk.program, idOf(await desk.takeBack()), 'checking');
    expect(await rowOf(desk, desk.paidId)).toMatchObject({ voided: 'unknown', voidable: false, refundableMinor: 0 });
    expect((await desk.snapshot()).today).toMatchObject({ count: 1, totalMinor: 1250 });
  });

  it('tells what was given back of a sale, and counts it until all of it has gone', async () => {
    const desk = await paidDesk();
    await untilPayment(desk.program, idOf(await desk.refund({ amountMinor: 500 })), 'approved');
    expect(await rowOf(desk, desk.paidId)).toMatchObject({ reversedMinor: 500, refundableMinor: 750, voidable: false });
    expect((await desk.snapshot()).today).toMatchObject({ count: 1, totalMinor: 750 });
    await untilPayment(desk.program, idOf(await desk.refund({ amountMinor: 750 })), 'approved');
    expect(await rowOf(desk, desk.paidId)).toMatchObject({ reversedMinor: 1250, refundableMinor: 0 });
    expect((await desk.snapshot()).today).toMatchObject({ count: 0, totalMinor: 0 });
    await desk.restart();
    expect((await desk.snapshot()).today).toMatchObject({ count: 0, totalMinor: 0 });
  });

  it('tells at once that the sale before is not the terminal’s latest any more', async () => {
    const desk = await paidDesk();
    expect(await rowOf(desk, desk.paidId)).toMatchObject({ voidable: true });
    desk.terminal.play(approve());
    await untilPayment(desk.program, idOf(await desk.program.execute('startSale', { ...sale(), reference: 'R-4' })), 'approved');
    expect(await rowOf(desk, desk.paidId)).toMatchObject({ voidable: false });
  });
});

describe('the alarm of a late approval', () => {
  it('does not come for a sale that was proven in the window and voided, nor after a restart', async () => {
    const desk = await paidDesk();
    const paymentId = await provenInTheWindow(desk);
    const voidId = idOf(await desk.takeBack({ originalId: paymentId }));
    await untilPayment(desk.program, voidId, 'approved');
    await desk.program.execute('closeOutcome', { paymentId: voidId, shown: 'approved', keepDraft: false });
    expect(await lateIds(desk)).toEqual([]);
    await desk.restart();
    expect(await lateIds(desk)).toEqual([]);
  });

  it('is over once the desk began to give its money back from its own screen, however little', async () => {
    const desk = await paidDesk();
    const paymentId = await provenInTheWindow(desk);
    const refundId = idOf(await desk.refund({ originalId: paymentId, amountMinor: 100 }));
    await untilPayment(desk.program, refundId, 'approved');
    await desk.program.execute('closeOutcome', { paymentId: refundId, shown: 'approved', keepDraft: false });
    expect(await lateIds(desk)).toEqual([]);
    await desk.restart();
    expect(await lateIds(desk)).toEqual([]);
  });

  it('is gone where the whole money went back', async () => {
    const desk = await paidDesk();
    const paymentId = await provenLate(desk);
    await untilPayment(desk.program, idOf(await desk.refund({ originalId: paymentId })), 'approved');
    expect(await lateIds(desk)).toEqual([]);
    await desk.restart();
    expect(await lateIds(desk)).toEqual([]);
  });
});
