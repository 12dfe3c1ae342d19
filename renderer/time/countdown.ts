import type { Live } from '../../shared/payment.ts';

/** The guest's time, from the moment the request was written. The core cancels then; this only shows it. */
export const PAYING_TIME_MS = 120_000;
/** From this moment the desk may go on with another guest. */
export const RELEASE_AFTER_MS = 150_000;

/**
 * When the request was written, on this window's monotonic clock; null if it was not yet.
 * @param receivedAt `performance.now()` at the moment `live` arrived.
 */
export function writtenAt(live: Live | null, receivedAt: number): number | null {
  if (live === null || live.phase !== 'waiting' || live.writtenMsAgo === null) return null;
  return receivedAt - live.writtenMsAgo;
}

/** The remaining whole seconds: 120 at the start, 0 only when no time is left. */
export const secondsLeft = (endsAt: number, now: number): number => Math.max(0, Math.ceil((endsAt - now) / 1000));

/** The time until the shown second changes, in milliseconds. Never 0, so that a timer always moves on. */
export function untilNextSecond(endsAt: number, now: number): number {
  const left = endsAt - now;
  if (left <= 0) return 1000;
  const part = left % 1000;
  return part < 1 ? 1000 : part;
}

/** Whether the whole time to pay went by: some terminals give up earlier by themselves. */
export const wasFullTime = ({ startedAt, endedAt }: { readonly startedAt: string; readonly endedAt: string | null }): boolean =>
  endedAt !== null && Date.parse(endedAt) - Date.parse(startedAt) >= PAYING_TIME_MS;

export type TimeLeft = { readonly minutes: number; readonly seconds: number };

/** For `58 s` and `1 min 34 s`: never `1.34`, which is a time of day. */
export const timeLeft = (seconds: number): TimeLeft => ({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
