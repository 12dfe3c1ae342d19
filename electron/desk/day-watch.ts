import type { Clock } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';

/** How often the clock is checked: somebody may set it at any time, and not every operating system reports that. */
const LOOK_EVERY_MS = 30_000;

/**
 * Notices a new day and a clock that was set, also while nothing is sold: with a timer until the next midnight, and a check every half
 * minute.
 */
export function createDayWatch(parts: {
  readonly clock: Pick<Clock, 'after' | 'wallTime'>;
  readonly today: () => Day;
  /** Called at each check. It decides itself whether anything has changed. */
  readonly timePassed: () => void;
}) {
  const { clock, today } = parts;
  let stop: (() => void) | null = null;

  function wait(): void {
    const untilMidnight = Date.parse(today().end) - Date.parse(clock.wallTime());
    // A timer may fire a moment before midnight: then this sets it again.
    stop = clock.after(Math.min(LOOK_EVERY_MS, Math.max(1, untilMidnight)), look);
  }

  function look(): void {
    stop?.();
    parts.timePassed();
    wait();
  }

  return {
    start: wait,
    /** Checks now. Also called when the system wakes up: timers stand still while it sleeps, the clock does not. */
    look,
    stop: (): void => stop?.(),
  };
}
