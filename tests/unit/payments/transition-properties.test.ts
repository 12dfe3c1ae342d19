import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentEffect, PaymentEvent } from '../../../electron/payments/core/events.ts';
import type { LookupAnswer, SaleOutcome, TransactionRecord } from '../../../electron/payments/core/outcome.ts';
import { isFinal, isOpen, type PaymentState } from '../../../electron/payments/core/state.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { transition } from '../../../electron/payments/core/transition.ts';
import { approvalOf, blankRecord } from '../../support/fakes/fake-card-terminal.ts';
import { SEEN_AT, saleFacts, settlement } from './sale-facts.ts';

/** Any events in any order, also those that cannot happen: the core's promises about money hold all the same. */

const outcomes: fc.Arbitrary<SaleOutcome> = fc.oneof(
  fc.integer({ min: 1, max: 9_999 }).map((charged): SaleOutcome => ({ kind: 'approved', approval: approvalOf(charged) })),
  fc.constantFrom('cancelled', 'timed-out', 'host', 'unstated').map((how): SaleOutcome => ({ kind: 'rejected', how, hostCode: null })),
  fc
    .constantFrom('busy', 'inactive', 'not-connected', 'unknown-terminal', 'not-authorised', 'not-sent')
    .map((reason): SaleOutcome => ({ kind: 'refused', reason })),
  fc.constantFrom('answer-lost', 'unreadable').map((cause): SaleOutcome => ({ kind: 'unknown', cause })),
);
const records: fc.Arbitrary<TransactionRecord> = fc
  .record({
    result: fc.constantFrom(0, 0, 0, 1, 2, 3, 99, null),
    totalMinor: fc.constantFrom(1250, 1250, 990, 0, null),
    orderId: fc.constantFrom(saleFacts.orderId, saleFacts.orderId, 'ANOTHER-DESK-1', '', null),
  })
  .map((some) => ({ ...blankRecord, ...some }));
