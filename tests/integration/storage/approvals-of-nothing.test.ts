import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { migrations } from '../../../electron/storage/migrations.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { approvedState, must, newPath, openWell, rowOf } from './journal-on-disk.ts';

/** The journal's form while an approval of 0 still counted as paid. */
const before = migrations.slice(0, 5);
const forNothing: PaymentState = { ...approvedState, chargedMinor: 0 };

/** One approved payment of each sum, in this order, on these terminals. Written by hand: this program no longer can. */
async function oldJournal(...payments: readonly { readonly state: PaymentState; readonly terminalId: string }[]): Promise<string> {
  const path = newPath();
  const { database } = await openWell(path, { migrations: before });
  const at = '2026-11-22T10:00:00.000Z';
  const payment = database.prepare(`
    INSERT INTO payments (id, order_id, attempt, kind, amount_minor, currency, terminal_id, reference, environment, started_at,
      sent_at, ended_at, state_name, state)
    VALUES (@id, @id, @id, 'sale', 1250, 'EUR', @terminalId, '', 'test', @at, @at, @at, 'approved', @state)`);
  const event = database.prepare('INSERT INTO payment_events (payment_id, seq, at, event, state) VALUES (?, ?, ?, ?, ?)');
  for (const [index, { state, terminalId }] of payments.entries()) {
    const id = `p-${index}`;
    payment.run({ id, terminalId, at, state: JSON.stringify(state) });
    event.run(id, 1, at, '{"type":"started"}', '{"name":"created"}');
    event.run(id, 2, at, '{"type":"cleared"}', '{"name":"sent","written":false}');
    event.run(id, 3, at, '{"type":"given-up"}', JSON.stringify(state));
  }
  database.close();
  return path;
}

describe('an approval of 0 that an earlier version kept as paid', () => {
  it('waits for a person from now on, by a row of its own', async () => {
    const path = await oldJournal({ state: forNothing, terminalId: '71000001' }, { state: approvedState, terminalId: '71000002' });
    const { database } = await openWell(path);
    const journal = createPaymentJournal(database);
    const doubted: PaymentState = { name: 'unresolved', cause: 'unreadable', hint: null };
    expect(journal.byId('p-0')?.state).toEqual(doubted);
    expect(journal.unresolved().map(({ facts }) => facts.id)).toEqual(['p-0']);
    expect(journal.rows('p-0').map(({ state }) => state.name)).toEqual(['created', 'sent', 'approved', 'unresolved']);
    expect(journal.byId('p-1')?.state).toEqual(approvedState);
    // And it can be settled like any other.
    const settlement = { charged: false, by: 'Maija V.', reason: 'Kuitissa 0', evidence: '', at: '2026-11-23T10:05:00.000Z' };
    must(
      journal.append('p-0', {
        ...rowOf('released', { name: 'settled-by-person', settlement, approval: null }),
        event: { type: 'settled', settlement },
      }),
    );
  });

  it('cannot be looked up where its terminal was used again', async () => {
    const path = await oldJournal({ state: forNothing, terminalId: '71000001' }, { state: approvedState, terminalId: '71000001' });
    const { database } = await openWell(path);
    expect(createPaymentJournal(database).byId('p-0')?.state).toMatchObject({ name: 'unresolved', cause: 'overwritten' });
  });
});
