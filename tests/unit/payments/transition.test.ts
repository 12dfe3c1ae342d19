import { describe, expect, it } from 'vitest';
import type { PaymentEffect, PaymentEvent } from '../../../electron/payments/core/events.ts';
import type { PaymentState, StateNamed } from '../../../electron/payments/core/state.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { transition } from '../../../electron/payments/core/transition.ts';
import { approvalOf, approved, hostSaidNo, lost, refused, rejectedAs, unreadable } from '../../support/fakes/fake-card-terminal.ts';
import { foreignHint, lookedUp, ourHint, ourProof, saleFacts, settlement } from './sale-facts.ts';

/**
 * Every state against every event: what it becomes and what is asked of the runner. Both lists are typed so that a new
 * name without an example does not compile, and each state's row must name each event exactly once.
 */

const FIRST = TIMES.lookups[0];
const SECOND = TIMES.lookups[1];
const LAST = TIMES.lookups[4];

// --- the examples -----------------------------------------------------------------------------------------------

const STATES = {
  created: { created: { name: 'created' } },
  sent: { 'sent, not written': { name: 'sent', written: false }, 'sent, written': { name: 'sent', written: true } },
  cancelling: {
    'cancelling, wish held': { name: 'cancelling', written: false, by: 'desk', delivery: 'held' },
    'cancelling by desk, under way': { name: 'cancelling', written: true, by: 'desk', delivery: 'under-way' },
    'cancelling by desk, delivered': { name: 'cancelling', written: true, by: 'desk', delivery: 'delivered' },
    'cancelling by desk, failed': { name: 'cancelling', written: true, by: 'desk', delivery: 'failed' },
    'cancelling by deadline, under way': { name: 'cancelling', written: true, by: 'deadline', delivery: 'under-way' },
    'cancelling by deadline, delivered': { name: 'cancelling', written: true, by: 'deadline', delivery: 'delivered' },
    'cancelling by deadline, failed': { name: 'cancelling', written: true, by: 'deadline', delivery: 'failed' },
  },
  checking: {
    'checking, answer lost': { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null },
    'checking, answer unreadable': { name: 'checking', cause: 'unreadable', lookupsDone: 1, hint: ourHint },
  },
  approved: {
    'approved by answer': { name: 'approved', proof: 'answer', ...approvalOf(1250) },
    'approved by lookup': { name: 'approved', proof: 'lookup', ...approvalOf(1250) },
  },
  declined: { declined: { name: 'declined', hostCode: '05' } },
  cancelled: { 'cancelled by desk': { name: 'cancelled', by: 'desk' }, 'cancelled by guest': { name: 'cancelled', by: 'guest' } },
  'timed-out': { 'timed out': { name: 'timed-out' } },
  refused: { 'refused, busy': { name: 'refused', reason: 'busy' }, 'refused, not sent': { name: 'refused', reason: 'not-sent' } },
  unresolved: {
    'unresolved, answer lost': { name: 'unresolved', cause: 'answer-lost', hint: null },
    'unresolved, unreadable': { name: 'unresolved', cause: 'unreadable', hint: ourHint },
    'unresolved, overwritten': { name: 'unresolved', cause: 'overwritten', hint: ourHint },
  },
  'settled-by-person': {
    'settled as charged': { name: 'settled-by-person', settlement: settlement(true), approval: null },
    'settled as not charged': { name: 'settled-by-person', settlement: settlement(false), approval: null },
    'settled, then proven': { name: 'settled-by-person', settlement: settlement(false), approval: approvalOf(1250) },
  },
} as const satisfies { [N in PaymentState['name']]: Record<string, Extract<PaymentState, { name: N }>> };

