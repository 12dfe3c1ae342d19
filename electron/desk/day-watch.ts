import type { Clock } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';

/** Somebody may set the PC's clock at any time, and no system tells of it everywhere: it is looked at this often. */
const LOOK_EVERY_MS = 30_000;

/**
 * Notices that the day has turned or that the clock was set, without anybody selling anything: a timer to the next midnight, and a
 * look every half minute.
 */
export function createDayWatch(parts: {
  readonly clock: Pick<Clock, 'after' | 'wallTime'>;
  readonly today: () => Day;
  /** Time went on or back; judges by itself whether that means anything. */
  readonly timePassed: () => void;
}) {
  const { clock, today } = parts;
  let stop: (() => void) | null = null;

  function wait(): void {
    const untilMidnight = Date.parse(today().end) - Date.parse(clock.wallTime());
    // A timer may come a moment early: then it is set once more.
    stop = clock.after(Math.min(LOOK_EVERY_MS, Math.max(1, untilMidnight)), look);
  }

  function look(): void {
    stop?.();
    parts.timePassed();
    wait();
  }

  return {
    start: wait,
    /** The system woke up: its clock went on meanwhile, and timers did not. */
    look,
    stop: (): void => stop?.(),
  };
}
