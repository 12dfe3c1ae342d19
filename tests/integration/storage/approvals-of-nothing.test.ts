import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { migrations } from '../../../electron/storage/migrations.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { approvedState, must, newPath, openWell, rowOf, sale } from './journal-on-disk.ts';

/** The journal's form while an approval of 0 still counted as paid. */
const before = migrations.slice(0, 5);
const forNothing: PaymentState = { ...approvedState, chargedMinor: 0 };

/** One approved payment of each sum, in this order, on these terminals. */
async function oldJournal(...payments: readonly { readonly state: PaymentState; readonly terminalId: string }[]): Promise<string> {
  const path = newPath();
  const { database } = await openWell(path, { migrations: before });
  const journal = createPaymentJournal(database);
  for (const [index, { state, terminalId }] of payments.entries()) {
    const id = `p-${index}`;
    must(journal.create(sale({ id, terminalId }), `attempt-${index}`, rowOf('started', { name: 'created' })));
    must(journal.append(id, rowOf('cleared', { name: 'sent', written: false })));
    must(journal.append(id, rowOf('given-up', state)));
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
