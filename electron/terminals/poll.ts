/** How old an answer may grow while a screen shows it. */
const REFRESH_MS = 60_000;
/** How soon a service that is silent is asked again: its return should be seen before somebody gives up waiting for it. */
const RETRY_MS = 15_000;

export type Poll<T> = {
  /** Asks now; who comes while a question is under way gets its answer. */
  refresh(): Promise<T>;
  stop(): void;
};

/**
 * Asks one service in the background: at once, then every minute, sooner while it is silent. A refusal is not asked again
 * sooner, because a log-in that is tried too often may be locked.
 */
export function createPoll<T>(parts: {
  readonly ask: () => Promise<T>;
  readonly isSilent: () => boolean;
  /** While this is true nothing is asked by itself. */
  readonly quiet: () => boolean;
  readonly after: (ms: number, fire: () => void) => () => void;
  /** After each answer. */
  readonly changed: () => void;
}): Poll<T> {
  let underWay: Promise<T> | null = null;
  let stopTimer: () => void = () => undefined;
  let stopped = false;

  function refresh(): Promise<T> {
    underWay ??= parts.ask().finally(() => {
      underWay = null;
      if (stopped) return;
      parts.changed();
      next();
    });
    return underWay;
  }

  function next(): void {
    stopTimer();
    stopTimer = parts.after(parts.isSilent() ? RETRY_MS : REFRESH_MS, () => {
      if (parts.quiet()) next();
      else void refresh();
    });
  }

  return {
    refresh,
    stop(): void {
      stopped = true;
      stopTimer();
    },
  };
}
