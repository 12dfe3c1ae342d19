import type { PaymentEvent } from '../core/events.ts';
import type { WireEvidence } from '../core/outcome.ts';
import { isFinal, isOnTheWire } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import { transition } from '../core/transition.ts';
import type { CardTerminal, Clock, JournalRow, PaymentJournal, PaymentPublisher } from '../ports.ts';
import { createLookBeforeSale } from './before-sale.ts';
import { createEffects } from './effects.ts';
import type { JournalWriter } from './journal-writer.ts';
import { isLateTruth } from './late-truth.ts';
import { createLookups } from './lookups.ts';
import { createOlderPayments } from './older-payments.ts';
import type { Running } from './running.ts';
import type { Runs } from './runs.ts';
import { createSending } from './sending.ts';
import { createPaymentTimers } from './timers.ts';

export type RunnerPorts = {
  readonly terminal: CardTerminal;
  readonly journal: PaymentJournal;
  readonly clock: Clock;
  readonly publisher: PaymentPublisher;
};

/**
 * One step of a payment: the event is journalled first, then the core's effects are carried out. Their answers are the next steps.
 *
 * @param signal aborts when the process ends: after that nothing happens any more.
 */
export function createSteps(ports: RunnerPorts, runs: Runs, writer: JournalWriter, signal: AbortSignal) {
  const { clock, publisher } = ports;
  const { onTerminal, takeUp } = runs;
  const timers = createPaymentTimers({ clock, all: runs.all, dispatch, changed: publisher.changed });
  const lookups = createLookups({ ...ports, onTerminal, takeUp, dispatch, setTimer: timers.set });
  const older = createOlderPayments({ onTerminal, dispatch, setTimer: timers.set });
  const sending = createSending({ ...ports, signal, onTerminal, dispatch, tellNamed: lookups.tellNamed, closed: conclude });
  const beforeSale = createLookBeforeSale({ ...ports, onTerminal, takeUp, lookUp: (run) => lookups.lookUp(run, false) });
  const perform = createEffects({ sending, lookups, timers });

  function dispatch(run: Running, event: PaymentEvent, evidence: WireEvidence | null = null): void {
    if (signal.aborted) return;
    const before = run.state;
    const step = transition(before, event, run.facts);
    const row = { at: clock.wallTime(), event, state: step.state, evidence };

    // Told before the proof is on disk, so that the alarm can be stored first: a kill between the two does not lose it.
    if (isLateTruth(before, step.state, run.releasedAt)) publisher.provenLate(run.facts.id);

    if (event.type === 'cleared' && step.state !== before) {
      // This row must be on disk before a byte leaves. If it cannot be written, nothing is sent.
      const written = writer.writeNow(run.facts.id, row);
      if (!written.ok) {
        dispatch(run, { type: 'stopped-before-sending', reason: 'not-sent' });
        return;
      }
      older.pauseBeside(run);
    } else if (step.state !== before || event.type === 'released' || isEvidence(event)) {
      writer.writeOrKeep(run.facts.id, row);
    }

    moveOn(run, row, clock.elapsed());
    for (const effect of step.effects) perform(run, effect);
    if (isOnTheWire(before) && !isOnTheWire(run.state)) leftTheWire(run);
    if (run.overwritten && step.state.name === 'checking') dispatch(run, { type: 'overwritten' });
    conclude(run);
  }

  /**
   * What the end of a request means for older payments on its terminal. A structured refusal, or a request that was never sent, started
   * nothing there: lookups still show the older ones. Any other request may have become the terminal's latest transaction.
   */
  function leftTheWire(run: Running): void {
    const { name } = run.state;
    if (name === 'refused' || name === 'created') older.resumeBeside(run);
    else older.overwriteBefore(run);
    if (name === 'declined') beforeSale.declined(run);
    if (run.requestOpen && isFinal(run.state)) {
      const stopWaiting = clock.after(TIMES.answerAfterProof, run.stopSending);
      signal.addEventListener('abort', stopWaiting, { once: true });
    }
  }

  function conclude(run: Running): void {
    runs.forgetWhenDone(run);
    publisher.changed(run.facts.id);
  }

  return { dispatch, lookUp: (run: Running): Promise<void> => lookups.lookUp(run, false), timers, beforeSale };
}

/** Takes over the state and times from a row. */
function moveOn(run: Running, { at, event, state }: JournalRow, now: number): void {
  if (state.name === 'checking' && (run.state.name !== 'checking' || event.type === 'restarted')) run.lostAt = now;
  run.state = state;
  if (event.type === 'released') run.releasedAt = at;
  if (run.endedAt === null && isFinal(state)) run.endedAt = at;
}

/** Rows that are journalled even if they change no state: each answer, and each lookup that reached Nets. */
function isEvidence(event: PaymentEvent): boolean {
  if (event.type === 'answered' || event.type === 'cancel-answered' || event.type === 'original-looked-up') return true;
  return event.type === 'looked-up' && event.answer.kind !== 'unreachable' && event.answer.kind !== 'not-authorised';
}