const EVENTS = {
  started: { started: { type: 'started' } },
  cleared: { cleared: { type: 'cleared' } },
  'stopped-before-sending': {
    'stopped, not sent': { type: 'stopped-before-sending', reason: 'not-sent' },
    'stopped, not authorised': { type: 'stopped-before-sending', reason: 'not-authorised' },
    'stopped, inactive': { type: 'stopped-before-sending', reason: 'inactive' },
  },
  'request-written': { 'request written': { type: 'request-written' } },
  answered: {
    'answered approved': { type: 'answered', outcome: approved(1300) },
    'answered host says no': { type: 'answered', outcome: hostSaidNo },
    'answered cancelled': { type: 'answered', outcome: rejectedAs('cancelled') },
    'answered timed out': { type: 'answered', outcome: rejectedAs('timed-out') },
    'answered rejected, unstated': { type: 'answered', outcome: rejectedAs('unstated') },
    'answered busy': { type: 'answered', outcome: refused('busy') },
    'answered not sent': { type: 'answered', outcome: refused('not-sent') },
    'answer lost': { type: 'answered', outcome: lost },
    'answer unreadable': { type: 'answered', outcome: unreadable },
  },
  'cancel-asked': { 'cancel asked': { type: 'cancel-asked' } },
  'cancel-answered': {
    'cancel delivered': { type: 'cancel-answered', delivered: true },
    'cancel failed': { type: 'cancel-answered', delivered: false },
  },
  'deadline-passed': { 'deadline passed': { type: 'deadline-passed' } },
  'given-up': { 'given up': { type: 'given-up' } },
  'lookup-due': { 'lookup due': { type: 'lookup-due' } },
  'looked-up': {
    'lookup 1 proves it': lookedUp(ourProof, { scheduled: true, sinceLossMs: FIRST }),
    'Päivitä proves it': lookedUp(ourProof, { scheduled: false, sinceLossMs: 0 }),
    'lookup 1 shows another sale': lookedUp('foreign', { scheduled: true, sinceLossMs: FIRST }),
    'lookup 2 shows another sale': lookedUp('foreign', { scheduled: true, sinceLossMs: SECOND }),
    'Päivitä at once shows another sale': lookedUp('foreign', { scheduled: false, sinceLossMs: 0 }),
    'Päivitä after lookup 1 shows another sale': lookedUp('foreign', { scheduled: false, sinceLossMs: FIRST + 2_000 }),
    'last lookup shows another sale': lookedUp('foreign', { scheduled: true, sinceLossMs: LAST }),
    'lookup 1 not reached': lookedUp('unreachable', { scheduled: true, sinceLossMs: FIRST }),
    'last lookup not reached': lookedUp('unreachable', { scheduled: true, sinceLossMs: LAST }),
    'Päivitä not reached': lookedUp('unreachable', { scheduled: false, sinceLossMs: FIRST + 2_000 }),
  },
  'original-looked-up': { 'original looked up': { type: 'original-looked-up', answer: { kind: 'no-transaction' }, shown: false } },
  'busy-wait-over': { 'busy wait over': { type: 'busy-wait-over' } },
  'signature-let-stand': {
    'signature let stand': { type: 'signature-let-stand', by: 'Maija V.', reason: 'Tuttu', at: settlement(true).at },
  },
  'signature-judged': { 'signature judged': { type: 'signature-judged', accepted: false, by: '' } },
  restarted: { restarted: { type: 'restarted' } },
  released: { released: { type: 'released' } },
  overwritten: { overwritten: { type: 'overwritten' } },
  settled: {
    'settled charged': { type: 'settled', settlement: settlement(true) },
    'settled not charged': { type: 'settled', settlement: settlement(false) },
  },
} as const satisfies { [T in PaymentEvent['type']]: Record<string, Extract<PaymentEvent, { type: T }>> };

type Labels<T> = { [K in keyof T]: keyof T[K] }[keyof T];
type StateLabel = Labels<typeof STATES>;
type EventLabel = Labels<typeof EVENTS>;

const states = new Map<string, PaymentState>(Object.values(STATES).flatMap((group) => Object.entries(group)));
const events = new Map<string, PaymentEvent>(Object.values(EVENTS).flatMap((group) => Object.entries(group)));

// --- what may come out ------------------------------------------------------------------------------------------

type Outcome = { readonly state: PaymentState; readonly effects: readonly PaymentEffect[] };
type Row = { readonly becomes: Partial<Record<EventLabel, Outcome>>; readonly stays: readonly EventLabel[] };

