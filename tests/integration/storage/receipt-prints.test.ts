import { beforeEach, describe, expect, it } from 'vitest';
import type { ReceiptPrints } from '../../../electron/receipts/ports.ts';
import { closedDeskTable, createDeskTable } from '../../../electron/storage/desk-table.ts';
import { createReceiptPrints } from '../../../electron/storage/receipt-prints.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { must, openJournal, rowOf, sale } from './journal-on-disk.ts';

const AT = '2026-11-28T10:00:00.000Z';
let database: SqliteDatabase;
let prints: ReceiptPrints;
let complaints: string[] = [];

beforeEach(async () => {
  const opened = await openJournal();
  database = opened.database;
  for (const id of ['p', 'q'])
    must(
      opened.journal.create(sale({ id, orderId: id, terminalId: `7100000${id}` }), `attempt-${id}`, rowOf('started', { name: 'created' })),
    );
  complaints = [];
  prints = createReceiptPrints(createDeskTable(database), { ...silentLog, error: (message) => void complaints.push(message) });
});

const begin = (paymentId = 'p', copy: 'customer' | 'merchant' = 'customer'): number => {
  const begun = prints.begin({ paymentId, copy, how: 'printer', at: AT, by: 'Maija V.' });
  if (!begun.ok) throw new Error('not begun');
  return begun.value;
};
const everything = (): unknown => [
  database.prepare('SELECT * FROM receipt_prints').all(),
  database.prepare('SELECT * FROM receipt_print_ends').all(),
];

describe('a print that was recorded', () => {
  it('counts from its beginning, for its own copy of its own payment', () => {
    expect(prints.wasMade('p', 'customer')).toBe(false);
    begin();
    expect(prints.wasMade('p', 'customer')).toBe(true);
    expect(prints.wasMade('p', 'merchant')).toBe(false);
    expect(prints.wasMade('q', 'customer')).toBe(false);
  });

  it.each([
    ['made', true],
    ['unknown', true],
    ['not-made', false],
  ] as const)('that ended as %s', (end, counts) => {
    prints.end(begin(), end, AT);
    expect(prints.wasMade('p', 'customer')).toBe(counts);
  });

  it('counts beside one that made nothing', () => {
    prints.end(begin(), 'made', AT);
    prints.end(begin(), 'not-made', AT);
    expect(prints.wasMade('p', 'customer')).toBe(true);
  });

  it('holds what was made, when, how and by whom', () => {
    prints.end(begin('q', 'merchant'), 'made', AT);
    expect(everything()).toEqual([
      [{ number: 1, payment_id: 'q', copy: 'merchant', how: 'printer', at: AT, by: 'Maija V.' }],
      [{ number: 1, end: 'made', at: AT }],
    ]);
  });

  it.each([
    `UPDATE receipt_prints SET copy = 'merchant'`,
    'DELETE FROM receipt_prints',
    `REPLACE INTO receipt_prints VALUES (1, 'q', 'customer', 'pdf', 'x', NULL)`,
    `UPDATE receipt_print_ends SET end = 'not-made'`,
    'DELETE FROM receipt_print_ends',
    `REPLACE INTO receipt_print_ends VALUES (1, 'not-made', 'x')`,
  ])('stays: %s', (sql) => {
    prints.end(begin(), 'made', AT);
    const before = everything();
    expect(() => database.exec(sql)).toThrow(/never/);
    expect(everything()).toEqual(before);
  });

  it('is of a payment that is there', () => {
    expect(prints.begin({ paymentId: 'x', copy: 'customer', how: 'pdf', at: AT, by: null }).ok).toBe(false);
  });
});

describe('where nothing can be written', () => {
  it('no print begins', () => {
    database.pragma('query_only = ON');
    expect(prints.begin({ paymentId: 'p', copy: 'customer', how: 'printer', at: AT, by: null }).ok).toBe(false);
    expect(complaints).toHaveLength(1);
    const closed = createReceiptPrints(closedDeskTable(null), silentLog);
    expect(closed.begin({ paymentId: 'p', copy: 'customer', how: 'printer', at: AT, by: null }).ok).toBe(false);
    expect(closed.wasMade('p', 'customer')).toBe(false);
  });

  it('an end that is lost leaves it counted', () => {
    const number = begin();
    database.pragma('query_only = ON');
    prints.end(number, 'not-made', AT);
    expect(prints.wasMade('p', 'customer')).toBe(true);
    expect(complaints).toHaveLength(1);
  });
});
