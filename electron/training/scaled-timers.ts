/** Waits, given in real milliseconds; tests let them run faster. All are stopped when the simulator closes. */
export interface ScaledTimers {
  /** @returns a function that stops this wait; it may be called after the wait is over. */
  after(trueMs: number, act: () => void): () => void;
  stopAll(): void;
}

/** @param scale 1 is real time; 0.01 is a hundred times as fast. */
export function createScaledTimers(scale: number): ScaledTimers {
  const pending = new Set<NodeJS.Timeout>();
  let stopped = false;
  return {
    after(trueMs, act) {
      // A transaction that ends while the simulator closes may ask for another wait, which must not run after close().
      if (stopped) return () => undefined;
      const timer = setTimeout(() => {
        pending.delete(timer);
        act();
      }, trueMs * scale);
      pending.add(timer);
      return () => {
        clearTimeout(timer);
        pending.delete(timer);
      };
    },
    stopAll() {
      stopped = true;
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}
