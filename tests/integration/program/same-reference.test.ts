import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { approveThenCut } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

const record = (more: Partial<CommandInput<'recordManualEntry'>> = {}): CommandInput<'recordManualEntry'> => ({
  idempotencyKey: randomUUID(),
  mode: 'production',
  amountMinor: 1250,
  reference: '',
  lastFour: '4242',
  receipt: '123456',
  reason: 'päätelaite ei vastannut',
  confirmed: [],
  ...more,
});
const asked = (...warnings: string[]) => ({ ok: false, error: { code: 'confirmation-needed', moneyMoved: 'no', warnings } });

/** The desk has been paid R-1001 by card. */
describe('a reference that was paid is asked about however it is written', () => {
  it.each(['r-1001', 'R 1001', 'R–1001', 'R\u22121001', 'R  1001', 'R\u20091001', 'Ｒ－１００１', 'r1001'])('%s', async (reference) => {
    const desk = await paidDesk();
    expect(await desk.program.execute('startSale', { ...sale(), amountMinor: 900, reference })).toMatchObject(asked('same-reference-paid'));
    expect(await desk.program.execute('recordManualEntry', record({ amountMinor: 900, reference }))).toMatchObject(
      asked('same-reference-paid'),
    );
    expect(desk.posts()).toBe(1);

    const confirmed = ['same-reference-paid'] as const;
    expect(await desk.program.execute('recordManualEntry', record({ reference, confirmed: [...confirmed] }))).toMatchObject({ ok: true });
    const { today } = await desk.snapshot();
    expect(today.count).toBe(2);
  });
});

it('a record by hand of a reference that was recorded by hand asks as well, and by card so too', async () => {
  const desk = await paidDesk();
  idOf(await desk.program.execute('recordManualEntry', record({ reference: 'Mäkinen 12', amountMinor: 4400 })));
  expect(await desk.program.execute('recordManualEntry', record({ reference: 'MÄKINEN-12' }))).toMatchObject(asked('same-reference-paid'));
  expect(await desk.program.execute('startSale', { ...sale(), reference: 'mäkinen  12' })).toMatchObject(asked('same-reference-paid'));
});

it('a dash is no reference: it is asked about as little as none', async () => {
  const desk = await paidDesk();
  idOf(await desk.program.execute('recordManualEntry', record({ reference: '-', amountMinor: 4400 })));
  idOf(await desk.program.execute('recordManualEntry', record({ reference: '–', amountMinor: 4500 })));
});

it('a refund is warned of what is unclear under its reference, however that is written', async () => {
  const desk = await paidDesk();
  desk.terminal.play(approveThenCut('before', { latestAfterMs: 60_000 }));
  const confirmed = ['same-reference-paid'] as const;
  const lost = idOf(await desk.program.execute('startSale', { ...sale(), reference: 'r 1001', confirmed: [...confirmed] }));
  await untilPayment(desk.program, lost, 'checking');
  await desk.program.execute('releasePayment', { paymentId: lost });
  const refund = await desk.refund({ terminalId: '71000002' });
  expect(refund).toMatchObject(asked('same-reference-unclear'));
});
