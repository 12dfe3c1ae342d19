import type { PaymentState } from '../core/state.ts';
import type { Clock, PaymentJournal } from '../ports.ts';
import type { Dispatch, Running } from './running.ts';
import type { Runs } from './runs.ts';

const isHidden = (state: PaymentState): boolean => state.name === 'unresolved' && state.cause === 'overwritten';

/** Runs once at start, before anything is sold: whatever an earlier run left open is looked up. */
export function recover(parts: {
  readonly runs: Runs;
  readonly journal: Pick<PaymentJournal, 'unproven' | 'latestRunAt'>;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly dispatch: Dispatch;
  readonly lookUp: (run: Running) => Promise<void>;
}): void {
  const { runs, journal } = parts;
  const left = journal.unproven().filter(({ facts }) => runs.find(facts.id) === null);
  // All are taken up first: what one means for another on the same terminal depends on the order in which they began.
  for (const payment of left) runs.takeUp(payment);
  for (const { facts, state } of left) {
    const run = runs.find(facts.id);
    if (run === null) continue;
    if (state.name === 'unresolved') run.lostAt = parts.clock.elapsed();
    parts.dispatch(run, { type: 'restarted' });
    // It was marked as hidden, but nothing that may have run came after it: one lookup shows whether it still is hidden.
    if (isHidden(run.state) && journal.latestRunAt(facts.terminalId ?? '')?.facts.id === facts.id) void parts.lookUp(run);
  }
}