const to = (state: PaymentState, ...effects: PaymentEffect[]): Outcome => ({ state, effects });
const stopTimers: PaymentEffect = { type: 'stop-timers' };
const sendCancel: PaymentEffect = { type: 'send-cancel' };
const lookUp: PaymentEffect = { type: 'look-up' };
const lookupIn = (afterMs: number): PaymentEffect => ({ type: 'set-timer', timer: 'lookup', afterMs });
const waitingTimers: PaymentEffect[] = [
  { type: 'set-timer', timer: 'deadline', afterMs: TIMES.deadline },
  { type: 'set-timer', timer: 'give-up', afterMs: TIMES.givenUp },
];

const approvedBy = (proof: 'answer' | 'lookup'): PaymentState =>
  proof === 'answer' ? { name: 'approved', proof, ...approvalOf(1300) } : { name: 'approved', proof, ...approvalOf(1250) };
const declined = (hostCode: string | null): PaymentState => ({ name: 'declined', hostCode });
const cancelled = (by: 'desk' | 'guest'): PaymentState => ({ name: 'cancelled', by });
const timedOut: PaymentState = { name: 'timed-out' };
const isRefused = (reason: 'busy' | 'not-sent' | 'not-authorised' | 'inactive'): PaymentState => ({ name: 'refused', reason });
const checking = (cause: 'answer-lost' | 'unreadable', lookupsDone = 0, hint: typeof ourHint | null = null): StateNamed<'checking'> => ({
  name: 'checking',
  cause,
  lookupsDone,
  hint,
});
const unresolved = (cause: 'answer-lost' | 'unreadable' | 'overwritten', hint: typeof ourHint | null): PaymentState => ({
  name: 'unresolved',
  cause,
  hint,
});
const cancelling = (by: 'desk' | 'deadline', delivery: 'held' | 'under-way' | 'delivered' | 'failed'): PaymentState => ({
  name: 'cancelling',
  written: delivery !== 'held',
  by,
  delivery,
});

const proofs = {
  'answered approved': to(approvedBy('answer'), stopTimers),
  'lookup 1 proves it': to(approvedBy('lookup'), stopTimers),
  'Päivitä proves it': to(approvedBy('lookup'), stopTimers),
} as const;

/** The answer is gone: nothing of the waiting goes on, and the first lookup is 5 s away. */
const lostNow = (cause: 'answer-lost' | 'unreadable'): Outcome => to(checking(cause), stopTimers, lookupIn(FIRST));

const lookupsThatProveNothing = [
  'lookup 1 shows another sale',
  'lookup 2 shows another sale',
  'Päivitä at once shows another sale',
  'Päivitä after lookup 1 shows another sale',
  'last lookup shows another sale',
  'lookup 1 not reached',
  'last lookup not reached',
  'Päivitä not reached',
] as const;
const rejections = ['answered host says no', 'answered cancelled', 'answered timed out', 'answered rejected, unstated'] as const;
const refusals = ['answered busy', 'answered not sent'] as const;
const unknowns = ['answer lost', 'answer unreadable'] as const;
const stops = ['stopped, not sent', 'stopped, not authorised', 'stopped, inactive'] as const;
/** Events of voids and of signatures mean nothing to a sale that has neither. */
const ofOthers = ['original looked up', 'busy wait over', 'signature judged', 'signature let stand'] as const;
const cancelAnswers = ['cancel delivered', 'cancel failed'] as const;
const settlements = ['settled charged', 'settled not charged'] as const;
const beginnings = ['started', 'cleared', ...stops, ...ofOthers, 'request written'] as const;
const waitingMoments = ['cancel asked', ...cancelAnswers, 'deadline passed', 'given up'] as const;

/** What the request's own answer and its loss make of a payment that waits for it. */
const whileWaiting = (by: 'nobody' | 'desk' | 'deadline'): Partial<Record<EventLabel, Outcome>> => ({
  ...proofs,
  'answered host says no': to(declined('51'), stopTimers),
  'answered cancelled': to(by === 'deadline' ? timedOut : cancelled(by === 'desk' ? 'desk' : 'guest'), stopTimers),
  'answered timed out': to(timedOut, stopTimers),
  'answered rejected, unstated': to(by === 'nobody' ? declined(null) : by === 'desk' ? cancelled('desk') : timedOut, stopTimers),
  'answered busy': to(isRefused('busy'), stopTimers),
  'answered not sent': to(isRefused('not-sent'), stopTimers),
  'answer lost': lostNow('answer-lost'),
  'answer unreadable': lostNow('unreadable'),
  'given up': by === 'nobody' ? lostNow('answer-lost') : to({ ...checking('answer-lost'), wishedBy: by }, stopTimers, lookupIn(FIRST)),
  restarted: lostNow('answer-lost'),
});

