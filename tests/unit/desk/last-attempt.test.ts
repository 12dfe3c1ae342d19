import { describe, expect, it } from 'vitest';
import { lastAttemptAt } from '../../../electron/desk/last-attempt.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import { approvalOf, refused } from '../../support/fakes/fake-card-terminal.ts';
import { saleFacts, settlement } from '../payments/sale-facts.ts';
import { openTill } from '../payments/till.ts';

const at = (hour: number): string => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
/** What payments in these states teach, newest first, an hour apart from noon backwards. */
function taught(...states: readonly PaymentState[]) {
  const sent: JournalledPayment[] = states.map((state, index) => ({
    facts: saleFacts,
    state,
    startedAt: at(12 - index),
    endedAt: null,
    releasedAt: null,
  }));
  return lastAttemptAt('71000001', { latestAt: (_terminalId, back = 0) => sent[back] ?? null });
}

const approval = approvalOf(1250);
const answered: readonly PaymentState[] = [
  { name: 'approved', proof: 'answer', ...approval },
  { name: 'approved', proof: 'lookup', ...approval },
  { name: 'declined', hostCode: '05' },
  { name: 'cancelled', by: 'guest' },
  { name: 'timed-out' },
  { name: 'refused', reason: 'busy' },
  { name: 'settled-by-person', settlement: settlement(false), approval },
];
const silent: readonly PaymentState[] = [
  { name: 'created' },
  { name: 'sent', written: true },
  { name: 'cancelling', written: true, by: 'deadline', delivery: 'delivered' },
  { name: 'checking', cause: 'answer-lost', lookupsDone: 2, hint: null },
  { name: 'unresolved', cause: 'overwritten', hint: null },
  { name: 'refused', reason: 'not-authorised' },
  { name: 'settled-by-person', settlement: settlement(true), approval: null },
];

describe('what the last payments say of their terminal', () => {
  it.each(answered)('it answered: %j', (state) => {
    expect(taught(state)).toEqual({ failed: null, at: at(12) });
  });

  it('it was not there, or not known', () => {
    expect(taught({ name: 'refused', reason: 'not-connected' })).toEqual({ failed: 'not-connected', at: at(12) });
    expect(taught({ name: 'refused', reason: 'unknown-terminal' })).toEqual({ failed: 'unknown-id', at: at(12) });
  });

  it.each(silent)('nothing, and what was known before stands: %j', (state) => {
    expect(taught(state)).toBeNull();
    expect(taught(state, { name: 'refused', reason: 'not-connected' })).toEqual({ failed: 'not-connected', at: at(11) });
    expect(taught(state, state, { name: 'timed-out' }, { name: 'refused', reason: 'not-connected' })).toEqual({
      failed: null,
      at: at(10),
    });
  });

  it('nothing where nothing was sent', () => {
    expect(taught()).toBeNull();
  });

  it('nothing new where the desk stopped a payment before anything left this PC', async () => {
    const till = openTill();
    (await till.onTheWire()).answer(refused('not-connected'));
    await till.clock.settle();
    const known = { failed: 'not-connected', at: till.journal.byId(saleFacts.id)?.endedAt };
    till.terminal.script.clear.push('held');
    const never = await till.start({ id: 'payment-2', orderId: 'WP-0002' });
    till.runner.cancel(never);
    await till.clock.settle();
    expect(till.state(never)).toEqual({ name: 'cancelled', by: 'desk' });
    expect(lastAttemptAt('71000001', till.journal)).toEqual(known);
  });
});
