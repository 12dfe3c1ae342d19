import { failed, ok, type Result } from '../../shared/result.ts';
import type { PaymentEffect, PaymentEvent, PaymentTimer } from './events.ts';
import type { PaymentFacts } from './facts.ts';
import { createJournalWriter } from './journal-writer.ts';
import type { RefusalReason, SaleOutcome, WireEvidence } from './outcome.ts';
import type { CardTerminal, Clock, CreateFailure, JournalledPayment, PaymentJournal, PaymentPublisher, WriteFailure } from './ports.ts';
import { type Running, takeUp } from './running.ts';
import { isFinal, isOpen, type PaymentState } from './state.ts';
import { TIMES } from './times.ts';
import { transition } from './transition.ts';

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
  const cancelsUnderWay = new Map<string, Promise<void>>();
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

  function dispatch(run: Running, event: PaymentEvent, evidence: WireEvidence | null = null): void {
    if (stopped) return;
    const before = run.state;
    const step = transition(before, event, run.facts);
    const row = { at: clock.wallTime(), event, state: step.state, evidence };

    if (event.type === 'cleared' && step.state !== before) {
      // The one row that must be on disk before a byte leaves. If it cannot be written, nothing is sent.
      const written = writer.writeNow(run.facts.id, row);
      if (!written.ok) {
        dispatch(run, { type: 'stopped-before-sending', reason: 'not-sent' });
        return;
      }
      for (const older of unprovenBeside(run)) pauseLookups(older);
    } else if (step.state !== before || event.type === 'released' || isEvidence(event)) {
      writer.writeOrKeep(run.facts.id, row);
    }

    run.state = step.state;
    if (event.type === 'released') run.releasedAt = row.at;
    // Written: the terminal's latest transaction will be this one, and no lookup can show an older one any more.
    if (event.type === 'request-written') {
      for (const older of onTerminal(run.facts.terminalId)) if (older !== run) overwrite(older);
    }
    if (run.endedAt === null && isFinal(step.state)) run.endedAt = row.at;
    if (step.state.name === 'checking' && (before.name !== 'checking' || event.type === 'restarted')) run.lostAt = clock.elapsed();
    for (const effect of step.effects) perform(run, effect);
    if (run.overwritten && step.state.name === 'checking') dispatch(run, { type: 'overwritten' });
    forgetWhenDone(run);
    publisher.changed(run.facts.id);
  }

  function perform(run: Running, effect: PaymentEffect): void {
    switch (effect.type) {
      case 'clear':
        void clear(run);
        break;
      case 'send-sale':
        void sendSale(run);
        break;
      case 'send-cancel':
        void sendCancel(run);
        break;
      case 'look-up':
        void lookUp(run, true);
        break;
      case 'set-timer':
        setTimer(run, effect.timer, effect.afterMs);
        break;
      case 'stop-timers':
        for (const stop of run.timers.values()) stop();
        run.timers.clear();
        run.nextLookupAt = null;
        break;
    }
  }

  async function clear(run: Running): Promise<void> {
    // cancelAction names no transaction: an older wish that is still on its way could stop this sale.
    await cancelsUnderWay.get(run.facts.terminalId ?? '');
    const cleared = await answerOr(() => terminal.clear(), failed('not-sent' as const));
    dispatch(run, cleared.ok ? { type: 'cleared' } : { type: 'stopped-before-sending', reason: cleared.error });
  }

  async function sendSale(run: Running): Promise<void> {
    const { terminalId, amountMinor, orderId } = run.facts;
    if (terminalId === null) throw new Error('A sale without a terminal cannot be sent');
    run.requestOpen = true;
    const onWritten = (): void => {
      if (run.writtenAt !== null) return;
      run.writtenAt = clock.elapsed();
      // After the bytes, not in their way: the journal's sync would hold the request up.
      queueMicrotask(() => dispatch(run, { type: 'request-written' }));
    };
    const sale = () => terminal.sale({ terminalId, amountMinor, orderId }, { onWritten, signal: abort.signal });
    const lost: SaleOutcome = { kind: 'unknown', cause: 'answer-lost' };
    const { outcome, evidence } = await answerOr(sale, { outcome: lost, evidence: null });
    run.requestOpen = false;
    dispatch(run, { type: 'answered', outcome }, evidence);
    if (run.writtenAt === null) resumeLookups(run);
  }

  async function sendCancel(run: Running): Promise<void> {
    const { terminalId } = run.facts;
    if (terminalId === null || !run.requestOpen) return;
    const answer = answerOr(() => terminal.cancelAction(terminalId), { outcome: 'failed' as const, evidence: null });
    const settled = Promise.race([answer.then(() => undefined), elapse(TIMES.cancelSettles)]);
    cancelsUnderWay.set(terminalId, settled);
    const { outcome, evidence } = await answer;
    if (cancelsUnderWay.get(terminalId) === settled) cancelsUnderWay.delete(terminalId);
    dispatch(run, { type: 'cancel-answered', delivered: outcome === 'delivered' }, evidence);
  }

  async function lookUp(run: Running, scheduled: boolean): Promise<void> {
    const { terminalId } = run.facts;
    if (terminalId === null) return;
    if (scheduled && onTerminal(terminalId).some((other) => other !== run && other.requestOpen)) {
      // While a request of ours is open there, nothing else goes to that terminal by itself.
      setTimer(run, 'lookup', TIMES.lookupRetryUnreached);
      return;
    }
    if (run.lookup !== null) {
      // The planned one must not be lost with a person's that is still asking: it follows.
      run.lookupFollows ||= scheduled;
      await run.lookup;
      return;
    }
    run.lookup = askTerminal(run, terminalId, scheduled);
    await run.lookup;
  }

  async function askTerminal(run: Running, terminalId: string, scheduled: boolean): Promise<void> {
    publisher.changed(run.facts.id);
    const unreached = { outcome: { kind: 'unreachable' } as const, evidence: null };
    const { outcome: answer, evidence } = await answerOr(() => terminal.lookup(terminalId), unreached);
    run.lookup = null;
    run.lookupFailed = answer.kind === 'unreachable' || answer.kind === 'not-authorised';
    run.refresh = run.lookupFailed ? 'no-answer' : 'still-running';
    const sinceLossMs = run.lostAt === null ? 0 : clock.elapsed() - run.lostAt;
    const follows = run.lookupFollows;
    run.lookupFollows = false;
    dispatch(run, { type: 'looked-up', answer, scheduled, sinceLossMs, seenAt: clock.wallTime() }, evidence);
    if (follows) dispatch(run, { type: 'lookup-due' });
  }

  function setTimer(run: Running, timer: PaymentTimer, afterMs: number): void {
    run.timers.get(timer)?.();
    if (timer === 'lookup') run.nextLookupAt = clock.elapsed() + afterMs;
    const stop = clock.after(afterMs, () => {
      run.timers.delete(timer);
      if (timer === 'lookup') run.nextLookupAt = null;
      dispatch(run, { type: TIMER_EVENTS[timer] });
    });
    run.timers.set(timer, stop);
  }

  const elapse = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  /** Payments that nobody could prove yet, on the terminal that this one uses. */
  function unprovenBeside(run: Running): Running[] {
    return onTerminal(run.facts.terminalId).filter((other) => other !== run && isUnproven(other.state));
  }

  function onTerminal(terminalId: string | null): Running[] {
    return [...running.values()].filter((run) => run.facts.terminalId === terminalId);
  }

  /** A released payment whose own request is still open keeps waiting for that answer; only lookups are over for it. */
  function overwrite(older: Running): void {
    older.overwritten = true;
    if (isUnproven(older.state)) dispatch(older, { type: 'overwritten' });
  }

  /** Another sale is about to use the terminal: nothing of ours may disturb it. */
  function pauseLookups(run: Running): void {
    run.timers.get('lookup')?.();
    run.timers.delete('lookup');
    run.nextLookupAt = null;
  }

  /** That sale never left this PC, so it overwrote nothing: the older ones are looked for again. */
  function resumeLookups(run: Running): void {
    for (const older of unprovenBeside(run)) {
      if (!older.timers.has('lookup')) setTimer(older, 'lookup', TIMES.lookupRetryUnreached);
    }
  }

  /** An adapter that throws has a bug. The payment is then as unknown as it is after a lost answer, never guessed. */
  async function answerOr<T, F>(work: () => Promise<T>, fallback: F): Promise<T | F> {
    try {
      return await work();
    } catch (cause) {
      publisher.broke(cause);
      return fallback;
    }
  }

  function adopt(payment: JournalledPayment): Running {
    const run = takeUp(payment);
    running.set(payment.facts.id, run);
    return run;
  }

  /** Nothing more can happen to it in this process; from now on the journal alone tells. */
  function forgetWhenDone(run: Running): void {
    const busy = run.requestOpen || run.lookup !== null || run.timers.size > 0 || writer.owes(run.facts.id);
    if (!busy && isFinal(run.state)) running.delete(run.facts.id);
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
      dispatch(run, stop === null ? started : { type: 'stopped-before-sending', reason: stop });
      return ok(null);
    },

    cancel(paymentId: string): Result<null, RefreshRefusal> {
      const run = running.get(paymentId);
      if (run === undefined) return failed('payment-unknown');
      if (run.state.name !== 'created' && run.state.name !== 'sent' && run.state.name !== 'cancelling') return failed('not-possible-now');
      dispatch(run, { type: 'cancel-asked' });
      return ok(null);
    },

    /** Päivitä and Tarkista nyt: asks Nets once, on a person's word only and at most every ten seconds a terminal. */
    refresh(paymentId: string): Result<null, RefreshRefusal> {
      const run = running.get(paymentId);
      if (run === undefined) return failed('payment-unknown');
      const { state } = run;
      const waiting = state.name === 'sent' || state.name === 'cancelling';
      const unclear = isUnproven(state);
      if ((!waiting && !unclear) || (waiting && !state.written)) return failed('not-possible-now');
      if (run.lookup !== null) return ok(null);
      const terminalId = run.facts.terminalId ?? '';
      const last = refreshedAt.get(terminalId);
      if (last !== undefined && clock.elapsed() - last < TIMES.refreshRest) return failed('lookup-too-soon');
      refreshedAt.set(terminalId, clock.elapsed());
      run.refresh = 'idle';
      void lookUp(run, false);
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

    /** Once, at start, before anything is sold: whatever an earlier run left open is looked up. */
    recover(): void {
      for (const payment of [...journal.open(), ...journal.unresolved()]) {
        if (running.has(payment.facts.id)) continue;
        const run = adopt(payment);
        if (payment.state.name === 'unresolved') run.lostAt = clock.elapsed();
        dispatch(run, { type: 'restarted' });
      }
    },

    /**
     * Before the next sale on a terminal: one more look for those that could not be proven there, because that sale will
     * be the terminal's latest transaction and no lookup can show them after it. `provenPaid`: one of them turned out to
     * be paid, which the desk must hear before it charges anybody.
     */
    async lookBeforeSale(terminalId: string): Promise<{ readonly provenPaid: boolean }> {
      if (onTerminal(terminalId).some((run) => run.releasedAt === null && isOpen(run.state))) return { provenPaid: false };
      const unproven = onTerminal(terminalId).filter((run) => isUnproven(run.state));
      // A guest stands at the desk: the warning comes when this is over, with or without an answer.
      if (unproven.length > 0) await Promise.race([Promise.all(unproven.map((run) => lookUp(run, false))), elapse(TIMES.cancelSettles)]);
      return { provenPaid: unproven.some((run) => run.state.name === 'approved') };
    },

    find: (paymentId: string): Running | null => running.get(paymentId) ?? null,
    /** Why the journal cannot be written, or null while it can. */
    journalProblem: (): WriteFailure['kind'] | null => writer.problem(),
    owesJournal: (paymentId: string): boolean => writer.owes(paymentId),

    /** The process goes down. The journal is left as it is: the next start finds what was open. */
    stop(): void {
      stopped = true;
      abort.abort();
      for (const run of running.values()) for (const stopTimer of run.timers.values()) stopTimer();
      running.clear();
      writer.stop();
    },
  };
}

const TIMER_EVENTS = { deadline: 'deadline-passed', 'give-up': 'given-up', lookup: 'lookup-due' } as const;

/** May have been charged, and a lookup could still show it. */
const isUnproven = (state: PaymentState): boolean =>
  state.name === 'checking' || (state.name === 'unresolved' && state.cause !== 'overwritten');

/** Kept even where it changes nothing: each answer, and each lookup that reached Nets. */
function isEvidence(event: PaymentEvent): boolean {
  if (event.type === 'answered' || event.type === 'cancel-answered') return true;
  return event.type === 'looked-up' && event.answer.kind !== 'unreachable' && event.answer.kind !== 'not-authorised';
}