/** Own answers that come late, while or after the lookups. They still prove, both ways. */
const lateAnswers: Partial<Record<EventLabel, Outcome>> = {
  ...proofs,
  'answered host says no': to(declined('51'), stopTimers),
  'answered cancelled': to(cancelled('guest'), stopTimers),
  'answered timed out': to(timedOut, stopTimers),
  'answered rejected, unstated': to(declined(null), stopTimers),
  'answered busy': to(isRefused('busy'), stopTimers),
  'answered not sent': to(isRefused('not-sent'), stopTimers),
};

/** Known to be not charged: only proof of the contrary changes that. */
const notCharged: Row = {
  becomes: proofs,
  stays: [
    ...beginnings,
    ...rejections,
    ...refusals,
    ...unknowns,
    ...waitingMoments,
    'lookup due',
    ...lookupsThatProveNothing,
    'restarted',
    'released',
    'overwritten',
    ...settlements,
  ],
};
const charged: Row = {
  becomes: {},
  stays: [...notCharged.stays, 'answered approved', 'lookup 1 proves it', 'Päivitä proves it'],
};
/** A person's word stays, marked; proof is put beside it. */
const settledAs = (isCharged: boolean): Row => ({
  becomes: {
    'answered approved': to({ name: 'settled-by-person', settlement: settlement(isCharged), approval: approvalOf(1300) }),
    'lookup 1 proves it': to({ name: 'settled-by-person', settlement: settlement(isCharged), approval: approvalOf(1250) }),
    'Päivitä proves it': to({ name: 'settled-by-person', settlement: settlement(isCharged), approval: approvalOf(1250) }),
  },
  stays: notCharged.stays,
});

/** One wish is in flight at most, and one that arrived is enough for a person; the deadline's own wish still goes out. */
const cancellingRow = (by: 'desk' | 'deadline', delivery: 'under-way' | 'delivered' | 'failed'): Row => {
  const again = to(cancelling(by, 'under-way'), sendCancel);
  return {
    becomes: {
      ...whileWaiting(by),
      ...(delivery === 'under-way'
        ? { 'cancel delivered': to(cancelling(by, 'delivered')), 'cancel failed': to(cancelling(by, 'failed')) }
        : { 'deadline passed': again, ...(delivery === 'failed' ? { 'cancel asked': again } : {}) }),
    },
    stays: [
      ...beginnings,
      ...(delivery === 'under-way' ? (['deadline passed'] as const) : cancelAnswers),
      ...(delivery === 'failed' ? [] : (['cancel asked'] as const)),
      'lookup due',
      ...lookupsThatProveNothing,
      'released',
      'overwritten',
      ...settlements,
    ],
  };
};

const whileUnresolved = (cause: 'answer-lost' | 'unreadable', hint: typeof ourHint | null): Row => ({
  becomes: {
    ...lateAnswers,
    'lookup due': to(unresolved(cause, hint), lookUp),
    'lookup 1 shows another sale': to(unresolved(cause, foreignHint)),
    'lookup 2 shows another sale': to(unresolved(cause, foreignHint)),
    'Päivitä at once shows another sale': to(unresolved(cause, foreignHint)),
    'Päivitä after lookup 1 shows another sale': to(unresolved(cause, foreignHint)),
    'last lookup shows another sale': to(unresolved(cause, foreignHint)),
    'lookup 1 not reached': to(unresolved(cause, hint), lookupIn(TIMES.lookupRetryLineDown)),
    'last lookup not reached': to(unresolved(cause, hint), lookupIn(TIMES.lookupRetryLineDown)),
    overwritten: to(unresolved('overwritten', hint), stopTimers),
    // At every start one more look: the line may be back.
    restarted: to(unresolved(cause, hint), lookUp),
    'settled charged': to({ name: 'settled-by-person', settlement: settlement(true), approval: null }, stopTimers),
    'settled not charged': to({ name: 'settled-by-person', settlement: settlement(false), approval: null }, stopTimers),
  },
  stays: [...beginnings, ...unknowns, ...waitingMoments, 'Päivitä not reached', 'released'],
});

