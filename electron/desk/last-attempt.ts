import type { PaymentState } from '../payments/core/state.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { LastAttempt } from '../terminals/ports.ts';

/** How many payments are read. Older ones say nothing about the terminal today. */
const ATTEMPTS_READ = 10;

/**
 * What the latest payments of this PC show about a terminal: whether it answered, and when. Payments that show nothing are skipped; null
 * if none of them shows anything.
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

/** Null: the terminal answered. Undefined: no answer, a refused log-in and a person's word show nothing about the terminal. */
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
