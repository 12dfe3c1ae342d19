import { millisOf } from '../../../shared/instant.ts';
import type { RefusalReason } from '../../../shared/reasons.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { PaymentEffect, PaymentEvent } from '../core/events.ts';
import type { PaymentFacts } from '../core/facts.ts';
import type { LetStand, SignatureVerdict, WireEvidence } from '../core/outcome.ts';
import { isFinal, isOnTheWire, isOpen, type PaymentState, type Settlement } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import { transition } from '../core/transition.ts';
import type { CardTerminal, Clock, CreateFailure, JournalledPayment, PaymentJournal, PaymentPublisher, WriteFailure } from '../ports.ts';
import { createLookBeforeSale } from './before-sale.ts';
import { createJournalWriter } from './journal-writer.ts';
import { isLateTruth } from './late-truth.ts';
import { canLookUp, createLookups } from './lookups.ts';
import { type Running, takeUp } from './running.ts';
import { createSending } from './sending.ts';
import { createPaymentTimers } from './timers.ts';

export type RefreshRefusal = 'payment-unknown' | 'not-possible-now' | 'lookup-too-soon';

export type PaymentRunner = ReturnType<typeof createPaymentRunner>;

/**
 * Carries payments: journals each state first, then does what the core asks, and feeds the answers back.
 * Owns no rule about money: those are in `transition` and `evidence`.
 */
