import type { Live } from '../../../shared/payment.ts';
import { LOOKUPS_PLANNED } from '../core/times.ts';
import type { Running } from './running.ts';

/** What the waiting screen shows at this monotonic time, or null if nothing is running. */
export function liveView(run: Running, now: number): Live | null {
  const { state } = run;
  switch (state.name) {
    case 'created':
      return { phase: 'preparing', busyAnswers: state.busyAnswers ?? 0 };
    case 'sent':
    case 'cancelling':
      return {
        phase: 'waiting',
        writtenMsAgo: run.writtenAt === null ? null : now - run.writtenAt,
        cancelAskedBy: state.name === 'cancelling' ? state.by : null,
        cancelDelivery: state.name === 'cancelling' ? (state.delivery === 'held' ? 'under-way' : state.delivery) : null,
        refresh: run.lookup !== null ? 'asking' : run.refresh,
      };
    case 'checking':
    case 'unresolved':
      return {
        phase: 'checking',
        cause: state.cause,
        lookupsDone: state.name === 'checking' ? state.lookupsDone : LOOKUPS_PLANNED,
        lookupsPlanned: LOOKUPS_PLANNED,
        nextLookupInMs: run.nextLookupAt === null ? null : Math.max(0, run.nextLookupAt - now),
        asking: run.lookup !== null,
        lookupFailed: run.lookupFailed,
        hint: state.hint,
      };
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
    case 'settled-by-person':
      return null;
  }
}
