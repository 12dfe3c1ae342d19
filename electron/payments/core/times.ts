import type { PaymentFacts } from './facts.ts';

/**
 * When what happens, in milliseconds of monotonic time. The one table; tests step a fake clock by these names.
 * The second group counts from the moment the request's first byte was written, the third from the moment its answer
 * was known to be lost.
 */
export const TIMES = {
  /**
   * From the press, or from another try of a void, until its bytes must be ready to leave. Log-in and looks take far less: past this the
   * process stood still meanwhile, and the guest may be gone. What nobody stands at any more is not sent.
   */
  sendWithin: 60_000,

  /** A terminal gives its customer this long; then one wish to cancel goes out and the request stays open. */
  deadline: 120_000,
  /** From here on the desk may leave a terminal that says nothing. */
  releaseAllowed: 150_000,
  /** Nobody waits for the answer any longer: it is lost, and lookups begin. */
  givenUp: 300_000,

  /** After a lost answer. Asked earlier than 5 s, Nets still shows the transaction before ours. */
  lookups: [5_000, 15_000, 30_000, 60_000, 180_000],
  /** A lookup that never reached Nets taught nothing and disturbed nobody: it is tried again this much later. */
  lookupRetryUnreached: 5_000,
  /** The same once the planned lookups are over and Nets has still not been reached. */
  lookupRetryLineDown: 10_000,
  /** Longer than this nobody who answers for Nets is left alone, once the planned lookups are over. */
  retryAfterMost: 3_600_000,

  /** Nobody waits longer for the answer to a void. It is lost then, and never repeated. */
  voidGivenUp: 60_000,
  /** A terminal is busy for some seconds after a payment: a void that was told so is tried again after each of these. */
  voidBusyWaits: [2_000, 3_000, 5_000, 5_000, 5_000, 10_000],
  /** A void looks for its sale once more this much later, because Nets may still show the transaction before it. */
  voidLookAgain: 5_000,

  /** Time by which a timer is late, or `elapsed` ran ahead, when this process did not run: the system slept, or somebody stopped it. */
  gap: 5_000,
  /** Wall time and monotonic time have gone apart by more: somebody set this PC's clock meanwhile. */
  clockSet: 3_000,
  /** How often that is looked for while a request is open. */
  gapTick: 10_000,
  /** After a gap an answer that waits in the socket's buffer is read before anything is decided: an answer is better than a loss. */
  answerRead: 1_000,
  /**
   * After a gap the deadline's wish waits until keep-alive (from 15 s, ten probes) has had time to find the socket dead: on one that
   * died in the system's sleep our request is over, and the wish would stop somebody else's.
   */
  wishAfterGap: 30_000,

  /**
   * So long after a decline the next sale on that terminal comes after one look: some terminals report a decline, ask for the PIN and
   * go on to approve under the same order id.
   */
  declineDoubted: 120_000,
  /** That look costs the waiting guest no more than this. */
  lookAfterDecline: 3_000,

  /** A payment that a lookup has proven waits so long for its own answer, which brings the receipts. Then its request is closed. */
  answerAfterProof: 10_000,

  /** A person's Päivitä reaches the terminal at most this often. */
  refreshRest: 10_000,
  /** The next sale on a terminal waits this long at most for the answer to an older wish to cancel there. */
  cancelSettles: 10_000,
} as const;

export const LOOKUPS_PLANNED = TIMES.lookups.length;

/** How many of the planned lookups are behind us, this long after the loss. */
export const lookupsPassed = (sinceLossMs: number): number => TIMES.lookups.filter((due) => due <= sinceLossMs).length;

/** How long until the next planned lookup, or null when the last one is behind us. */
export function delayToNextLookup(sinceLossMs: number): number | null {
  const next = TIMES.lookups.find((due) => due > sinceLossMs);
  return next === undefined ? null : next - sinceLossMs;
}

/**
 * How long until a lookup that was not reached is tried again. What the server asked for (`retry-after`) is honoured, but while
 * planned lookups remain the last one is never missed for it.
 * @param sinceLossMs null once the planned lookups are over
 */
export function delayAfterUnreached(sinceLossMs: number | null, retryAfterMs = 0): number {
  if (sinceLossMs === null) return Math.max(TIMES.lookupRetryLineDown, Math.min(retryAfterMs, TIMES.retryAfterMost));
  const untilLast = Math.max(...TIMES.lookups) - sinceLossMs;
  return Math.max(TIMES.lookupRetryUnreached, Math.min(retryAfterMs, untilLast));
}

/**
 * How long until a timer that counts from the request's first byte falls due, when the process runs again after a gap. The loss
 * comes before the wish where both are overdue: a request that nobody waits for any longer is never cancelled.
 */
export function delayAfterGap(timer: 'deadline' | 'give-up', kind: PaymentFacts['kind'], sinceWrittenMs: number): number {
  const givenUp = kind === 'void' ? TIMES.voidGivenUp : TIMES.givenUp;
  return timer === 'give-up'
    ? Math.max(TIMES.answerRead, givenUp - sinceWrittenMs)
    : Math.max(TIMES.wishAfterGap, TIMES.deadline - sinceWrittenMs);
}
