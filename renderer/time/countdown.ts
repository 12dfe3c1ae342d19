import type { Live } from '../../shared/payment.ts';

/** What the guest has, counted from the moment the request was written. The core cancels then; this only shows it. */
export const PAYING_TIME_MS = 120_000;
/** From here on the desk may go on with another guest. */
export const RELEASE_AFTER_MS = 150_000;

/**
 * When the request was written, on this window's own monotonic clock; null while it has not been.
 * @param receivedAt `performance.now()` at the moment `live` arrived.
 */
export function writtenAt(live: Live | null, receivedAt: number): number | null {
  if (live === null || live.phase !== 'waiting' || live.writtenMsAgo === null) return null;
  return receivedAt - live.writtenMsAgo;
}

/** Whole seconds that are left, as a clock shows them: 120 at the start, 0 only when nothing is left. */
export const secondsLeft = (endsAt: number, now: number): number => Math.max(0, Math.ceil((endsAt - now) / 1000));

/** How long until the shown second changes: never 0, so that a timer set for it always moves on. */
export function untilNextSecond(endsAt: number, now: number): number {
  const left = endsAt - now;
  if (left <= 0) return 1000;
  const part = left % 1000;
  return part < 1 ? 1000 : part;
}

export function clockParts(seconds: number): { minutes: string; seconds: string } {
  return { minutes: String(Math.floor(seconds / 60)), seconds: String(seconds % 60).padStart(2, '0') };
}
