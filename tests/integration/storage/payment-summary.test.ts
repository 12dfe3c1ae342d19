import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { summaryOf } from '../../../electron/payments/core/summary.ts';
import { chargedMinorBy, chargeOf, moneyMoved, moneyMovedBy } from '../../../electron/payments/core/worth.ts';
import { reversedMinor, reversedMinorOf } from '../../../electron/payments/rules/reversed.ts';
import { approvedState, must, openJournal, rowOf, sale } from './journal-on-disk.ts';

const minor = fc.oneof(fc.constant(0), fc.constantFrom(1, 1250, 1300), fc.integer({ min: 0, max: 99_999_999 }));
const approval = fc.record({
  chargedMinor: minor,
  tipMinor: fc.constant(0),
  surchargeMinor: fc.constant(0),
  stan: fc.constant(null),
  card: fc.constant(null),
});
const settlement = fc.record({
  charged: fc.boolean(),
  by: fc.constant('Maija V.'),
  reason: fc.constant('kuitti'),
  evidence: fc.constant(''),
  at: fc.constant('2026-11-23T10:00:00.000Z'),
});
const settled: fc.Arbitrary<PaymentState> = fc.record({
  name: fc.constant('settled-by-person' as const),
  settlement,
  approval: fc.option(approval, { nil: null }),
});
const cardState: fc.Arbitrary<PaymentState> = fc.oneof(
  { weight: 5, arbitrary: approval.map((of) => ({ name: 'approved' as const, proof: 'answer' as const, ...of })) },
  { weight: 4, arbitrary: settled },
  fc.constantFrom<PaymentState>(
    { name: 'created' },
    { name: 'sent', written: true },
    { name: 'cancelling', written: true, by: 'desk', delivery: 'delivered' },
    { name: 'checking', cause: 'answer-lost', lookupsDone: 1, hint: null },
    { name: 'declined', hostCode: '51' },
    { name: 'cancelled', by: 'guest' },
    { name: 'timed-out' },
    { name: 'refused', reason: 'busy' },
    { name: 'unresolved', cause: 'answer-lost', hint: null },
  ),
);
/** A payment, and whatever names it. */
const made = fc.oneof(
  fc.record({ kind: fc.constantFrom('sale' as const, 'refund' as const, 'void' as const), state: cardState }),
  fc.record({ kind: fc.constant('manual' as const), state: settled }),
);

describe('a payment read by its columns', () => {
  it('says of every state and kind what the whole payment says', async () => {
    const { journal } = await openJournal();
    let number = 0;
    const add = ({ kind, state }: { kind: 'sale' | 'refund' | 'void' | 'manual'; state: PaymentState }, originalId: string | null) => {
      number += 1;
      const facts = sale({ id: `s-${number}`, orderId: `s-${number}`, kind, originalId, terminalId: `71-${number}` });
      must(journal.create(facts, `attempt-s-${number}`, rowOf('started', kind === 'manual' ? state : { name: 'created' })));
      if (kind !== 'manual') must(journal.append(facts.id, rowOf('given-up', state)));
      return facts.id;
    };
    fc.assert(
      fc.property(made, fc.array(made, { maxLength: 3 }), (first, others) => {
        const id = add(first, null);
        const naming = others.map((other) => add(other, id));
        const whole = journal.byId(id);
        if (whole === null) throw new Error('it is gone');
        const summaries = journal.summariesSince(whole.startedAt);
        expect(summaries.map((each) => each.id)).toEqual([id, ...naming]);
        for (const summary of summaries) {
          const full = journal.byId(summary.id);
          if (full === null) throw new Error('it is gone');
          expect(summary).toEqual(summaryOf(full));
          expect(moneyMovedBy(summary.worth)).toBe(moneyMoved(full.state));
          expect(chargedMinorBy(summary.amountMinor, summary.worth)).toBe(chargeOf(full.facts, full.state).chargedMinor);
        }
        const named = journal.summariesNaming(whole.startedAt);
        expect(named.map((each) => each.id)).toEqual(naming);
        const light = summaries.find((each) => each.id === id) ?? summaryOf(whole);
        expect(reversedMinorOf(light, () => named)).toBe(reversedMinor(whole, journal));
      }),
      { numRuns: 150 },
    );
  });

  it('by its own time, and with what names it whenever that began', async () => {
    const { journal } = await openJournal();
    const at = (minute: number) => ({
      ...rowOf('started', { name: 'created' }),
      at: new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString(),
    });
    must(journal.create(sale({ id: 'later' }), 'attempt-later', at(30)));
    must(journal.create(sale({ id: 'earlier' }), 'attempt-earlier', at(20)));
    // The clock was set back: what names a payment may look older.
    must(journal.create(sale({ id: 'refund', kind: 'refund', originalId: 'later' }), 'attempt-refund', at(5)));
    const since = at(10).at;
    expect(journal.summariesSince(since).map(({ id }) => id)).toEqual(['earlier', 'later']);
    expect(journal.summariesNaming(since).map(({ id }) => id)).toEqual(['refund']);
  });

  it('is damaged where it reads as none, and never a guess', async () => {
    const { journal, database } = await openJournal();
    must(journal.create(sale({ id: 'p' }), 'attempt-p', rowOf('started', { name: 'created' })));
    must(journal.append('p', rowOf('given-up', approvedState)));
    database.exec('DROP TRIGGER payments_cache_says_what_the_last_event_says');
    for (const state of [
      '{"name":"approved","chargedMinor":"1250"}',
      '{"name":"approved"}',
      '{"name":"paid"}',
      '{"name":"approved","chargedMinor":-1}',
    ]) {
      database.prepare(`UPDATE payments SET state = ?, state_name = json_extract(?, '$.name')`).run(state, state);
      expect(() => journal.summariesSince(''), state).toThrow('p cannot be read');
    }
  });
});
