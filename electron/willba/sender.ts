import type { Clock } from '../payments/ports.ts';
import { waitBeforeRetry } from './backoff.ts';
import { createLanes, type Verdict } from './lanes.ts';
import type { Outbox, OutboxEvent, Post, PostAnswer, Posted } from './ports.ts';

/** After a row: first the sale's own request leaves. Then Willba hears of it, long before a person could look there. */
const AFTER_ROW_MS = 50;
/** After so many failures in a row without a success the receiver was away; it did not refuse one payment. */
const FAILURES_OF_AN_OUTAGE = 3;
/** When the receiver is back, what waits is sent within this time, spread over it. */
const BACK_WITHIN_MS = 20_000;
/** Not while the window opens. */
const FIRST_LOOK_MS = 500;
const LOOK_AGAIN_MS = 5 * 60_000;
const PRUNED_AT_ONCE = 500;

/** The last answer, for support. `at`: ISO 8601, UTC. */
export type LastAnswer = PostAnswer & { readonly at: string };

export type Sender = ReturnType<typeof createSender>;

/** Tells an outage of the receiver from payments that it refuses: between those, others succeed. */
function createOutage() {
  let failuresInARow = 0;
  return {
    failed(): void {
      failuresInARow += 1;
    },
    /** A try has succeeded. @returns whether that ends an outage. */
    isOver(): boolean {
      const wasAway = failuresInARow >= FAILURES_OF_AN_OUTAGE;
      failuresInARow = 0;
      return wasAway;
    },
  };
}

/** What Willba has accepted and could not be stored, for example on a full disk. It is not sent again in this run. */
function createMarks(outbox: Pick<Outbox, 'accepted'>) {
  const owed = new Set<number>();
  return {
    isOwed: ({ sequence }: OutboxEvent): boolean => owed.has(sequence),
    /** @returns false if it could not be stored: then only that is tried again. */
    store({ sequence }: OutboxEvent): boolean {
      const isStored = outbox.accepted(sequence);
      if (isStored) owed.delete(sequence);
      else owed.add(sequence);
      return isStored;
    },
  };
}

/**
 * Sends what the outbox holds, at least once each, in order per payment. It runs beside the payments and never delays one.
 *
 * @param parts.random from 0 to below 1
 * @param parts.statusChanged what waits, or Willba's last answer, is another
 */
export function createSender(parts: {
  readonly outbox: Outbox;
  readonly post: Post;
  readonly clock: Clock;
  readonly random: () => number;
  readonly statusChanged: () => void;
}) {
  const { outbox, clock, random } = parts;
  const outage = createOutage();
  let last: LastAnswer | null = null;
  /** 410: nothing more is sent in this run, unless a person asks for it. */
  let isGone = false;
  let stopLooking: () => void = () => undefined;
  const marks = createMarks(outbox);
  const lanes = createLanes({ clock, send, isHeld: () => isGone, changed: parts.statusChanged });

  async function send(paymentId: string, failures: number): Promise<Verdict> {
    const event = outbox.next(paymentId);
    if (event === null) return 'done';
    const isTold = event !== 'unreadable' && marks.isOwed(event);
    const posted = event === 'unreadable' || isTold ? null : await tell(event);
    if (event !== 'unreadable' && (isTold || posted?.kind === 'accepted') && marks.store(event)) return 'next';
    const asked = posted?.kind === 'failed' ? posted.retryAfterMs : null;
    return { restMs: waitBeforeRetry(failures + 1, asked, random()) };
  }

  async function tell(event: OutboxEvent): Promise<Posted> {
    const posted = await parts.post(event);
    last = { ...posted.answer, at: clock.wallTime() };
    if (posted.kind === 'accepted') {
      if (outage.isOver()) lanes.wake(({ failures }) => (failures > 0 ? random() * BACK_WITHIN_MS : null));
    } else {
      outage.failed();
      isGone ||= posted.kind === 'gone';
      parts.statusChanged();
    }
    return posted;
  }

  outbox.follow((paymentId) => {
    if (!lanes.has(paymentId) && outbox.isWaiting(paymentId)) lanes.add(paymentId, AFTER_ROW_MS);
  });

  /** What an earlier run left, and what could not be read when its row was written. */
  function look(): void {
    for (const paymentId of outbox.waiting()) lanes.add(paymentId, AFTER_ROW_MS);
    outbox.prune(PRUNED_AT_ONCE);
    stopLooking();
    stopLooking = clock.after(LOOK_AGAIN_MS, look);
  }

  return {
    start(): void {
      stopLooking = clock.after(FIRST_LOOK_MS, look);
    },
    sendNow(): void {
      isGone = false;
      look();
      lanes.wake(() => 0);
    },
    /** @param most of the ids, the newest payments' */
    status(most: number) {
      const waiting = lanes.waiting();
      return { count: waiting.length, waiting: waiting.slice(-most), isGone, last };
    },
    stop(): void {
      stopLooking();
      lanes.stop();
    },
  };
}
