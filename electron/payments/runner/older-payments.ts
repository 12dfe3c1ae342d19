import type { PaymentTimer } from '../core/events.ts';
import { TIMES } from '../core/times.ts';
import { isUnproven } from './lookups.ts';
import type { Dispatch, Running } from './running.ts';

/**
 * What a sale means for the unproven payments of this PC before it on the same terminal. A lookup shows only the terminal's latest
 * transaction, so the sale may hide them.
 */
export function createOlderPayments(parts: {
  /** In the order in which they began. */
  readonly onTerminal: (terminalId: string | null) => readonly Running[];
  readonly dispatch: Dispatch;
  readonly setTimer: (run: Running, timer: PaymentTimer, afterMs: number) => void;
}) {
  const { onTerminal, dispatch, setTimer } = parts;
  const unprovenBeside = (run: Running): Running[] =>
    onTerminal(run.facts.terminalId).filter((other) => other !== run && isUnproven(other.state));

  return {
    /** Another sale is about to use the terminal: our lookups must not disturb it. */
    pauseBeside(run: Running): void {
      for (const older of unprovenBeside(run)) {
        older.timers.get('lookup')?.();
        older.timers.delete('lookup');
        older.nextLookupAt = null;
      }
    },

    /** That sale provably started nothing there, so it hides nothing: lookups for the older payments go on. */
    resumeBeside(run: Running): void {
      for (const older of unprovenBeside(run)) {
        if (!older.timers.has('lookup')) setTimer(older, 'lookup', TIMES.lookupRetryUnreached);
      }
    },

    /**
     * That sale may have run: no planned lookup can show an older payment any more. A released payment whose own request is still open goes
     * on waiting for its answer.
     */
    overwriteBefore(run: Running): void {
      const there = onTerminal(run.facts.terminalId);
      for (const older of there.slice(0, there.indexOf(run))) {
        older.overwritten = true;
        if (isUnproven(older.state)) dispatch(older, { type: 'overwritten' });
      }
    },
  };
}
