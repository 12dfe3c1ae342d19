import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentJournal } from '../../../electron/payments/ports.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { approvedState, must, openJournal, rowOf, sale } from './journal-on-disk.ts';

let database: SqliteDatabase;
let journal: PaymentJournal;
const facts = sale({ id: 'p', orderId: 'o', terminalId: '71000001' });

beforeEach(async () => {
  ({ database, journal } = await openJournal());
  must(journal.create(facts, 'attempt-1', rowOf('started', { name: 'created' })));
  must(journal.append('p', rowOf('cleared', { name: 'sent', written: false })));
});

const everything = (): unknown => [
  database.prepare('SELECT * FROM payments').all(),
  database.prepare('SELECT * FROM payment_events').all(),
];

describe('nothing that was written can be changed or taken away', () => {
  const event = `'2026-11-23T10:00:00.000Z', '{"type":"cleared"}', '{"name":"timed-out"}'`;
  it.each([
    `UPDATE payment_events SET state = '{"name":"timed-out"}'`,
    `UPDATE payment_events SET seq = seq + 10`,
    `UPDATE OR REPLACE payment_events SET seq = 1`,
    'DELETE FROM payment_events',
    'DELETE FROM payment_events WHERE seq = 2',
    `INSERT OR REPLACE INTO payment_events (payment_id, seq, at, event, state) VALUES ('p', 2, ${event})`,
    // The rowid of an existing row under a seq that would be right.
    `INSERT OR REPLACE INTO payment_events (number, payment_id, seq, at, event, state) VALUES (1, 'p', 3, ${event})`,
    `REPLACE INTO payment_events (payment_id, seq, at, event, state) VALUES ('p', 1, ${event})`,
    `INSERT INTO payment_events (payment_id, seq, at, event, state) VALUES ('p', 2, ${event}) ON CONFLICT DO UPDATE SET state = excluded.state`,
    'DELETE FROM payments',
    `INSERT OR REPLACE INTO payments SELECT * FROM payments`,
    // The other open payment at this terminal would make room for itself.
    `INSERT OR REPLACE INTO payments (id, order_id, attempt, kind, amount_minor, currency, terminal_id, reference, environment, started_at, state_name, state)
       VALUES ('q', 'oq', 'aq', 'sale', 1, 'EUR', '71000001', '', 'test', '2026-11-23T10:00:00.000Z', 'created', '{"name":"created"}')`,
  ])('%s', (sql) => {
    const before = everything();
    expect(() => database.exec(sql)).toThrow(/never|seq must be/);
    expect(everything()).toEqual(before);
  });

  it.each([
    ['id', `'x'`],
    ['order_id', `'x'`],
    ['attempt', `'x'`],
    ['kind', `'refund'`],
    ['request_id', `'x'`],
    ['original_id', `'p'`],
    ['amount_minor', '1'],
    ['currency', `'SEK'`],
    ['terminal_id', `'71000009'`],
    ['terminal_name', `'x'`],
    ['point_of_sale', `'x'`],
    ['reference', `'x'`],
    ['reference_key', `'x'`],
    ['operator', `'x'`],
    ['environment', `'production'`],
    ['started_at', `'2020-01-01T00:00:00.000Z'`],
    ['number', '7'],
  ])('the fact %s', (column, value) => {
    expect(() => database.exec(`UPDATE payments SET ${column} = ${value}`)).toThrow('facts never change');
  });
});

describe('the events of a payment follow each other without a gap', () => {
  it.each([0, 1, 2, 4, 99])('refuses seq %i after 2', (seq) => {
    const insert = database.prepare('INSERT INTO payment_events (payment_id, seq, at, event, state) VALUES (?, ?, ?, ?, ?)');
    expect(() => insert.run('p', seq, '2026-11-23T10:00:00.000Z', '{}', '{}')).toThrow('seq must be the next one');
  });

  it('belong to a payment', () => {
    const written = journal.append('nobody', rowOf('cleared', { name: 'sent', written: false }));
    expect(written).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(journal.rows('nobody')).toEqual([]);
  });
});

describe('the cache in payments', () => {
  it('cannot say anything but the last event', () => {
    const approved = JSON.stringify(approvedState);
    expect(() => database.prepare(`UPDATE payments SET state_name = 'approved', state = ?`).run(approved)).toThrow(
      "must be the last event's",
    );
    expect(() => database.exec(`UPDATE payments SET state_name = 'approved'`)).toThrow();
    expect(journal.byId('p')?.state).toEqual({ name: 'sent', written: false });
  });

  it.each(['sent_at', 'released_at', 'ended_at'])('sets %s once', (column) => {
    must(journal.append('p', rowOf('released', approvedState)));
    expect(() => database.exec(`UPDATE payments SET ${column} = NULL`)).toThrow('set once');
    expect(() => database.exec(`UPDATE payments SET ${column} = '2020-01-01T00:00:00.000Z'`)).toThrow('set once');
  });
});

describe('the tables are strict', () => {
  it('takes no amount that is no integer in range', () => {
    for (const amount of [0, -1, 100_000_000, 12.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      const created = journal.create(sale({ amountMinor: amount }), `attempt-${amount}`, rowOf('started', { name: 'created' }));
      expect(created).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    }
  });

  it('takes no sale without a terminal: the index could not hold it', () => {
    const created = journal.create(sale({ terminalId: null }), 'attempt-2', rowOf('started', { name: 'created' }));
    expect(created).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });
});
