import { isFinal } from '../core/state.ts';
import type { JournalledPayment } from '../ports.ts';
import { type Running, takeUp } from './running.ts';

export type Runs = ReturnType<typeof createRuns>;

/**
 * The payments that this process is running, in the order in which they began.
 *
 * @param owesJournal whether a row of that payment has not been written to the disk yet
 */
export function createRuns(owesJournal: (paymentId: string) => boolean) {
  const running = new Map<string, Running>();
  const all = (): Running[] => [...running.values()];

  return {
    all,
    find: (paymentId: string): Running | null => running.get(paymentId) ?? null,
    onTerminal: (terminalId: string | null): Running[] => all().filter((run) => run.facts.terminalId === terminalId),

    /** The payment if it is here already, else the journal's, with nothing running yet. */
    takeUp(payment: JournalledPayment): Running {
      const known = running.get(payment.facts.id);
      if (known !== undefined) return known;
      const run = takeUp(payment);
      running.set(payment.facts.id, run);
      return run;
    },

    /** Removes a payment to which nothing more can happen in this process; from then on only the journal knows it. */
    forgetWhenDone(run: Running): void {
      const busy = run.requestOpen || run.lookup !== null || run.timers.size > 0 || owesJournal(run.facts.id);
      if (!busy && isFinal(run.state)) running.delete(run.facts.id);
    },

    clear: (): void => running.clear(),
  };
}
