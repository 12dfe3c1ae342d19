import { overtaken, type PaymentTimer } from '../core/events.ts';
import { delayAfterGap } from '../core/times.ts';
import type { Clock } from '../ports.ts';
import { createGapWatch, isGap } from './gap-watch.ts';
import type { Dispatch, Running } from './running.ts';

const EVENTS = { deadline: 'deadline-passed', 'give-up': 'given-up', lookup: 'lookup-due', 'busy-wait': 'busy-wait-over' } as const;

export type PaymentTimers = ReturnType<typeof createPaymentTimers>;

/** The timers of all running payments, and what happens to them when this process did not run for a while. */
export function createPaymentTimers(parts: {
  readonly clock: Clock;
  /** In the order in which they began. */
  readonly all: () => readonly Running[];
  readonly dispatch: Dispatch;
  readonly changed: (paymentId: string) => void;
}) {
  const { clock, all, dispatch } = parts;
  const gaps = createGapWatch({ clock, onGap: wake });

  function set(run: Running, timer: PaymentTimer, afterMs: number): void {
    run.timers.get(timer)?.();
    const dueAt = clock.elapsed() + afterMs;
    if (timer === 'lookup') run.nextLookupAt = dueAt;
    const stop = clock.after(afterMs, () => {
      // The answer may be in the socket's buffer: it must be read first.
      if (timer !== 'lookup' && isGap(clock.elapsed() - dueAt)) return wake();
      run.timers.delete(timer);
      if (timer === 'lookup') run.nextLookupAt = null;
      dispatch(run, { type: EVENTS[timer] });
    });
    run.timers.set(timer, stop);
    gaps.needed(isAnswerAwaited());
  }

  function stop(run: Running): void {
    for (const stopTimer of run.timers.values()) stopTimer();
    run.timers.clear();
    run.nextLookupAt = null;
    gaps.needed(isAnswerAwaited());
  }

  /** True if an answer is awaited: such a payment has the timer `give-up`. */
  const isAnswerAwaited = (): boolean => all().some((run) => run.timers.has('give-up'));

  /** This process runs again after a gap. What became due in between is handled in the right order, by the time that really passed. */
  function wake(): void {
    gaps.known();
    for (const run of all()) {
      // Too old: the guest may have left, and a void's lookup is out of date. What was not written is not sent.
      if (run.state.name === 'created') dispatch(run, overtaken(run.state));
      if (run.writtenAt === null) run.stopSending();
      else reset(run, clock.elapsed() - run.writtenAt);
      parts.changed(run.facts.id);
    }
  }

  function reset(run: Running, sinceWrittenMs: number): void {
    for (const timer of ['deadline', 'give-up'] as const) {
      if (run.timers.has(timer)) set(run, timer, delayAfterGap(timer, run.facts.kind, sinceWrittenMs));
    }
  }

  return { set, stop, wake };
}
