import type { PaymentState } from '../payments/core/state.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { LastAttempt } from '../terminals/ports.ts';

/** So far back a terminal's own word is looked for; further back it says nothing about today. */
const ATTEMPTS_READ = 10;

/**
 * What this PC's payments on a terminal say about the terminal itself: the latest that says anything. Null where none does.
 * Older ones are read only where the newer are silent.
 */
export function lastAttemptAt(terminalId: string, journal: Pick<PaymentJournal, 'latestAt'>): LastAttempt | null {
  for (let back = 0; back < ATTEMPTS_READ; back += 1) {
    const payment = journal.latestAt(terminalId, back);
    if (payment === null) return null;
    const failed = taughtBy(payment.state);
    if (failed !== undefined) return { failed, at: payment.endedAt ?? payment.startedAt };
  }
  return null;
}

/** Null: the device answered. Undefined: silence, a lost answer, a refused log-in and a person's word tell nothing of the device. */
function taughtBy(state: PaymentState): LastAttempt['failed'] | undefined {
  switch (state.name) {
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'timed-out':
      return null;
    case 'refused':
      if (state.reason === 'not-connected') return 'not-connected';
      if (state.reason === 'unknown-terminal') return 'unknown-id';
      return state.reason === 'busy' ? null : undefined;
    case 'settled-by-person':
      return state.approval === null ? undefined : null;
    case 'created':
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return undefined;
  }
}
