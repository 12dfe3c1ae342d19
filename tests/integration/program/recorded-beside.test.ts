import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { answerCallWith, approve, approveThenCut, ordinaryCall } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

/** A desk that has left an unclear payment of 34,00 behind. No lookup can be read until `show`. */
async function leftUnclear(reference: string) {
  const desk = await paidDesk();
  desk.terminal.lookups.always(answerCallWith(200, { result: {} }));
  desk.terminal.play(approveThenCut('before'));
  const unclear = idOf(await desk.program.execute('startSale', { ...sale(), reference, amountMinor: 3_400 }));
  await untilPayment(desk.program, unclear, 'checking');
  await desk.program.execute('releasePayment', { paymentId: unclear });
  const record = (more: Partial<CommandInput<'recordManualEntry'>> = {}) =>
    desk.program.execute('recordManualEntry', {
      idempotencyKey: randomUUID(),
      mode: 'production',
      amountMinor: 3_400,
      reference,
      lastFour: '4242',
      receipt: '123456',
      reason: 'Pääte ei vastannut',
      confirmed: [],
      ...more,
    });
  const show = async (): Promise<void> => {
    desk.terminal.lookups.always(ordinaryCall);
    await desk.program.execute('refreshPayment', { paymentId: unclear });
  };
  return { ...desk, unclear, record, show };
}

describe('a record by hand beside an unclear payment', () => {
  it('of the same reference asks, names that payment, and where the desk goes on the two name each other', async () => {
    const { program, record, unclear, view } = await leftUnclear('R-7300');
    const asked = { ok: false, error: { code: 'confirmation-needed', warnings: ['same-reference-unclear'], unclearId: unclear } };
    expect(await record({ reference: 'r 7300', amountMinor: 100 })).toMatchObject(asked);
    const recorded = idOf(await record({ confirmed: ['same-reference-unclear'] }));
    expect(await view(recorded)).toMatchObject({
      kind: 'manual',
      originalId: unclear,
      beside: [{ paymentId: unclear, byHand: false, moneyMoved: 'unknown', minor: 3_400 }],
    });
    const besideIt = [{ paymentId: recorded, byHand: true, minor: 3_400, moneyMoved: 'yes' }];
    expect(await view(unclear)).toMatchObject({ beside: besideIt, moneyMoved: 'unknown', voided: 'no', refundableMinor: 0, rests: [] });
    expect(await program.execute('paymentEvidence', { paymentId: unclear })).toMatchObject({ ok: true, value: { beside: besideIt } });
    expect(await program.execute('paymentEvidence', { paymentId: recorded })).toMatchObject({
      ok: true,
      value: { beside: [{ paymentId: unclear }] },
    });
  });

  it('that was proven paid while the question stood asks again, and the record names it all the same', async () => {
    const { record, unclear, show, view, program } = await leftUnclear('R-7300');
    const form = { idempotencyKey: randomUUID(), reference: '' };
    expect(await record(form)).toMatchObject({ ok: false, error: { warnings: ['same-sum-unclear'], unclearId: unclear } });
    await show();
    await untilPayment(program, unclear, 'approved');
    const answered = { ...form, confirmed: ['same-sum-unclear' as const] };
    expect(await record(answered)).toMatchObject({ ok: false, error: { code: 'confirmation-needed', warnings: ['older-proven-paid'] } });
    const recorded = idOf(await record({ ...answered, confirmed: ['same-sum-unclear', 'older-proven-paid'] }));
    expect(await view(recorded)).toMatchObject({ originalId: unclear, beside: [{ paymentId: unclear, moneyMoved: 'yes' }] });
  });

  it.each([
    ['R-7300', ''],
    ['', 'R-7300'],
    ['', ''],
    ['-', 'R-7300'],
  ])('of the same sum asks where one of the two names no booking: %j and %j', async (reference, ofRecord) => {
    const { record, unclear } = await leftUnclear(reference);
    const asked = { ok: false, error: { code: 'confirmation-needed', warnings: ['same-sum-unclear'], unclearId: unclear } };
    expect(await record({ reference: ofRecord })).toMatchObject(asked);
    expect(await record({ reference: ofRecord === '' ? '' : 'R-9', amountMinor: 3_401 })).toMatchObject({ ok: true });
    expect(await record({ reference: ofRecord, confirmed: ['same-sum-unclear'] })).toMatchObject({ ok: true });
  });

  it('of another booking and the same sum asks about nothing', async () => {
    const { record, view } = await leftUnclear('R-7300');
    expect(await view(idOf(await record({ reference: 'R-7301' })))).toMatchObject({ originalId: null, beside: [] });
  });

  it('is named by the alarm when the charge comes to light, and by both payments then', async () => {
    const { program, record, unclear, view, snapshot, show } = await leftUnclear('R-7300');
    const recorded = idOf(await record({ confirmed: ['same-reference-unclear'] }));
    await program.execute('closeOutcome', { paymentId: recorded, shown: 'settled-by-person', keepDraft: false });
    await show();
    await untilPayment(program, unclear, 'approved');
    expect((await snapshot()).attention.lateApprovals).toMatchObject([
      { paymentId: unclear, chargedMinor: 3_400, manualEntriesMinor: 3_400 },
    ]);
    expect(await view(unclear)).toMatchObject({ restMinor: 0, beside: [{ paymentId: recorded }] });
    expect(await view(recorded)).toMatchObject({ beside: [{ paymentId: unclear, moneyMoved: 'yes' }] });
  });
});

it('a card sale beside an unclear payment of its reference is warned as ever', async () => {
  const { program, terminal } = await leftUnclear('R-7300');
  terminal.play(approve());
  const other = { ...sale(), reference: 'r7300', terminalId: '71000002' };
  expect(await program.execute('startSale', other)).toMatchObject({ ok: false, error: { warnings: ['same-reference-unclear'] } });
});
