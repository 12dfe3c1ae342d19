import type { Hint } from '../../../shared/payment.ts';
import type { LossCause } from '../../../shared/reasons.ts';
import type { PaymentEffect, PaymentEvent } from './events.ts';
import { judgeLookup } from './evidence.ts';
import type { PaymentFacts } from './facts.ts';
import type { Approval, SaleOutcome } from './outcome.ts';
import { onSignature } from './signature.ts';
import { isOnTheWire, type PaymentState, type StateNamed } from './state.ts';
import { delayAfterUnreached, delayToNextLookup, lookupsPassed, TIMES } from './times.ts';

export type Step = { readonly state: PaymentState; readonly effects: readonly PaymentEffect[] };

type EventOf<T extends PaymentEvent['type']> = Extract<PaymentEvent, { readonly type: T }>;
type OnTheWire = StateNamed<'sent'> | StateNamed<'cancelling'>;

/**
 * The payment core: the state after an event. Total and pure; an event that means nothing in a state changes nothing. The runner journals
 * the state first and then carries out the effects.
 */
export function transition(state: PaymentState, event: PaymentEvent, facts: PaymentFacts): Step {
  switch (event.type) {
    case 'started':
      return state.name === 'created' ? { state, effects: [{ type: 'clear' }] } : stay(state);
    case 'cleared':
      return state.name === 'created' ? { state: { ...state, name: 'sent', written: false }, effects: [{ type: 'send' }] } : stay(state);
    case 'stopped-before-sending':
      return state.name === 'created' ? end({ name: 'refused', reason: event.reason }) : stay(state);
    case 'original-looked-up':
      return stay(state);
    case 'busy-wait-over':
      return state.name === 'created' && state.busyAnswers !== undefined ? { state, effects: [{ type: 'clear' }] } : stay(state);
    case 'request-written':
      return onRequestWritten(state, facts);
    case 'answered':
      return onAnswered(state, event.outcome, facts);
    case 'cancel-asked':
      return onCancelAsked(state, facts);
    case 'cancel-answered':
      return onCancelAnswered(state, event);
    case 'deadline-passed':
      return onDeadlinePassed(state, facts);
    case 'given-up':
      // Our request stays open a little longer. If it is rejected, the one who asked to cancel tells why.
      return isOnTheWire(state) ? check('answer-lost', null, state.name === 'cancelling' ? { wishedBy: state.by } : {}) : stay(state);
    case 'lookup-due':
      return state.name === 'checking' || (state.name === 'unresolved' && state.cause !== 'overwritten')
        ? { state, effects: [{ type: 'look-up' }] }
        : stay(state);
    case 'looked-up':
      return onLookedUp(state, event, facts);
    case 'restarted':
      return onRestarted(state);
    case 'released':
      return stay(state);
    case 'overwritten':
      return state.name === 'checking' || state.name === 'unresolved'
        ? end({ name: 'unresolved', cause: 'overwritten', hint: state.hint })
        : stay(state);
    case 'settled':
      // Not while lookups may still prove it: a person decides only if nothing else can.
      return state.name === 'unresolved' ? end({ name: 'settled-by-person', settlement: event.settlement, approval: null }) : stay(state);
    case 'signature-judged':
    case 'signature-let-stand':
      return stay(onSignature(state, event));
  }
}

const stay = (state: PaymentState): Step => ({ state, effects: [] });
const end = (state: PaymentState): Step => ({ state, effects: [{ type: 'stop-timers' }] });
/** The desk judges signatures of sales only. One for a refund or a void is the hotel's own matter. */
function approve({ signature, ...approval }: Approval, proof: 'answer' | 'lookup', { kind }: PaymentFacts): Step {
  return end({ name: 'approved', proof, ...approval, ...(signature !== undefined && kind === 'sale' ? { signature } : {}) });
}

/** The answer is not known: stops all timers of the request and begins the lookups. */
function check(cause: LossCause, hint: Hint | null = null, wish: Pick<StateNamed<'checking'>, 'wishedBy'> = {}): Step {
  return {
    state: { name: 'checking', cause, lookupsDone: 0, hint, ...wish },
    effects: [{ type: 'stop-timers' }, { type: 'set-timer', timer: 'lookup', afterMs: TIMES.lookups[0] }],
  };
}

