import { describe, expect, it } from 'vitest';
import { receiptEvidence } from '../../../electron/desk/persons-word.ts';
import { maskedPayment } from '../../../electron/storage/export-payments.ts';

const of = (evidence: string): string | undefined =>
  maskedPayment({
    ...{ card: null, terminalId: null, terminalName: null, pointOfSale: null, reference: '', operator: null, stan: null },
    settlement: { charged: true, by: 'Maija V.', reason: 'Pääte ei toimi', evidence, at: '2026-11-28T10:00:00.000Z' },
  } as unknown as Parameters<typeof maskedPayment>[0]).settlement?.evidence;

describe('the proof of a record by hand in the export', () => {
  it.each(['100000001', '1234567890', '123456789012', 'K-77'])('keeps the receipt number %s beside any card’s end', (receipt) => {
    for (let end = 0; end < 10_000; end += 7) {
      const evidence = receiptEvidence(receipt, String(end).padStart(4, '0'));
      expect(of(evidence)).toBe(evidence);
    }
  });

  it('never keeps a whole card number', () => {
    expect(of('4111111111111111 ····1111')).not.toContain('4111111111111111');
    expect(of('Kuitti 4111 1111 1111 1111')).not.toContain('4111 1111');
  });
});
