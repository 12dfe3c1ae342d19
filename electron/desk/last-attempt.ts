import type { JournalledPayment } from '../payments/ports.ts';
import type { LastAttempt } from '../terminals/ports.ts';

/** What this PC's latest payment on a terminal says about the terminal itself; null where it says nothing. */
export function lastAttemptOf(latest: JournalledPayment | null): LastAttempt | null {
  if (latest === null) return null;
  const at = latest.endedAt ?? latest.startedAt;
  if (latest.state.name !== 'refused') return { failed: null, at };
  if (latest.state.reason === 'not-connected') return { failed: 'not-connected', at };
  return { failed: latest.state.reason === 'unknown-terminal' ? 'unknown-id' : null, at };
}