function onRequestWritten(state: PaymentState, { kind }: PaymentFacts): Step {
  if (!isOnTheWire(state) || state.written) return stay(state);
  // cancelAction stops what a guest does at the terminal. A void has no guest, and its answer comes soon or never.
  if (kind === 'void')
    return { state: { ...state, written: true }, effects: [{ type: 'set-timer', timer: 'give-up', afterMs: TIMES.voidGivenUp }] };
  const timers: PaymentEffect[] = [
    { type: 'set-timer', timer: 'deadline', afterMs: TIMES.deadline },
    { type: 'set-timer', timer: 'give-up', afterMs: TIMES.givenUp },
  ];
  // A cancel that was asked for before the request was written had to wait: it could have stopped somebody else's sale.
  if (state.name === 'cancelling' && state.delivery === 'held') {
    return { state: { ...state, written: true, delivery: 'under-way' }, effects: [...timers, { type: 'send-cancel' }] };
  }
  return { state: { ...state, written: true }, effects: timers };
}

/**
 * Our own request's answer. It is the only proof of "not charged", also when it comes late, while lookups are running or over. It never
 * takes back an approval.
 */
function onAnswered(state: PaymentState, outcome: SaleOutcome, facts: PaymentFacts): Step {
  switch (state.name) {
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return facts.kind === 'void' ? readVoidOutcome(state, outcome, facts) : readOutcome(state, outcome, facts);
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
      return outcome.kind === 'approved' ? approve(outcome.approval, 'answer', facts) : stay(state);
    case 'settled-by-person':
      return outcome.kind === 'approved' && state.approval === null ? stay({ ...state, approval: outcome.approval }) : stay(state);
    case 'created':
    case 'approved':
      return stay(state);
  }
}

type Unanswered = OnTheWire | StateNamed<'checking'> | StateNamed<'unresolved'>;

/**
 * A terminal that answers "busy" has done nothing, so only this answer lets a void be sent again, and only while its own request is waited
 * for. After a loss nothing is repeated: the sale may already be voided, and the next DELETE would void the transaction before it.
 */
function readVoidOutcome(state: Unanswered, outcome: SaleOutcome, facts: PaymentFacts): Step {
  if (outcome.kind === 'rejected') return end({ name: 'declined', hostCode: outcome.hostCode });
  const busyAnswers = state.name === 'sent' ? (state.busyAnswers ?? 0) : TIMES.voidBusyWaits.length;
  const afterMs = TIMES.voidBusyWaits[busyAnswers];
  if (outcome.kind !== 'refused' || outcome.reason !== 'busy' || afterMs === undefined) return readOutcome(state, outcome, facts);
  return {
    state: { name: 'created', busyAnswers: busyAnswers + 1 },
    effects: [{ type: 'stop-timers' }, { type: 'set-timer', timer: 'busy-wait', afterMs }],
  };
}

function readOutcome(state: Unanswered, outcome: SaleOutcome, facts: PaymentFacts): Step {
  switch (outcome.kind) {
    case 'approved':
      return approve(outcome.approval, 'answer', facts);
    case 'rejected':
      return end(readRejection(state, outcome));
    case 'refused':
      return end({ name: 'refused', reason: outcome.reason });
    case 'unknown':
      return isOnTheWire(state) ? check(outcome.cause) : stay(state);
  }
}

/** `Result` 2 is never a charge. This only decides which of the three endings the desk sees. */
function readRejection(state: Unanswered, outcome: Extract<SaleOutcome, { kind: 'rejected' }>): PaymentState {
  if (outcome.how === 'host') return { name: 'declined', hostCode: outcome.hostCode };
  if (outcome.how === 'timed-out') return { name: 'timed-out' };
  // After our cancel the terminal only reports a cancellation; who asked for the cancel decides what it means.
  const wishedBy = state.name === 'cancelling' ? state.by : state.name === 'checking' ? state.wishedBy : undefined;
  if (wishedBy !== undefined) return wishedBy === 'deadline' ? { name: 'timed-out' } : { name: 'cancelled', by: 'desk' };
  if (outcome.how === 'cancelled') return { name: 'cancelled', by: 'guest' };
  return { name: 'declined', hostCode: null };
}

function onCancelAsked(state: PaymentState, { kind }: PaymentFacts): Step {
  if (kind === 'void' && state.name !== 'created') return stay(state);
  switch (state.name) {
    case 'created':
      // Nothing has left this PC, so this cancel takes effect at once.
      return end({ name: 'cancelled', by: 'desk' });
    case 'sent':
      return state.written
        ? { state: { name: 'cancelling', written: true, by: 'desk', delivery: 'under-way' }, effects: [{ type: 'send-cancel' }] }
        : stay({ name: 'cancelling', written: false, by: 'desk', delivery: 'held' });
    case 'cancelling':
      // One delivered cancel is enough, however often the button is pressed. One that was not delivered may be sent again.
      return state.delivery === 'failed' ? resendCancel(state) : stay(state);
    // The request is no longer open: cancelAction names no transaction and would stop somebody else's.
    case 'checking':
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
    case 'unresolved':
    case 'settled-by-person':
      return stay(state);
  }
}

