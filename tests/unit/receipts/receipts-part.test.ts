import { describe, expect, it } from 'vitest';
import { createRefuse } from '../../../electron/desk/refusals.ts';
import { createPrinting } from '../../../electron/paper/printing.ts';
import type { ReceiptPrints } from '../../../electron/receipts/ports.ts';
import { receiptsPart } from '../../../electron/receipts/receipts-part.ts';
import { failed, ok } from '../../../shared/result.ts';
import { createFakePaperDevice } from '../../support/fakes/fake-paper-device.ts';
import { approved } from '../../support/renderer-harness/sample-desk.ts';

function partWith(prints: ReceiptPrints) {
  const device = createFakePaperDevice();
  device.saveTo = '/nowhere/x.pdf';
  const { commands } = receiptsPart({
    find: () => approved(),
    texts: () => [],
    head: () => ({ merchant: null, property: 'Hotelli', timeZone: 'Europe/Helsinki', language: 'fi' }),
    operator: () => 'Maija V.',
    prints,
    printing: createPrinting(device, () => ({ printer: 'kuitti', paper: '58', dialog: false })),
    paper: () => '58',
    wallTime: () => '2026-11-28T10:00:00.000Z',
    refuse: createRefuse({ errorRef: () => 'REF' }),
  });
  return { device, commands };
}

describe('a print that cannot be recorded', () => {
  it('is not begun: the receipt could be there twice as an original', async () => {
    const { device, commands } = partWith({ begin: () => failed(null), end: () => undefined, wasMade: () => false });
    for (const command of [commands.printReceipt, commands.saveReceiptPdf]) {
      expect(await command({ paymentId: 'p', copy: 'customer' })).toMatchObject({ ok: false, error: { code: 'print-not-recorded' } });
    }
    expect([device.papers, device.pdfs, device.asked]).toEqual([[], [], []]);
  });

  it('is recorded before it begins, with who was at the desk', async () => {
    const order: unknown[] = [];
    const prints: ReceiptPrints = {
      begin: (print) => {
        order.push(print);
        return ok(7);
      },
      end: (number, end) => void order.push([number, end]),
      wasMade: () => false,
    };
    const { device, commands } = partWith(prints);
    device.during = () => order.push('paper');
    await commands.printReceipt({ paymentId: 'p', copy: 'merchant' });
    expect(order).toEqual([expect.objectContaining({ copy: 'merchant', how: 'printer', by: 'Maija V.' }), 'paper', [7, 'made']]);
  });
});
