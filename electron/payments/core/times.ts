import type { PaymentFacts } from './facts.ts';

/**
 * All time limits, in milliseconds of monotonic time. Tests step a fake clock by these names. Times after a request count from its first
 * byte, lookups from the moment at which its answer was known to be lost.
 */
export const TIMES = {
  /**
   * From the press, or from another attempt of a void, until its bytes must be ready to be sent. Log-in and lookups take far less. Too old:
   * the process stood still and the cashier may have left, so it is not sent.
   */
  sendWithin: 60_000,

  /** How long the guest has. Then one cancel is sent, and the request stays open. */
  deadline: 120_000,
  /** From this moment the desk may leave a terminal that does not answer. */
  releaseAllowed: 150_000,
  /** The answer counts as lost, and lookups begin. */
  givenUp: 300_000,

  /** After a lost answer. Earlier than 5 s, Nets still shows the transaction before ours. */
  lookups: [5_000, 15_000, 30_000, 60_000, 180_000],
  /** A lookup that did not reach Nets showed nothing and disturbed nobody: it is repeated after this time. */
  lookupRetryUnreached: 5_000,
  /** The same after the planned lookups, while Nets has still not been reached. */
  lookupRetryLineDown: 10_000,
  /** After the planned lookups, a server's `retry-after` is followed up to this limit. */
  retryAfterMost: 3_600_000,

  /** Then the answer to a void counts as lost. The void is never repeated. */
  voidGivenUp: 60_000,
  /** A terminal is busy for some seconds after a payment. A void that got "busy" is tried again after each of these. */
  voidBusyWaits: [2_000, 3_000, 5_000, 5_000, 5_000, 10_000],
  /** A void looks for its sale once more after this time, because Nets may still show the transaction before it. */
  voidLookAgain: 5_000,

  /** If a timer is late by more, or `elapsed` jumped by more, this process did not run: the system slept, or somebody stopped it. */
  gap: 5_000,
  /** If wall time and monotonic time differ by more than at the start, somebody has set this PC's clock. */
  clockSet: 3_000,
  /** How often gaps are looked for while a request is open. */
  gapTick: 10_000,
  /** After a gap, an answer that waits in the socket's buffer is read first: an answer is better than a loss. */
  answerRead: 1_000,
  /**
   * After a gap the deadline's cancel waits until keep-alive (from 15 s, ten probes) has had time to notice a dead socket. If the socket
   * died while the system slept, our request is over, and the cancel would stop somebody else's.
   */
  wishAfterGap: 30_000,

  /**
   * If a payment was declined less than this ago, the next sale on that terminal, or this guest's on any other, waits for one lookup. Some
   * terminals report a decline, ask for the PIN and then approve under the same order id.
   */
  declineDoubted: 120_000,
  /** That lookup delays the waiting guest by at most this much. */
  lookAfterDecline: 3_000,

  /** How long a payment that a lookup has proven waits for its own answer, which brings the receipts. Then its request is closed. */
  answerAfterProof: 10_000,

  /** A person's Päivitä asks a terminal at most this often. */
  refreshRest: 10_000,
  /** The next sale on a terminal waits at most this long for the answer to an older cancel there. */
  cancelSettles: 10_000,
} as const;

export const LOOKUPS_PLANNED = TIMES.lookups.length;

/** How many planned lookups are over at this time after the loss. */
export const lookupsPassed = (sinceLossMs: number): number => TIMES.lookups.filter((due) => due <= sinceLossMs).length;

/** The time until the next planned lookup, or null after the last one. */
export function delayToNextLookup(sinceLossMs: number): number | null {
  const next = TIMES.lookups.find((due) => due > sinceLossMs);
  return next === undefined ? null : next - sinceLossMs;
}

/**
 * The time until a lookup that did not reach Nets is repeated. A server's `retry-after` is followed, but the last planned lookup is never
 * missed because of it.
 * @param sinceLossMs null after the planned lookups
 */
export function delayAfterUnreached(sinceLossMs: number | null, retryAfterMs = 0): number {
  if (sinceLossMs === null) return Math.max(TIMES.lookupRetryLineDown, Math.min(retryAfterMs, TIMES.retryAfterMost));
  const untilLast = Math.max(...TIMES.lookups) - sinceLossMs;
  return Math.max(TIMES.lookupRetryUnreached, Math.min(retryAfterMs, untilLast));
}

/**
 * The time until a timer of an open request is due when the process runs again after a gap. If both are overdue, the loss comes before the
 * cancel: a request whose answer counts as lost is never cancelled.
 */
export function delayAfterGap(timer: 'deadline' | 'give-up', kind: PaymentFacts['kind'], sinceWrittenMs: number): number {
  const givenUp = kind === 'void' ? TIMES.voidGivenUp : TIMES.givenUp;
  return timer === 'give-up'
    ? Math.max(TIMES.answerRead, givenUp - sinceWrittenMs)
    : Math.max(TIMES.wishAfterGap, TIMES.deadline - sinceWrittenMs);
}
