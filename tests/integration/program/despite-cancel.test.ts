import { expect, it } from 'vitest';
import { approveDespiteCancel } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

it('a charge that a cancel came too late for says so, after a restart too; a plain one never does', async () => {
  const desk = await paidDesk();
  expect(await desk.view(desk.paidId)).toMatchObject({ state: 'approved', despiteCancel: false });
  desk.terminal.play(approveDespiteCancel());
  const paymentId = idOf(await desk.program.execute('startSale', { ...sale(), reference: 'R-2' }));
  await untilPayment(desk.program, paymentId, 'sent');
  await expect.poll(async () => (await desk.snapshot()).current?.live).toMatchObject({ writtenMsAgo: expect.any(Number) });
  expect(await desk.program.execute('cancelPayment', { paymentId })).toMatchObject({ ok: true });
  await untilPayment(desk.program, paymentId, 'approved');
  expect(await desk.snapshot()).toMatchObject({ current: { id: paymentId, moneyMoved: 'yes', despiteCancel: true, voidable: true } });
  await desk.restart();
  expect(await desk.view(paymentId)).toMatchObject({ state: 'approved', despiteCancel: true });
  expect(await desk.view(desk.paidId)).toMatchObject({ despiteCancel: false });
});
