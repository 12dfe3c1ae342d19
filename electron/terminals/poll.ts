/** How old an answer may grow while a screen shows it. */
const REFRESH_MS = 60_000;
/** How soon a service that is silent is asked again: its return should be seen before somebody gives up waiting for it. */
const RETRY_MS = 15_000;
/** A log-in that is tried too often may be locked, for the whole property: refused ones are tried ever more seldom by themselves. */
const SELDOM_MS = 30 * 60_000;

export type Heard = 'answer' | 'silence' | 'refusal';

export type Poll<T> = {
  /** Asks now; who comes while a question is under way gets its answer. */
  refresh(): Promise<T>;
  stop(): void;
};

/**
 * Asks one service in the background: at once, then every minute, sooner while it is silent, later and later while it refuses.
 * Somebody who wants to know asks at any time.
 */
export function createPoll<T>(parts: {
  readonly ask: () => Promise<T>;
  readonly heard: () => Heard;
  /** While this is true nothing is asked by itself. */
  readonly quiet: () => boolean;
  readonly after: (ms: number, fire: () => void) => () => void;
  /** After each answer. */
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
