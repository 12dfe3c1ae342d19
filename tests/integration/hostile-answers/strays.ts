/** What nobody caught while something was being played, with what that was. */
export type Strays = {
  /** Does the work, and remembers it for as long as it lasts. */
  during<T>(playing: unknown, work: () => Promise<T>): Promise<T>;
  found(): readonly unknown[];
  stop(): void;
};

/** Several things are played at once, so a stray one cannot be laid at one's door: all that were being played are told. */
export function watchForStrays(): Strays {
  const playing = new Set<unknown>();
  const found: unknown[] = [];
  const onStray = (cause: unknown): void => {
    found.push({ cause, playing: [...playing] });
  };
  process.on('unhandledRejection', onStray).on('uncaughtException', onStray);
  return {
    async during(what, work) {
      playing.add(what);
      try {
        return await work();
      } finally {
        playing.delete(what);
      }
    },
    found: () => found,
    stop: () => void process.off('unhandledRejection', onStray).off('uncaughtException', onStray),
  };
}
