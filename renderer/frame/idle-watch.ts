type IdleParts = {
  /** 0: never. */
  readonly minutes: () => number;
  /** False while somebody must see the screen. The time then begins anew when it may. */
  readonly mayCover: () => boolean;
  readonly cover: () => void;
  readonly now: () => number;
  /** @returns a call that stops the timer */
  readonly after: (ms: number, fire: () => void) => () => void;
};

/** How soon it is noticed that a payment has ended or that the setting is another one. */
const LOOK_AGAIN_MS = 5_000;

/** Covers the window when nobody has touched it for so many minutes. */
export function createIdleWatch({ minutes, mayCover, cover, now, after }: IdleParts) {
  let touchedAt = now();
  let stop: (() => void) | null = null;

  function look(): void {
    if (!mayCover()) touchedAt = now();
    const left = minutes() === 0 ? LOOK_AGAIN_MS : touchedAt + minutes() * 60_000 - now();
    if (left <= 0) {
      cover();
      touchedAt = now();
    }
    stop = after(Math.min(LOOK_AGAIN_MS, Math.max(left, 1)), look);
  }

  return {
    start: look,
    touched: (): void => {
      touchedAt = now();
    },
    stop: (): void => stop?.(),
  };
}