export function createPaymentRunner(ports: {
  readonly terminal: CardTerminal;
  readonly journal: PaymentJournal;
  readonly clock: Clock;
  readonly publisher: PaymentPublisher;
}) {
  const { terminal, journal, clock, publisher } = ports;
  const running = new Map<string, Running>();
  const refreshedAt = new Map<string, number>();
  const abort = new AbortController();
  let stopped = false;
  const writer = createJournalWriter({
    journal,
    clock,
    onCaughtUp: (paymentId) => {
      const run = running.get(paymentId);
      if (run !== undefined) forgetWhenDone(run);
      publisher.changed(paymentId);
    },
  });

  const timers = createPaymentTimers({ clock, running, dispatch, changed: publisher.changed });
  const lookups = createLookups({ terminal, journal, clock, publisher, onTerminal, takeUp: adopt, dispatch, setTimer: timers.set });
  const { tellNamed } = lookups;
  const sending = createSending({ terminal, journal, clock, publisher, signal: abort.signal, onTerminal, dispatch, tellNamed, closed });
  const lookUp = (run: Running): Promise<void> => lookups.lookUp(run, false);
  const beforeSale = createLookBeforeSale({ journal, clock, onTerminal, takeUp: adopt, lookUp });

  function dispatch(run: Running, event: PaymentEvent, evidence: WireEvidence | null = null): void {
    if (stopped) return;
    const before = run.state;
    const step = transition(before, event, run.facts);
    const row = { at: clock.wallTime(), event, state: step.state, evidence };

    // Told before the proof is on disk, so that whoever must not forget it can keep it first: a kill between the two silences nothing.
    if (isLateTruth(before, step.state, run.releasedAt)) publisher.provenLate(run.facts.id);

    if (event.type === 'cleared' && step.state !== before) {
      // The one row that must be on disk before a byte leaves. If it cannot be written, nothing is sent.
      const written = writer.writeNow(run.facts.id, row);
      if (!written.ok) {
        dispatch(run, { type: 'stopped-before-sending', reason: 'not-sent' });
        return;
      }
      lookups.pauseBeside(run);
    } else if (step.state !== before || event.type === 'released' || isEvidence(event)) {
      writer.writeOrKeep(run.facts.id, row);
    }

    run.state = step.state;
    if (event.type === 'released') run.releasedAt = row.at;
    if (run.endedAt === null && isFinal(step.state)) run.endedAt = row.at;
    if (step.state.name === 'checking' && (before.name !== 'checking' || event.type === 'restarted')) run.lostAt = clock.elapsed();
    for (const effect of step.effects) perform(run, effect);
    if (isOnTheWire(before) && !isOnTheWire(run.state)) leftTheWire(run);
    if (run.overwritten && step.state.name === 'checking') dispatch(run, { type: 'overwritten' });
    forgetWhenDone(run);
    publisher.changed(run.facts.id);
  }

  /**
   * What a request's end means for the payments before it on its terminal. A structured refusal, and one that never left, started
   * nothing there: lookups still show the older ones. Any other end may have been the terminal's latest transaction.
   */
  function leftTheWire(run: Running): void {
    const { name } = run.state;
    if (name === 'refused' || name === 'created') lookups.resumeBeside(run);
    else lookups.overwriteBefore(run);
    if (name === 'declined') beforeSale.declined(run);
    if (run.requestOpen && isFinal(run.state)) {
      const stopWaiting = clock.after(TIMES.answerAfterProof, run.stopSending);
      abort.signal.addEventListener('abort', stopWaiting, { once: true });
    }
  }

  function perform(run: Running, effect: PaymentEffect): void {
    switch (effect.type) {
      case 'clear':
        void sending.clear(run);
        break;
      case 'send':
        void sending.send(run);
        break;
      case 'send-cancel':
        void sending.sendCancel(run);
        break;
      case 'look-up':
        void lookups.lookUp(run, true);
        break;
      case 'set-timer':
        timers.set(run, effect.timer, effect.afterMs);
        break;
      case 'stop-timers':
        timers.stop(run);
        break;
    }
  }

  function closed(run: Running): void {
    forgetWhenDone(run);
    publisher.changed(run.facts.id);
  }

  function onTerminal(terminalId: string | null): Running[] {
    return [...running.values()].filter((run) => run.facts.terminalId === terminalId);
  }

  function adopt(payment: JournalledPayment): Running {
    const known = running.get(payment.facts.id);
    if (known !== undefined) return known;
    const run = takeUp(payment);
    running.set(payment.facts.id, run);
    return run;
  }

  /** Nothing more can happen to it in this process; from now on the journal alone tells. */
  function forgetWhenDone(run: Running): void {
    const busy = run.requestOpen || run.lookup !== null || run.timers.size > 0 || writer.owes(run.facts.id);
    if (!busy && isFinal(run.state)) running.delete(run.facts.id);
  }

  /** A person's word about a signature, where it stands as they saw it. */
  function onSignature(paymentId: string, seen: SignatureVerdict, event: PaymentEvent): Result<null, RefreshRefusal> {
    const payment = journal.byId(paymentId);
    if (payment === null) return failed('payment-unknown');
    const run = adopt(payment);
    const isSo = run.state.name === 'approved' && run.state.signature === seen;
    if (isSo) dispatch(run, event);
    else forgetWhenDone(run);
    return isSo ? ok(null) : failed('not-possible-now');
  }

  return {
    /**
     * Begins a sale: its row is on disk when this returns, and nothing has left yet.
     * `stop` begins one that is known not to be sendable, so that the try is journalled.
     */
    start(facts: PaymentFacts, attempt: string, stop: RefusalReason | null = null): Result<null, CreateFailure> {
      const at = clock.wallTime();
      const started: PaymentEvent = { type: 'started' };
      const state: PaymentState = { name: 'created' };
      const created = journal.create(facts, attempt, { at, event: started, state, evidence: null });
      if (!created.ok) return created;
      const run = adopt({ facts, state, startedAt: at, endedAt: null, releasedAt: null });
      run.clockAtStart = millisOf(at) - clock.elapsed();
      dispatch(run, stop === null ? started : { type: 'stopped-before-sending', reason: stop });
      return ok(null);
    },

    cancel(paymentId: string): Result<null, RefreshRefusal> {
      const run = running.get(paymentId);
      if (run === undefined) return failed('payment-unknown');
      const { name } = run.state;
      const isOnItsWay = (name === 'sent' || name === 'cancelling') && run.facts.kind !== 'void';
      if (name !== 'created' && !isOnItsWay) return failed('not-possible-now');
      // After a gap the loss may be known a moment late; the wish would stop whatever runs there by now.
      if (run.writtenAt !== null && clock.elapsed() - run.writtenAt >= TIMES.givenUp) return failed('not-possible-now');
      dispatch(run, { type: 'cancel-asked' });
      return ok(null);
    },

    /** Päivitä and Tarkista nyt: asks Nets once, on a person's word only and at most every ten seconds a terminal. */
    refresh(paymentId: string): Result<null, RefreshRefusal> {
      const run = running.get(paymentId);
      if (run === undefined) return failed('payment-unknown');
      if (!canLookUp(run)) return failed('not-possible-now');
      if (run.lookup !== null) return ok(null);
      const terminalId = run.facts.terminalId ?? '';
      const last = refreshedAt.get(terminalId);
      if (last !== undefined && clock.elapsed() - last < TIMES.refreshRest) return failed('lookup-too-soon');
      refreshedAt.set(terminalId, clock.elapsed());
      run.refresh = 'idle';
      void lookups.lookUp(run, false);
      return ok(null);
    },

    /** The desk goes on with another guest. The payment stays open and keeps being looked up. */
    release(paymentId: string): Result<null, RefreshRefusal> {
      const run = running.get(paymentId);
      if (run === undefined) return failed('payment-unknown');
      const waitedLongEnough = run.writtenAt !== null && clock.elapsed() - run.writtenAt >= TIMES.releaseAllowed;
      const unclear = run.state.name === 'checking' || run.state.name === 'unresolved';
      if (!unclear && !(isOpen(run.state) && waitedLongEnough)) return failed('not-possible-now');
      if (run.releasedAt === null) dispatch(run, { type: 'released' });
      return ok(null);
    },

    /** A named person says what nothing can prove any more. */
    settle(paymentId: string, settlement: Settlement): Result<null, RefreshRefusal> {
      const run = running.get(paymentId);
      if (run === undefined) return failed('payment-unknown');
      if (run.state.name !== 'unresolved') return failed('not-possible-now');
      dispatch(run, { type: 'settled', settlement });
      return ok(null);
    },

    /** The desk looked at the guest's signature. A second word changes nothing. */
    judgeSignature(paymentId: string, accepted: boolean, by: string): Result<null, RefreshRefusal> {
      return onSignature(paymentId, 'asked', { type: 'signature-judged', accepted, by });
    },

    /** A named person lets the charge of a refused signature stand. */
    letStand(paymentId: string, word: LetStand): Result<null, RefreshRefusal> {
      return onSignature(paymentId, 'refused', { type: 'signature-let-stand', ...word });
    },

    /** Once, at start, before anything is sold: whatever an earlier run left open is looked up. */
    recover(): void {
      const left = journal.unproven().filter(({ facts }) => !running.has(facts.id));
      // All of them first: what one of them means for another on its terminal is judged by the order in which they began.
      for (const payment of left) adopt(payment);
      for (const { facts, state } of left) {
        const run = running.get(facts.id);
        if (run === undefined) continue;
        if (state.name === 'unresolved') run.lostAt = clock.elapsed();
        dispatch(run, { type: 'restarted' });
        // Called hidden once, and nothing that may have run came after it: one look shows whether it still is.
        if (isHidden(run.state) && journal.latestRunAt(facts.terminalId ?? '')?.facts.id === facts.id) void lookUp(run);
      }
    },

    /** Why the next sale there comes after a look, or null where it needs none. */
    lookWanted: beforeSale.why,
    lookBeforeSale: beforeSale.look,

    /** The system woke up, or this process was continued after it had been stopped. */
    wake(): void {
      if (!stopped) timers.wake();
    },

    /** Those whose own request has not ended, whatever else is known of them. */
    openRequests: (): readonly Running[] => [...running.values()].filter((run) => run.requestOpen),
    find: (paymentId: string): Running | null => running.get(paymentId) ?? null,
    /** Why the journal cannot be written, or null while it can. */
    journalProblem: (): WriteFailure['kind'] | null => writer.problem(),
    owesJournal: (paymentId: string): boolean => writer.owes(paymentId),
    /** Those whose end the disk has not taken: only this process knows it. */
    unwrittenEnds: (): readonly Running[] => [...running.values()].filter((run) => isFinal(run.state) && writer.owes(run.facts.id)),

    /** The process goes down. The journal is left as it is: the next start finds what was open. */
    stop(): void {
      stopped = true;
      abort.abort();
      for (const run of running.values()) timers.stop(run);
      running.clear();
      writer.stop();
    },
  };
}

const isHidden = (state: PaymentState): boolean => state.name === 'unresolved' && state.cause === 'overwritten';

/** Kept even where it changes nothing: each answer, and each lookup that reached Nets. */
function isEvidence(event: PaymentEvent): boolean {
  if (event.type === 'answered' || event.type === 'cancel-answered' || event.type === 'original-looked-up') return true;
  return event.type === 'looked-up' && event.answer.kind !== 'unreachable' && event.answer.kind !== 'not-authorised';
}
