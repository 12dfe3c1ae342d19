import type { Clock } from '../payments/ports.ts';
import { waitBeforeRetry } from './backoff.ts';
import { createLanes, type Lane, type Verdict } from './lanes.ts';
import { createOutage, isAboutTheReceiver } from './outage.ts';
import type { Numbered, Outbox, Post, PostAnswer, Posted } from './ports.ts';

/** After a row: first the sale's own request leaves. Then the receiver hears of it, long before a person could look there. */
const AFTER_ROW_MS = 50;
/** When the receiver is back, what waits is sent within this time, spread over it. */
const BACK_WITHIN_MS = 20_000;
/** Not while the window opens. */
const FIRST_LOOK_MS = 500;
const LOOK_AGAIN_MS = 5 * 60_000;
/** The outbox could not be read. */
const LOOK_SOON_MS = 10_000;
const PRUNED_AT_ONCE = 500;

/** The last answer, for support. `at`: ISO 8601, UTC. */
export type LastAnswer = PostAnswer & { readonly at: string };

export type Sender = ReturnType<typeof createSender>;

/** What the receiver has accepted and could not be stored, for example on a full disk. It is not sent again in this run. */
function createMarks<E extends Numbered>(outbox: Pick<Outbox<E>, 'accepted'>) {
  const owed = new Set<number>();
  return {
    isOwed: ({ sequence }: E): boolean => owed.has(sequence),
    /** @returns false if it could not be stored: then only that is tried again. */
    store(event: E): boolean {
      const isStored = outbox.accepted(event);
      if (isStored) owed.delete(event.sequence);
      else owed.add(event.sequence);
      return isStored;
    },
  };
}

/** Looks for what an earlier run left, and for what could not be read when its row was written. */
function createLooks(parts: {
  readonly outbox: Pick<Outbox<Numbered>, 'waiting' | 'prune'>;
  readonly clock: Clock;
  readonly found: (paymentId: string) => void;
}) {
  const { outbox, clock, found } = parts;
  let stop: () => void = () => undefined;
  function look(): void {
    const waiting = outbox.waiting();
    for (const paymentId of waiting ?? []) found(paymentId);
    outbox.prune(PRUNED_AT_ONCE);
    lookIn(waiting === null ? LOOK_SOON_MS : LOOK_AGAIN_MS);
  }
  function lookIn(ms: number): void {
    stop();
    stop = clock.after(ms, look);
  }
  return { now: look, start: () => lookIn(FIRST_LOOK_MS), stop: () => stop() };
}

/** The last answer, and of each payment that waits because the receiver refuses it: what it takes of others says nothing about those. */
function createAnswers() {
  const refusals = new Map<string, LastAnswer>();
  let last: LastAnswer | null = null;
  let isAccepted = false;
  return {
    keep(paymentId: string, { kind, answer }: Posted, at: string): void {
      last = { ...answer, at };
      isAccepted = kind === 'accepted';
      refusals.delete(paymentId);
      if (!isAccepted && !isAboutTheReceiver(answer)) refusals.set(paymentId, last);
    },
    nothingLeft: (paymentId: string): boolean => refusals.delete(paymentId),
    /** Why something waits, where something does. */
    last: (): LastAnswer | null => (isAccepted ? ([...refusals.values()].at(-1) ?? last) : last),
  };
}

/** Spread, and not before the receiver wants it. */
const soon =
  (random: () => number) =>
  ({ isLate, isAsked }: Lane): number | null =>
    isLate && !isAsked ? random() * BACK_WITHIN_MS : null;

/**
 * Sends what the outbox holds for one receiver, at least once each, in order per payment. It runs beside the payments and never delays one.
 *
 * @param parts.random from 0 to below 1
 * @param parts.statusChanged what waits, or the receiver's last answer, is another
 */
export function createSender<E extends Numbered>(parts: {
  readonly outbox: Outbox<E>;
  readonly post: Post<E>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly statusChanged: () => void;
}) {
  const { outbox, clock, random } = parts;
  const answers = createAnswers();
  /** 410: nothing more is sent in this run, unless a person asks for it. */
  let isGone = false;
  const outage = createOutage(clock.elapsed);
  const marks = createMarks(outbox);
  const held = () => (isGone ? 'all' : outage.isHeld() ? 'late' : null);
  const lanes = createLanes({ clock, send, held, changed: parts.statusChanged });
  const looks = createLooks({ outbox, clock, found: (paymentId) => lanes.add(paymentId, AFTER_ROW_MS, true) });

  async function send(paymentId: string, failures: number): Promise<Verdict> {
    const event = outbox.next(paymentId);
    if (event === null) {
      answers.nothingLeft(paymentId);
      return 'done';
    }
    const isTold = event !== 'unreadable' && marks.isOwed(event);
    const posted = event === 'unreadable' || isTold ? null : await tell(paymentId, event);
    if (event !== 'unreadable' && (isTold || posted?.kind === 'accepted') && marks.store(event)) return 'next';
    const asked = posted?.kind === 'failed' ? posted.retryAfterMs : null;
    return { restMs: waitBeforeRetry(failures + 1, asked, random()), isAsked: asked !== null };
  }

  async function tell(paymentId: string, event: E): Promise<Posted> {
    const posted = await parts.post(event);
    answers.keep(paymentId, posted, clock.wallTime());
    if (posted.kind === 'accepted') {
      if (outage.succeeded()) lanes.wake(soon(random));
    } else {
      const heldMs = outage.failed(posted);
      if (heldMs !== null) clock.after(heldMs, lanes.pump);
      isGone ||= posted.kind === 'gone';
      parts.statusChanged();
    }
    return posted;
  }

  // Later, because nothing is read of the outbox while the sale's own request is being opened.
  outbox.follow((paymentId) => {
    clock.after(AFTER_ROW_MS, () => {
      if (!lanes.has(paymentId) && outbox.isWaiting(paymentId)) lanes.add(paymentId, 0, false);
    });
  });

  return {
    start: looks.start,
    sendNow(): void {
      isGone = false;
      outage.forget();
      looks.now();
      lanes.wake(() => 0);
    },
    /** Timers stand still while the system sleeps. */
    wake(): void {
      looks.now();
      lanes.wake(soon(random));
    },
    status: (most: number) => ({ ...lanes.waiting(most), isGone, last: answers.last() }),
    stop(): void {
      looks.stop();
      lanes.stop();
    },
  };
}
