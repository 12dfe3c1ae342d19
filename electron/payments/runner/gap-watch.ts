import { TIMES } from '../core/times.ts';
import type { Clock } from '../ports.ts';

/** True if a timer was so late that this process cannot have run in between. */
export const isGap = (lateMs: number): boolean => lateMs > TIMES.gap;

/**
 * Notices that this process did not run for a while: the system slept, or somebody stopped it. `elapsed` counts that time, but timers may
 * not, so a tick shows the difference. It ticks only while it is needed.
 */
export function createGapWatch({ clock, onGap }: { readonly clock: Clock; readonly onGap: () => void }) {
  let stop: (() => void) | null = null;

  function tick(): void {
    stop?.();
    const dueAt = clock.elapsed() + TIMES.gapTick;
    stop = clock.after(TIMES.gapTick, () => {
      const late = clock.elapsed() - dueAt;
      tick();
      if (isGap(late)) onGap();
    });
  }

  return {
    needed(needed: boolean): void {
      if (needed && stop === null) tick();
      if (needed || stop === null) return;
      stop();
      stop = null;
    },
    /** Somebody else noticed the gap first, so it is not reported again. */
    known(): void {
      if (stop !== null) tick();
    },
  };
}
