import { millisOf } from '../../../shared/instant.ts';
import type { RefusalReason } from '../../../shared/reasons.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { PaymentEvent } from '../core/events.ts';
import type { PaymentFacts } from '../core/facts.ts';
import { isFinal, type PaymentState } from '../core/state.ts';
import type { CreateFailure, WriteFailure } from '../ports.ts';
import { createActs } from './acts.ts';
import { createJournalWriter } from './journal-writer.ts';
import { recover } from './recovery.ts';
import type { Running } from './running.ts';
import { createRuns } from './runs.ts';
import { createSignatureActs } from './signature-acts.ts';
import { createSteps, type RunnerPorts } from './step.ts';

export type PaymentRunner = ReturnType<typeof createPaymentRunner>;

/**
 * Runs payments: journals each state first, then does what the core asks, and returns the answers to the core. It has no rule about money
 * of its own: those are in `transition` and `evidence`.
 */
export function createPaymentRunner(ports: RunnerPorts) {
  const { journal, clock, publisher } = ports;
  const down = new AbortController();
  const runs = createRuns((paymentId) => writer.owes(paymentId));
  const writer = createJournalWriter({
    journal,
    clock,
    onCaughtUp: (paymentId) => {
      const run = runs.find(paymentId);
      if (run !== null) runs.forgetWhenDone(run);
      publisher.changed(paymentId);
    },
  });
  const { dispatch, lookUp, timers, beforeSale } = createSteps(ports, runs, writer, down.signal);

  return {
    /**
     * Begins a payment: its row is on disk when this returns, and nothing has been sent yet. `stop` begins one that is known not to be
     * sendable, so that the press is journalled.
     */
    start(facts: PaymentFacts, idempotencyKey: string, stop: RefusalReason | null = null): Result<null, CreateFailure> {
      const at = clock.wallTime();
      const started: PaymentEvent = { type: 'started' };
      const state: PaymentState = { name: 'created' };
      const created = journal.create(facts, idempotencyKey, { at, event: started, state, evidence: null });
      if (!created.ok) return created;
      const run = runs.takeUp({ facts, state, startedAt: at, endedAt: null, releasedAt: null });
      run.clockAtStart = millisOf(at) - clock.elapsed();
      dispatch(run, stop === null ? started : { type: 'stopped-before-sending', reason: stop });
      return ok(null);
    },

    ...createActs({ runs, clock, dispatch, lookUp }),
    ...createSignatureActs({ runs, journal, dispatch }),
    recover: (): void => recover({ runs, journal, clock, dispatch, lookUp }),

    /** Why a lookup comes before the next sale there, or null if none is needed. */
    lookWanted: beforeSale.why,
    lookBeforeSale: beforeSale.look,

    /** The system woke up, or this process runs again after it was stopped. */
    wake(): void {
      if (!down.signal.aborted) timers.wake();
    },

    /** Payments whose own request has not ended, whatever else is known about them. */
    openRequests: (): readonly Running[] => runs.all().filter((run) => run.requestOpen),
    /** Payments of which nothing has left this PC yet. */
    unsent: (): readonly Running[] => runs.all().filter(({ state }) => state.name === 'created'),
    find: runs.find,
    /** Why the journal cannot be written, or null if it can. */
    journalProblem: (): WriteFailure['kind'] | null => writer.problem(),
    owesJournal: writer.owes,
    /** Payments whose ending could not be written to the disk: only this process knows it. */
    unwrittenEnds: (): readonly Running[] => runs.all().filter((run) => isFinal(run.state) && writer.owes(run.facts.id)),

    /** The process ends. The journal is left as it is: the next start finds what was open. */
    stop(): void {
      down.abort();
      for (const run of runs.all()) timers.stop(run);
      runs.clear();
      writer.stop();
    },
  };
}