// --- the table --------------------------------------------------------------------------------------------------

const TABLE: Record<StateLabel, Row> = {
  created: {
    becomes: {
      started: to({ name: 'created' }, { type: 'clear' }),
      cleared: to({ name: 'sent', written: false }, { type: 'send' }),
      'stopped, not sent': to(isRefused('not-sent'), stopTimers),
      'stopped, not authorised': to(isRefused('not-authorised'), stopTimers),
      'stopped, inactive': to(isRefused('inactive'), stopTimers),
      'cancel asked': to(cancelled('desk'), stopTimers),
      restarted: to(isRefused('not-sent'), stopTimers),
    },
    stays: [
      ...ofOthers,
      'request written',
      'answered approved',
      ...rejections,
      ...refusals,
      ...unknowns,
      ...cancelAnswers,
      'deadline passed',
      'given up',
      'lookup due',
      'lookup 1 proves it',
      'Päivitä proves it',
      ...lookupsThatProveNothing,
      'released',
      'overwritten',
      ...settlements,
    ],
  },
  'sent, not written': {
    becomes: {
      ...whileWaiting('nobody'),
      'request written': to({ name: 'sent', written: true }, ...waitingTimers),
      'cancel asked': to(cancelling('desk', 'held')),
    },
    stays: [
      'started',
      'cleared',
      ...stops,
      ...ofOthers,
      ...cancelAnswers,
      'deadline passed',
      'lookup due',
      ...lookupsThatProveNothing,
      'released',
      'overwritten',
      ...settlements,
    ],
  },
  'sent, written': {
    becomes: {
      ...whileWaiting('nobody'),
      'cancel asked': to(cancelling('desk', 'under-way'), sendCancel),
      'deadline passed': to(cancelling('deadline', 'under-way'), sendCancel),
    },
    stays: [...beginnings, ...cancelAnswers, 'lookup due', ...lookupsThatProveNothing, 'released', 'overwritten', ...settlements],
  },
  'cancelling, wish held': {
    becomes: {
      ...whileWaiting('desk'),
      'request written': to(cancelling('desk', 'under-way'), ...waitingTimers, sendCancel),
    },
    stays: [
      'started',
      'cleared',
      ...stops,
      ...ofOthers,
      'cancel asked',
      ...cancelAnswers,
      'deadline passed',
      'lookup due',
      ...lookupsThatProveNothing,
      'released',
      'overwritten',
      ...settlements,
    ],
  },
  'cancelling by desk, under way': cancellingRow('desk', 'under-way'),
  'cancelling by desk, delivered': cancellingRow('desk', 'delivered'),
  'cancelling by desk, failed': cancellingRow('desk', 'failed'),
  'cancelling by deadline, under way': cancellingRow('deadline', 'under-way'),
  'cancelling by deadline, delivered': cancellingRow('deadline', 'delivered'),
  'cancelling by deadline, failed': cancellingRow('deadline', 'failed'),
  'checking, answer lost': {
    becomes: {
      ...lateAnswers,
      'lookup due': to(checking('answer-lost'), lookUp),
      'lookup 1 shows another sale': to(checking('answer-lost', 1, foreignHint), lookupIn(SECOND - FIRST)),
      'lookup 2 shows another sale': to(checking('answer-lost', 2, foreignHint), lookupIn(TIMES.lookups[2] - SECOND)),
      'Päivitä at once shows another sale': to(checking('answer-lost', 0, foreignHint)),
      'Päivitä after lookup 1 shows another sale': to(checking('answer-lost', 0, foreignHint)),
      'last lookup shows another sale': to(unresolved('answer-lost', foreignHint), stopTimers),
      'lookup 1 not reached': to(checking('answer-lost'), lookupIn(TIMES.lookupRetryUnreached)),
      'last lookup not reached': to(unresolved('answer-lost', null), lookupIn(TIMES.lookupRetryLineDown)),
      restarted: to(checking('answer-lost'), stopTimers, lookupIn(FIRST)),
      overwritten: to(unresolved('overwritten', null), stopTimers),
    },
    stays: [...beginnings, ...unknowns, ...waitingMoments, 'Päivitä not reached', 'released', ...settlements],
  },
  'checking, answer unreadable': {
    becomes: {
      ...lateAnswers,
      'lookup due': to(checking('unreadable', 1, ourHint), lookUp),
      'lookup 1 shows another sale': to(checking('unreadable', 1, foreignHint), lookupIn(SECOND - FIRST)),
      'lookup 2 shows another sale': to(checking('unreadable', 2, foreignHint), lookupIn(TIMES.lookups[2] - SECOND)),
      'Päivitä at once shows another sale': to(checking('unreadable', 1, foreignHint)),
      'Päivitä after lookup 1 shows another sale': to(checking('unreadable', 1, foreignHint)),
      'last lookup shows another sale': to(unresolved('unreadable', foreignHint), stopTimers),
      'lookup 1 not reached': to(checking('unreadable', 1, ourHint), lookupIn(TIMES.lookupRetryUnreached)),
      'last lookup not reached': to(unresolved('unreadable', ourHint), lookupIn(TIMES.lookupRetryLineDown)),
      restarted: to(checking('unreadable', 0, ourHint), stopTimers, lookupIn(FIRST)),
      overwritten: to(unresolved('overwritten', ourHint), stopTimers),
    },
    stays: [...beginnings, ...unknowns, ...waitingMoments, 'Päivitä not reached', 'released', ...settlements],
  },
  'approved by answer': charged,
  'approved by lookup': charged,
  declined: notCharged,
  'cancelled by desk': notCharged,
  'cancelled by guest': notCharged,
  'timed out': notCharged,
  'refused, busy': notCharged,
  'refused, not sent': notCharged,
  'unresolved, answer lost': whileUnresolved('answer-lost', null),
  'unresolved, unreadable': whileUnresolved('unreadable', ourHint),
  'unresolved, overwritten': {
    becomes: {
      ...lateAnswers,
      'lookup 1 shows another sale': to(unresolved('overwritten', foreignHint)),
      'lookup 2 shows another sale': to(unresolved('overwritten', foreignHint)),
      'Päivitä at once shows another sale': to(unresolved('overwritten', foreignHint)),
      'Päivitä after lookup 1 shows another sale': to(unresolved('overwritten', foreignHint)),
      'last lookup shows another sale': to(unresolved('overwritten', foreignHint)),
      overwritten: to(unresolved('overwritten', ourHint), stopTimers),
      'settled charged': to({ name: 'settled-by-person', settlement: settlement(true), approval: null }, stopTimers),
      'settled not charged': to({ name: 'settled-by-person', settlement: settlement(false), approval: null }, stopTimers),
    },
    // The newer sale runs there: nothing of ours may reach that terminal by itself any more.
    stays: [
      ...beginnings,
      ...unknowns,
      ...waitingMoments,
      'lookup due',
      'lookup 1 not reached',
      'last lookup not reached',
      'Päivitä not reached',
      'restarted',
      'released',
    ],
  },
  'settled as charged': settledAs(true),
  'settled as not charged': settledAs(false),
  'settled, then proven': charged,
};

describe('every state against every event', () => {
  for (const [stateLabel, state] of states) {
    const row = new Map(Object.entries(TABLE)).get(stateLabel);

    it(`the table says for "${stateLabel}" what each event does, once`, () => {
      const named = [...Object.keys(row?.becomes ?? {}), ...(row?.stays ?? [])].sort();
      expect(named).toEqual([...events.keys()].sort());
    });

    for (const [eventLabel, event] of events) {
      const outcome = new Map(Object.entries(row?.becomes ?? {})).get(eventLabel) ?? to(state);
      it(`${stateLabel} + ${eventLabel} → ${outcome.state.name} [${outcome.effects.map(({ type }) => type).join(', ')}]`, () => {
        expect(transition(state, event, saleFacts)).toEqual(outcome);
      });
    }
  }

  it('has an example of each state and each event', () => {
    expect(states.size).toBeGreaterThanOrEqual(Object.keys(STATES).length);
    expect(Object.keys(TABLE).sort()).toEqual([...states.keys()].sort());
  });
});
