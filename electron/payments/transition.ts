import type { Hint } from '../../shared/payment.ts';
import type { PaymentEffect, PaymentEvent } from './events.ts';
import { judgeLookup } from './evidence.ts';
import type { PaymentFacts } from './facts.ts';
import type { Approval, LossCause, SaleOutcome } from './outcome.ts';
import type { PaymentState, StateNamed } from './state.ts';
import { delayToNextLookup, lookupsPassed, TIMES } from './times.ts';

export type Step = { readonly state: PaymentState; readonly effects: readonly PaymentEffect[] };

type EventOf<T extends PaymentEvent['type']> = Extract<PaymentEvent, { readonly type: T }>;
type OnTheWire = StateNamed<'sent'> | StateNamed<'cancelling'>;

/**
 * The payment core: what an event makes of a state. Total and pure; an event that means nothing in a state leaves it
 * as it is. The runner journals the state first and carries out the effects after that.
 */
export function transition(state: PaymentState, event: PaymentEvent, facts: PaymentFacts): Step {
  switch (event.type) {
    case 'started':
      return state.name === 'created' ? { state, effects: [{ type: 'clear' }] } : stay(state);
    case 'cleared':
      return state.name === 'created' ? { state: { name: 'sent', written: false }, effects: [{ type: 'send-sale' }] } : stay(state);
    case 'stopped-before-sending':
      return state.name === 'created' ? end({ name: 'refused', reason: event.reason }) : stay(state);
    case 'request-written':
      return onRequestWritten(state);
    case 'answered':
      return onAnswered(state, event.outcome);
    case 'cancel-asked':
      return onCancelAsked(state);
    case 'cancel-answered':
      return onCancelAnswered(state, event);
    case 'deadline-passed':
      return onDeadlinePassed(state);
    case 'given-up':
      return isOnTheWire(state) ? check('answer-lost') : stay(state);
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
      // Not while lookups may still prove it: a person decides only what nothing else can.
      return state.name === 'unresolved' ? end({ name: 'settled-by-person', settlement: event.settlement, approval: null }) : stay(state);
  }
}

const stay = (state: PaymentState): Step => ({ state, effects: [] });
const end = (state: PaymentState): Step => ({ state, effects: [{ type: 'stop-timers' }] });
const approve = (approval: Approval, proof: 'answer' | 'lookup'): Step => end({ name: 'approved', proof, ...approval });
const isOnTheWire = (state: PaymentState): state is OnTheWire => state.name === 'sent' || state.name === 'cancelling';

/** The answer is not known: stop every timer of the waiting and begin to look up. */
function check(cause: LossCause, hint: Hint | null = null): Step {
  return {
    state: { name: 'checking', cause, lookupsDone: 0, hint },
    effects: [{ type: 'stop-timers' }, { type: 'set-timer', timer: 'lookup', afterMs: TIMES.lookups[0] }],
  };
}

function onRequestWritten(state: PaymentState): Step {
  if (!isOnTheWire(state) || state.written) return stay(state);
  const timers: PaymentEffect[] = [
    { type: 'set-timer', timer: 'deadline', afterMs: TIMES.deadline },
    { type: 'set-timer', timer: 'give-up', afterMs: TIMES.givenUp },
  ];
  // A wish that was made before the request was on the wire was held back: it would have stopped somebody else's sale.
  if (state.name === 'cancelling' && state.delivery === 'held') {
    return { state: { ...state, written: true, delivery: 'under-way' }, effects: [...timers, { type: 'send-cancel' }] };
  }
  return { state: { ...state, written: true }, effects: timers };
}

/**
 * Our own request's answer. It is the only proof of "not charged", and stays one when it comes late, while lookups
 * already run or ran out. It never takes back an approval.
 */
function onAnswered(state: PaymentState, outcome: SaleOutcome): Step {
  switch (state.name) {
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return readOutcome(state, outcome);
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
      return outcome.kind === 'approved' ? approve(outcome.approval, 'answer') : stay(state);
    case 'settled-by-person':
      return outcome.kind === 'approved' && state.approval === null ? stay({ ...state, approval: outcome.approval }) : stay(state);
    case 'created':
    case 'approved':
      return stay(state);
  }
}

function readOutcome(state: OnTheWire | StateNamed<'checking'> | StateNamed<'unresolved'>, outcome: SaleOutcome): Step {
  switch (outcome.kind) {
    case 'approved':
      return approve(outcome.approval, 'answer');
    case 'rejected':
      return end(readRejection(state, outcome));
    case 'refused':
      return end({ name: 'refused', reason: outcome.reason });
    case 'unknown':
      return isOnTheWire(state) ? check(outcome.cause) : stay(state);
  }
}

/** `Result` 2 is never a charge; these only tell the desk which of the three it was. */
function readRejection(
  state: OnTheWire | StateNamed<'checking'> | StateNamed<'unresolved'>,
  outcome: Extract<SaleOutcome, { kind: 'rejected' }>,
): PaymentState {
  if (outcome.how === 'host') return { name: 'declined', hostCode: outcome.hostCode };
  if (outcome.how === 'timed-out') return { name: 'timed-out' };
  // After a wish of ours the terminal reports a plain cancellation; who wished for it tells why.
  if (state.name === 'cancelling') return state.by === 'deadline' ? { name: 'timed-out' } : { name: 'cancelled', by: 'desk' };
  if (outcome.how === 'cancelled') return { name: 'cancelled', by: 'guest' };
  return { name: 'declined', hostCode: null };
}

