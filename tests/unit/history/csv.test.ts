import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_BEGIN, csvColumns, csvHead, csvLine } from '../../../electron/history/csv.ts';
import type { ExportedPayment } from '../../../shared/payment.ts';
import { payments } from '../../../shared/texts/fi/payments.ts';

const payment: ExportedPayment = {
  id: 'p1',
  orderId: 'w1-1',
  requestId: null,
  originalId: null,
  kind: 'sale',
  state: 'approved',
  moneyMoved: 'yes',
  released: false,
  amountMinor: 1_250,
  chargedMinor: 1_450,
  tipMinor: 200,
  surchargeMinor: 0,
  currency: 'EUR',
  terminalId: '71000001',
  terminalName: 'Päätelaite I',
  pointOfSale: 'Vastaanotto',
  reference: 'R-1001',
  operator: 'Maija V.',
  stan: '000123',
  card: { brand: 'VISA', last4: '0042' },
  reason: null,
  proof: 'answer',
  settlement: null,
  environment: 'production',
  startedAt: '2026-11-23T08:00:00.000Z',
  endedAt: '2026-11-23T08:00:09.120Z',
};
const HELSINKI = 'Europe/Helsinki';

/** Reads a line as a spreadsheet does (RFC 4180 with semicolons); written apart from what writes it. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let rest = line.replace(/\r\n$/, '');
  for (;;) {
    if (rest.startsWith('"')) {
      let end = 1;
      while (rest[end] !== '"' || rest[end + 1] === '"') end += rest[end] === '"' ? 2 : 1;
      cells.push(rest.slice(1, end).replaceAll('""', '"'));
      rest = rest.slice(end + 1);
    } else {
      const end = rest.indexOf(';') === -1 ? rest.length : rest.indexOf(';');
      cells.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    if (rest === '') return cells;
    expect(rest[0]).toBe(';');
    rest = rest.slice(1);
    if (rest === '') return [...cells, ''];
  }
}

describe('a line of CSV', () => {
  it('holds the columns of the exported payment, byte for byte', () => {
    expect(CSV_BEGIN).toBe('\ufeff');
    expect(csvHead(payments.csv).split(';')).toHaveLength(csvColumns.length);
    expect(csvLine(payment, HELSINKI)).toBe(
      'p1;w1-1;;;sale;approved;yes;false;12,50;14,50;2,00;0,00;EUR;71000001;Päätelaite I;Vastaanotto;R-1001;Maija V.;000123;VISA;0042;;answer;;;;;;production;23.11.2026 10.00.00;23.11.2026 10.00.09\r\n',
    );
  });

  it.each([
    ['2026-03-29T00:59:59.999Z', '29.03.2026 02.59.59'],
    ['2026-03-29T01:00:00.000Z', '29.03.2026 04.00.00'],
    ['2026-10-25T00:30:00.000Z', '25.10.2026 03.30.00'],
    ['2026-10-25T01:30:00.000Z', '25.10.2026 03.30.00'],
    ['2026-12-31T22:00:00.000Z', '01.01.2027 00.00.00'],
  ])('writes %s as the property’s clock shows it', (startedAt, shown) => {
    expect(cellsOf(csvLine({ ...payment, startedAt }, HELSINKI)).at(-2)).toBe(shown);
  });

  it('writes sums of currencies with other decimals exactly', () => {
    const sums = (currency: string) => cellsOf(csvLine({ ...payment, currency, amountMinor: 99_999_999 }, HELSINKI))[8];
    expect([sums('EUR'), sums('ISK'), sums('KWD')]).toEqual(['999999,99', '99999999', '99999,999']);
  });

  it('tells a settlement in columns of its own', () => {
    const settlement = { charged: false, by: 'Jussi K.', reason: 'Ei kuitissa; varma', evidence: '', at: '2026-11-23T09:00:00.000Z' };
    const cells = cellsOf(csvLine({ ...payment, settlement }, HELSINKI));
    expect(cells.slice(23, 28)).toEqual(['false', 'Jussi K.', 'Ei kuitissa; varma', '', '23.11.2026 11.00.00']);
  });

  it('gives any text back as it was, and none of them begins a formula', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', "'", 'a', '1'), maxLength: 8 }),
    );
    fc.assert(
      fc.property(word, word, word, (reference, operator, terminalName) => {
        const cells = cellsOf(csvLine({ ...payment, reference, operator, terminalName }, HELSINKI));
        expect(cells).toHaveLength(csvColumns.length);
        for (const [column, text] of [
          [16, reference],
          [17, operator],
          [14, terminalName],
        ] as const) {
          const cell = cells[column] ?? '';
          expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          expect([text, `'${text}`]).toContain(cell);
        }
      }),
    );
  });
});