const lookups: fc.Arbitrary<LookupAnswer> = fc.oneof(
  { weight: 4, arbitrary: records.map((record): LookupAnswer => ({ kind: 'record', record })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('no-transaction', 'unreadable', 'unreachable', 'not-authorised').map((kind): LookupAnswer => ({ kind })),
  },
);
const plain = (
  ...types: Exclude<
    PaymentEvent['type'],
    | 'stopped-before-sending'
    | 'answered'
    | 'cancel-answered'
    | 'looked-up'
    | 'original-looked-up'
    | 'settled'
    | 'signature-judged'
    | 'signature-let-stand'
  >[]
) => fc.constantFrom(...types).map((type): PaymentEvent => ({ type }));
const events: fc.Arbitrary<PaymentEvent> = fc.oneof(
  { weight: 6, arbitrary: plain('started', 'cleared', 'request-written', 'cancel-asked', 'deadline-passed', 'given-up') },
  { weight: 4, arbitrary: plain('lookup-due', 'restarted', 'released', 'overwritten', 'busy-wait-over') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('not-sent', 'not-authorised').map((reason) => ({ type: 'stopped-before-sending' as const, reason })),
  },
  { weight: 3, arbitrary: outcomes.map((outcome) => ({ type: 'answered' as const, outcome })) },
  { weight: 2, arbitrary: fc.boolean().map((delivered) => ({ type: 'cancel-answered' as const, delivered })) },
  {
    weight: 5,
    arbitrary: fc
      .record({ answer: lookups, scheduled: fc.boolean(), sinceLossMs: fc.constantFrom(0, ...TIMES.lookups, 400_000) })
      .map((some) => ({ type: 'looked-up' as const, ...some, seenAt: SEEN_AT })),
  },
  { weight: 1, arbitrary: fc.boolean().map((accepted) => ({ type: 'signature-judged' as const, accepted, by: '' })) },
  { weight: 1, arbitrary: fc.constant({ type: 'signature-let-stand' as const, by: 'Maija V.', reason: 'Tuttu', at: SEEN_AT }) },
  { weight: 1, arbitrary: fc.boolean().map((charged) => ({ type: 'settled' as const, settlement: settlement(charged) })) },
);
/** Half of them begin as a real sale does, so that the later states are reached often. */
const histories: fc.Arbitrary<PaymentEvent[]> = fc
  .tuple(fc.boolean(), fc.array(events, { maxLength: 14 }))
  .map(([really, rest]) => (really ? [{ type: 'started' }, { type: 'cleared' }, { type: 'request-written' }, ...rest] : rest));

type Taken = {
  readonly before: PaymentState;
  readonly event: PaymentEvent;
  readonly after: PaymentState;
  readonly effects: readonly PaymentEffect[];
};

function live(history: readonly PaymentEvent[]): Taken[] {
  let state: PaymentState = { name: 'created' };
  return history.map((event) => {
    const before = state;
    const step = transition(before, event, saleFacts);
    state = step.state;
    return { before, event, after: state, effects: step.effects };
  });
}

const proves = (event: PaymentEvent): boolean => {
  if (event.type === 'answered') return event.outcome.kind === 'approved';
  if (event.type !== 'looked-up' || event.answer.kind !== 'record') return false;
  const { result, totalMinor, orderId } = event.answer.record;
  return result === 0 && totalMinor !== null && totalMinor > 0 && orderId === saleFacts.orderId;
};
const saysNotCharged = (event: PaymentEvent): boolean =>
  event.type === 'answered' && (event.outcome.kind === 'rejected' || event.outcome.kind === 'refused');
const mayBeCharged = (state: PaymentState): boolean => (isOpen(state) && state.name !== 'created') || state.name === 'unresolved';
const notCharged = (state: PaymentState): boolean => ['declined', 'cancelled', 'timed-out', 'refused'].includes(state.name);
const sends = (taken: Taken, type: PaymentEffect['type']): boolean => taken.effects.some((effect) => effect.type === type);

const always = (check: (taken: readonly Taken[]) => void): void =>
  fc.assert(
    fc.property(histories, (history) => check(live(history))),
    { numRuns: 1_000 },
  );

describe('for any history of a payment', () => {
  it('it is approved only at the event that proves it', () => {
    always((taken) => {
      for (const { before, event, after } of taken) {
        if (after.name === 'approved' && before.name !== 'approved') expect(proves(event)).toBe(true);
        if (
          after.name === 'settled-by-person' &&
          after.approval !== null &&
          before.name === 'settled-by-person' &&
          before.approval === null
        ) {
          expect(proves(event)).toBe(true);
        }
      }
    });
  });

  it('what was charged is what the proof says', () => {
    always((taken) => {
      for (const { before, event, after } of taken) {
        if (after.name !== 'approved' || before.name === 'approved') continue;
        const total =
          event.type === 'answered' && event.outcome.kind === 'approved'
            ? event.outcome.approval.chargedMinor
            : event.type === 'looked-up' && event.answer.kind === 'record'
              ? event.answer.record.totalMinor
              : null;
        expect(after.chargedMinor).toBe(total);
      }
    });
  });

  it('proof is never dropped once something was sent: it is approved, or stands beside a person’s word', () => {
    always((taken) => {
      let sent = false;
      let proven = false;
      for (const { before, event, after } of taken) {
        sent ||= before.name === 'sent';
        proven ||= sent && proves(event);
        if (proven) expect(after.name === 'approved' || (after.name === 'settled-by-person' && after.approval !== null)).toBe(true);
      }
    });
  });

  it('nothing but the own answer turns a payment that may be charged into one that is not', () => {
    always((taken) => {
      for (const { before, event, after } of taken) {
        if (mayBeCharged(before) && notCharged(after)) expect(saysNotCharged(event)).toBe(true);
      }
    });
  });

  it('a lookup never says "not charged"', () => {
    always((taken) => {
      for (const { before, event, after } of taken)
        if (event.type === 'looked-up' && !notCharged(before)) expect(notCharged(after)).toBe(false);
    });
  });

  it('only a person settles', () => {
    always((taken) => {
      for (const { before, event, after } of taken) {
        if (after.name === 'settled-by-person' && before.name !== 'settled-by-person') expect(event.type).toBe('settled');
      }
    });
  });

  it('the sale is sent at most once for ever, and never after it may have been sent', () => {
    always((taken) => {
      expect(taken.filter((step) => sends(step, 'send')).length).toBeLessThanOrEqual(1);
      for (const step of taken) if (sends(step, 'send')) expect(step.before.name).toBe('created');
    });
  });

  it('a wish to cancel goes out only while the own request is on the wire: never before it is written', () => {
    always((taken) => {
      for (const step of taken) {
        if (!sends(step, 'send-cancel')) continue;
        expect(step.after).toMatchObject({ name: 'cancelling', written: true, delivery: 'under-way' });
        expect(taken.slice(0, taken.indexOf(step) + 1).some(({ event }) => event.type === 'request-written')).toBe(true);
      }
    });
  });

  it('a wish to cancel never goes out after the answer was lost', () => {
    always((taken) => {
      const loss = taken.findIndex(({ after }) => after.name === 'checking');
      if (loss >= 0) expect(taken.slice(loss).some((step) => sends(step, 'send-cancel'))).toBe(false);
    });
  });

  it('a second wish goes out only after the first was answered', () => {
    always((taken) => {
      let underWay = false;
      for (const step of taken) {
        if (step.event.type === 'cancel-answered') underWay = false;
        if (!sends(step, 'send-cancel')) continue;
        expect(underWay).toBe(false);
        underWay = true;
      }
    });
  });

  it('what is known stays known: only proof of the contrary changes a verdict, and a person’s word is kept', () => {
    always((taken) => {
      for (const { before, event, after } of taken) {
        if (!isFinal(before)) continue;
        if (before.name === 'approved') expect(after).toEqual(before);
        else if (before.name === 'settled-by-person') {
          expect(after).toMatchObject({ name: 'settled-by-person', settlement: before.settlement });
        } else if (after.name !== before.name) {
          expect(after.name).toBe('approved');
          expect(proves(event)).toBe(true);
        } else expect(after).toEqual(before);
      }
    });
  });

  it('a payment that is over asks for nothing more', () => {
    always((taken) => {
      for (const { after, effects } of taken) {
        if (isFinal(after)) expect(effects.filter(({ type }) => type !== 'stop-timers')).toEqual([]);
      }
    });
  });

  it('a payment that is being looked up has its next lookup planned, under way or handed to a person', () => {
    always((taken) => {
      let planned = false;
      for (const { event, after, effects } of taken) {
        if (event.type === 'lookup-due' || effects.some(({ type }) => type === 'stop-timers')) planned = false;
        if (effects.some((effect) => effect.type === 'look-up' || (effect.type === 'set-timer' && effect.timer === 'lookup')))
          planned = true;
        if (after.name === 'checking') expect(planned).toBe(true);
      }
    });
  });

  it('the countdown is set once, when the request is written', () => {
    always((taken) => {
      const set = taken.filter(({ effects }) => effects.some((effect) => effect.type === 'set-timer' && effect.timer === 'deadline'));
      expect(set.length).toBeLessThanOrEqual(1);
      for (const { event } of set) expect(event.type).toBe('request-written');
    });
  });

  it('each state survives the journal as it is, and the core changes nothing that it was given', () => {
    always((taken) => {
      for (const { before, event, after, effects } of taken) {
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        const given = JSON.stringify([before, event, saleFacts]);
        expect(transition(before, event, saleFacts)).toEqual({ state: after, effects });
        expect(JSON.stringify([before, event, saleFacts])).toBe(given);
      }
    });
  });
});
