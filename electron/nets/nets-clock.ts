import type { HttpCaller, HttpOutcome } from '../http/http-call.ts';
import type { Clock } from '../payments/ports.ts';

/** Compares Nets' clock with this PC's: every answer tells Nets' time in its `Date` header. */
export function createNetsClock(send: HttpCaller, clock: Pick<Clock, 'wallTime'>) {
  let last: number | null = null;
  /** Nets' clock minus this PC's in milliseconds, or null if that answer does not tell. */
  const offsetOf = (outcome: HttpOutcome): number | null => {
    const theirs = outcome.kind === 'answered' && outcome.date !== null ? Date.parse(outcome.date) : Number.NaN;
    return Number.isNaN(theirs) ? null : theirs - Date.parse(clock.wallTime());
  };
  /** Takes Nets' time from every answer. */
  const call: HttpCaller = async (request) => {
    const outcome = await send(request);
    last = offsetOf(outcome) ?? last;
    return outcome;
  };
  return { call, offsetOf, offset: (): number | null => last };
}