const resendCancel = (state: StateNamed<'cancelling'>): Step => ({
  state: { ...state, delivery: 'under-way' },
  effects: [{ type: 'send-cancel' }],
});

function onCancelAnswered(state: PaymentState, event: EventOf<'cancel-answered'>): Step {
  if (state.name !== 'cancelling' || state.delivery !== 'under-way') return stay(state);
  return stay({ ...state, delivery: event.delivered ? 'delivered' : 'failed' });
}

function onDeadlinePassed(state: PaymentState, { kind }: PaymentFacts): Step {
  if (!isOnTheWire(state) || !state.written || kind === 'void') return stay(state);
  if (state.name === 'sent') {
    return {
      state: { name: 'cancelling', written: true, by: 'deadline', delivery: 'under-way' },
      effects: [{ type: 'send-cancel' }],
    };
  }
  // The desk has already asked to cancel and the terminal goes on: the deadline's cancel is sent as well.
  return state.delivery === 'under-way' || state.delivery === 'held' ? stay(state) : resendCancel(state);
}

function onLookedUp(state: PaymentState, event: EventOf<'looked-up'>, facts: PaymentFacts): Step {
  if (state.name === 'created' || state.name === 'approved') return stay(state);
  const judgement = judgeLookup(event.answer, facts);
  switch (judgement.proof) {
    case 'approved':
      return state.name === 'settled-by-person'
        ? // Evidence is never overwritten: the person's word stays, and the proof is stored beside it.
          stay({ ...state, approval: judgement.approval })
        : approve(judgement.approval, 'lookup', facts);
    case 'not-looked-up':
      return event.scheduled ? onUnreached(state, event) : stay(state);
    case 'none':
      return onNoProof(state, event, { ...judgement.hint, seenAt: event.seenAt });
  }
}

/**
 * Nets was not reached, so nothing was learnt and no planned lookup is used up. After the planned time a person may decide, and the lookups
 * go on until Nets is reached.
 */
function onUnreached(state: PaymentState, { answer, sinceLossMs }: EventOf<'looked-up'>): Step {
  if (answer.kind === 'not-authorised') return onNotAuthorised(state, sinceLossMs);
  const isPlanned = state.name === 'checking' && delayToNextLookup(sinceLossMs) !== null;
  const asked = answer.kind === 'unreachable' ? answer.retryAfterMs : 0;
  const retry: PaymentEffect = { type: 'set-timer', timer: 'lookup', afterMs: delayAfterUnreached(isPlanned ? sinceLossMs : null, asked) };
  if (isPlanned) return { state, effects: [retry] };
  if (state.name === 'checking') return { state: { name: 'unresolved', cause: state.cause, hint: state.hint }, effects: [retry] };
  return state.name === 'unresolved' && state.cause !== 'overwritten' ? { state, effects: [retry] } : stay(state);
}

/** After a refused log-in only the planned lookups are made: trying every few seconds could lock the log-in. */
function onNotAuthorised(state: PaymentState, sinceLossMs: number): Step {
  if (state.name !== 'checking') return stay(state);
  const delay = delayToNextLookup(sinceLossMs);
  if (delay === null) return end({ name: 'unresolved', cause: state.cause, hint: state.hint });
  return { state, effects: [{ type: 'set-timer', timer: 'lookup', afterMs: delay }] };
}

function onNoProof(state: PaymentState, event: EventOf<'looked-up'>, hint: Hint): Step {
  if (state.name === 'unresolved') return stay({ ...state, hint });
  if (state.name !== 'checking') return stay(state);
  // A person's own lookup is an extra one and must not use up a later planned one.
  if (!event.scheduled) return stay({ ...state, hint });
  const delay = delayToNextLookup(event.sinceLossMs);
  if (delay === null) return end({ name: 'unresolved', cause: state.cause, hint });
  return {
    state: { ...state, lookupsDone: lookupsPassed(event.sinceLossMs), hint },
    effects: [{ type: 'set-timer', timer: 'lookup', afterMs: delay }],
  };
}

/** After a restart the sockets are gone. What was never sent has ended; everything else must be looked up. */
function onRestarted(state: PaymentState): Step {
  switch (state.name) {
    case 'created':
      // A void that got "busy" has reached the terminal and done nothing there.
      return end({ name: 'refused', reason: state.busyAnswers === undefined ? 'not-sent' : 'busy' });
    case 'sent':
    case 'cancelling':
      return check('answer-lost');
    case 'checking':
      return check(state.cause, state.hint);
    case 'unresolved':
      // One more lookup at every start: the network may work again, or Nets may have the result by now.
      return state.cause === 'overwritten' ? stay(state) : { state, effects: [{ type: 'look-up' }] };
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
    case 'settled-by-person':
      return stay(state);
  }
}
