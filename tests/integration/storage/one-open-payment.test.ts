import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { PaymentJournal } from '../../../electron/payments/ports.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { approvedState, must, openJournal, rowOf, sale } from './journal-on-disk.ts';

let journal: PaymentJournal;
let database: SqliteDatabase;
beforeEach(async () => {
  ({ database, journal } = await openJournal());
});

const terminalId = '71000001';
const start = (id: string, idempotencyKey = `attempt-${id}`, terminal = terminalId) =>
  journal.create(sale({ id, orderId: `o-${id}`, terminalId: terminal }), idempotencyKey, rowOf('started', { name: 'created' }));

const open: PaymentState[] = [
  { name: 'created' },
  { name: 'sent', written: false },
  { name: 'sent', written: true },
  { name: 'cancelling', written: true, by: 'desk', delivery: 'delivered' },
  { name: 'checking', cause: 'answer-lost', lookupsDone: 2, hint: null },
];
const over: PaymentState[] = [
  approvedState,
  { name: 'declined', hostCode: '51' },
  { name: 'cancelled', by: 'guest' },
  { name: 'timed-out' },
  { name: 'refused', reason: 'busy' },
  { name: 'unresolved', cause: 'answer-lost', hint: null },
];

describe('at most one open payment at a terminal', () => {
  it.each(open)('$name holds the terminal', (state) => {
    must(start('a'));
    must(journal.append('a', rowOf('restarted', state)));
    expect(start('b')).toEqual({ ok: false, error: { kind: 'terminal-held' } });
    expect(journal.byId('b')).toBeNull();
    expect(journal.open().map(({ facts }) => facts.id)).toEqual(['a']);
    must(start('c', 'attempt-c', '71000002'));
  });

  it.each(over)('$name does not', (state) => {
    must(start('a'));
    must(journal.append('a', rowOf('restarted', state)));
    must(start('b'));
  });

  it('is decided by the index, not by the code before it', () => {
    must(start('a'));
    const insert = `INSERT INTO payments (id, order_id, attempt, kind, amount_minor, currency, terminal_id, reference, environment, started_at, state_name, state)
      VALUES ('b', 'ob', 'ab', 'sale', 1, 'EUR', '${terminalId}', '', 'test', '2026-11-23T10:00:00.000Z', 'created', '{"name":"created"}')`;
    expect(() => database.exec(insert)).toThrow('UNIQUE constraint failed: payments.terminal_id');
  });

  it('a released one frees the terminal and stays open', () => {
    must(start('a'));
    must(journal.append('a', rowOf('cleared', { name: 'sent', written: true })));
    const released = rowOf('released', { name: 'sent', written: true });
    must(journal.append('a', released));
    must(start('b'));
    expect(journal.byId('a')).toMatchObject({ releasedAt: released.at, endedAt: null });
    expect(journal.open().map(({ facts }) => facts.id)).toEqual(['a', 'b']);
    expect(start('c')).toEqual({ ok: false, error: { kind: 'terminal-held' } });
  });

  it('also against a payment that would open again, and nothing of that is written', () => {
    must(start('a'));
    must(journal.append('a', rowOf('given-up', { name: 'unresolved', cause: 'answer-lost', hint: null })));
    must(start('b'));
    const again = rowOf('restarted', { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null });
    expect(journal.append('a', again)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(journal.rows('a')).toHaveLength(2);
    expect(journal.byId('a')?.state.name).toBe('unresolved');
  });
});

describe('one filled-in form is one payment', () => {
  it('names the payment that the attempt became, also while it holds the terminal', () => {
    must(start('a', 'the-form'));
    expect(start('b', 'the-form')).toEqual({ ok: false, error: { kind: 'key-used', paymentId: 'a' } });
    must(journal.append('a', rowOf('given-up', { name: 'timed-out' })));
    expect(start('c', 'the-form', '71000009')).toEqual({ ok: false, error: { kind: 'key-used', paymentId: 'a' } });
    expect(journal.rows('b')).toEqual([]);
  });

  it('an order id is used once, for ever', () => {
    must(journal.create(sale({ id: 'a', orderId: 'same' }), 'attempt-a', rowOf('started', { name: 'created' })));
    const again = journal.create(sale({ id: 'b', orderId: 'same' }), 'attempt-b', rowOf('started', { name: 'created' }));
    expect(again).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(journal.byId('b')).toBeNull();
  });
});

describe('a payment recorded by hand', () => {
  const settlement = { charged: true, by: 'Maija V.', reason: 'Verkko poikki', evidence: '4711 / 1234', at: '2026-11-23T10:00:00.000Z' };
  const settled: PaymentState = { name: 'settled-by-person', settlement, approval: null };
  const byHand = () => sale({ kind: 'manual', terminalId: null, terminalName: null });

  it('is over from its first row on', () => {
    const facts = byHand();
    const row = rowOf({ type: 'settled', settlement }, settled);
    must(journal.create(facts, 'attempt-manual', row));
    expect(journal.open()).toEqual([]);
    expect(journal.byId(facts.id)).toEqual({ facts, state: settled, startedAt: row.at, endedAt: row.at, releasedAt: null });
    must(journal.create(byHand(), 'attempt-manual-2', rowOf({ type: 'settled', settlement }, settled)));
  });

  it('can never be open', () => {
    expect(journal.create(byHand(), 'attempt-manual', rowOf('started', { name: 'created' }))).toMatchObject({ ok: false });
  });
});
