/** How old an answer may get while a screen shows it. */
const REFRESH_MS = 60_000;
/** How soon a service that does not answer is asked again: its return should be seen before the person gives up. */
const RETRY_MS = 15_000;
/** The longest pause. A log-in that is tried too often may be locked for the whole property, so each refusal makes the pause longer. */
const SELDOM_MS = 30 * 60_000;

export type Heard = 'answer' | 'silence' | 'refusal';

export type Poll<T> = {
  /** Asks now. A caller that comes while a question is running gets its answer. */
  refresh(): Promise<T>;
  stop(): void;
};

/**
 * Asks one service in the background: at once, then every minute, sooner while it does not answer, and ever later while it refuses. A
 * person can ask at any time.
 */
export function createPoll<T>(parts: {
  readonly ask: () => Promise<T>;
  readonly heard: () => Heard;
  /** While this is true, nothing is asked in the background. */
  readonly quiet: () => boolean;
  readonly after: (ms: number, fire: () => void) => () => void;
  /** Called after each answer. */
  readonly changed: () => void;
}): Poll<T> {
  let underWay: Promise<T> | null = null;
  let stopTimer: () => void = () => undefined;
  let stopped = false;
  let refusals = 0;

  function pause(): number {
    const heard = parts.heard();
    refusals = heard === 'refusal' ? refusals + 1 : 0;
    if (heard === 'silence') return RETRY_MS;
    return Math.min(SELDOM_MS, REFRESH_MS * 2 ** Math.max(0, refusals - 1));
  }

  function refresh(): Promise<T> {
    underWay ??= parts.ask().finally(() => {
      underWay = null;
      if (stopped) return;
      parts.changed();
      next(pause());
    });
    return underWay;
  }

  function next(ms: number): void {
    stopTimer();
    stopTimer = parts.after(ms, () => {
      if (parts.quiet()) next(ms);
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
