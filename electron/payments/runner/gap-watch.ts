import { TIMES } from '../core/times.ts';
import type { Clock } from '../ports.ts';

/** So much more time passed than a timer was set for that this process cannot have run meanwhile. */
export const isGap = (lateMs: number): boolean => lateMs > TIMES.gap;

/**
 * Notices that this process did not run for a while: the system slept, or somebody stopped it. `elapsed` counts that time
 * and timers may not, so a tick tells the two apart. Ticks only while somebody needs it.
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
    /** Somebody else noticed it first: the same gap is not noticed twice. */
    known(): void {
      if (stop !== null) tick();
    },
  };
}