function onCancelAsked(state: PaymentState): Step {
  switch (state.name) {
    case 'created':
      // Nothing has left this PC, so this one cancel is a verdict at once.
      return end({ name: 'cancelled', by: 'desk' });
    case 'sent':
      return state.written
        ? { state: { name: 'cancelling', written: true, by: 'desk', delivery: 'under-way' }, effects: [{ type: 'send-cancel' }] }
        : stay({ name: 'cancelling', written: false, by: 'desk', delivery: 'held' });
    case 'cancelling':
      // One in flight at most; after an answer the person may ask once more.
      return state.delivery === 'under-way' || state.delivery === 'held' ? stay(state) : resendCancel(state);
    // Not on the wire any more: cancelAction names no transaction and would stop somebody else's.
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

function onDeadlinePassed(state: PaymentState): Step {
  if (!isOnTheWire(state) || !state.written) return stay(state);
  if (state.name === 'sent') {
    return {
      state: { name: 'cancelling', written: true, by: 'deadline', delivery: 'under-way' },
      effects: [{ type: 'send-cancel' }],
    };
  }
  // The desk wished first and the terminal goes on all the same: the one wish of the deadline still goes out.
  return state.delivery === 'under-way' || state.delivery === 'held' ? stay(state) : resendCancel(state);
}

function onLookedUp(state: PaymentState, event: EventOf<'looked-up'>, facts: PaymentFacts): Step {
  if (state.name === 'created' || state.name === 'approved') return stay(state);
  const judgement = judgeLookup(event.answer, facts.orderId);
  switch (judgement.proof) {
    case 'approved':
      return state.name === 'settled-by-person'
        ? // Evidence is never overwritten: the person's word stays, and the proof stands beside it.
          stay({ ...state, approval: judgement.approval })
        : approve(judgement.approval, 'lookup');
    case 'not-looked-up':
      return event.scheduled ? onUnreached(state, event) : stay(state);
    case 'none':
      return onNoProof(state, event, { ...judgement.hint, seenAt: event.seenAt });
  }
}

/**
 * Nets was not reached, so nothing was learnt and no planned lookup is used up. When their time is over a person may
 * decide, and the asking goes on until the line is back.
 */
function onUnreached(state: PaymentState, { answer, sinceLossMs }: EventOf<'looked-up'>): Step {
  if (answer.kind === 'not-authorised') return onNotAuthorised(state, sinceLossMs);
  if (state.name === 'checking' && delayToNextLookup(sinceLossMs) !== null) {
    return { state, effects: [{ type: 'set-timer', timer: 'lookup', afterMs: TIMES.lookupRetryUnreached }] };
  }
  const retry: PaymentEffect = { type: 'set-timer', timer: 'lookup', afterMs: TIMES.lookupRetryLineDown };
  if (state.name === 'checking') return { state: { name: 'unresolved', cause: state.cause, hint: state.hint }, effects: [retry] };
  return state.name === 'unresolved' && state.cause !== 'overwritten' ? { state, effects: [retry] } : stay(state);
}

/** A log-in that Nets refuses is not knocked on every few seconds, which would lock it: the planned moments must do. */
function onNotAuthorised(state: PaymentState, sinceLossMs: number): Step {
  if (state.name !== 'checking') return stay(state);
  const delay = delayToNextLookup(sinceLossMs);
  if (delay === null) return end({ name: 'unresolved', cause: state.cause, hint: state.hint });
  return { state, effects: [{ type: 'set-timer', timer: 'lookup', afterMs: delay }] };
}

function onNoProof(state: PaymentState, event: EventOf<'looked-up'>, hint: Hint): Step {
  if (state.name === 'unresolved') return stay({ ...state, hint });
  if (state.name !== 'checking') return stay(state);
  // A person's own lookup comes on top of the planned ones; it must not use up a later, better moment.
  if (!event.scheduled) return stay({ ...state, hint });
  const delay = delayToNextLookup(event.sinceLossMs);
  if (delay === null) return end({ name: 'unresolved', cause: state.cause, hint });
  return {
    state: { ...state, lookupsDone: lookupsPassed(event.sinceLossMs), hint },
    effects: [{ type: 'set-timer', timer: 'lookup', afterMs: delay }],
  };
}

/** After a restart the socket is gone with the process. What was never sent is over; everything else must be looked up. */
function onRestarted(state: PaymentState): Step {
  switch (state.name) {
    case 'created':
      return end({ name: 'refused', reason: 'not-sent' });
    case 'sent':
    case 'cancelling':
      return check('answer-lost');
    case 'checking':
      return check(state.cause, state.hint);
    case 'unresolved':
      // One more look at every start: the line may be back, or the result may have arrived at Nets since.
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
