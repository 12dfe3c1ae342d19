/** Waits in true milliseconds, run faster for tests, and all of them stopped at once when the simulator closes. */
export interface ScaledTimers {
  /** @returns stops this one wait; harmless when it is over. */
  after(trueMs: number, act: () => void): () => void;
  stopAll(): void;
}

/** @param scale 1 is true time; 0.01 runs a hundred times as fast. */
export function createScaledTimers(scale: number): ScaledTimers {
  const pending = new Set<NodeJS.Timeout>();
  let stopped = false;
  return {
    after(trueMs, act) {
      // A transaction that ends while the simulator closes may ask for another wait: it must not outlive close().
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
