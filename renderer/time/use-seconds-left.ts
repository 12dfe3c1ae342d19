import { useEffect, useState } from 'react';
import { secondsLeft, untilNextSecond } from './countdown.ts';

/** Counts the seconds down to a moment of `performance.now()`; null if there is none. */
export function useSecondsLeft(endsAt: number | null): number | null {
  const [, step] = useState(0);
  useEffect(() => {
    if (endsAt === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const schedule = (): void => {
      const now = performance.now();
      if (secondsLeft(endsAt, now) === 0) return;
      timer = setTimeout(() => {
        step((count) => count + 1);
        schedule();
      }, untilNextSecond(endsAt, now) + 4);
    };
    schedule();
    return () => clearTimeout(timer);
  }, [endsAt]);
  return endsAt === null ? null : secondsLeft(endsAt, performance.now());
}
