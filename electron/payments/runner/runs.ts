import { isFinal } from '../core/state.ts';
import type { JournalledPayment } from '../ports.ts';
import { type Running, takeUp } from './running.ts';

export type Runs = ReturnType<typeof createRuns>;

/**
 * The payments that this process is busy with, in the order in which they began.
 *
 * @param owesJournal whether a row of that payment still waits for the disk.
 */
export function createRuns(owesJournal: (paymentId: string) => boolean) {
  const running = new Map<string, Running>();
  const all = (): Running[] => [...running.values()];

  return {
    all,
    find: (paymentId: string): Running | null => running.get(paymentId) ?? null,
    onTerminal: (terminalId: string | null): Running[] => all().filter((run) => run.facts.terminalId === terminalId),

    /** The one that is here already, or the journal's, with nothing going on yet. */
    takeUp(payment: JournalledPayment): Running {
      const known = running.get(payment.facts.id);
      if (known !== undefined) return known;
      const run = takeUp(payment);
      running.set(payment.facts.id, run);
      return run;
    },

    /** Nothing more can happen to it in this process; from now on the journal alone tells. */
    forgetWhenDone(run: Running): void {
      const busy = run.requestOpen || run.lookup !== null || run.timers.size > 0 || owesJournal(run.facts.id);
      if (!busy && isFinal(run.state)) running.delete(run.facts.id);
    },

    clear: (): void => running.clear(),
  };
}
