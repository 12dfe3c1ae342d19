import type { Posted } from './ports.ts';

/** After so many failures in a row, without a success in between, the receiver is away or wants to be left alone. */
const FAILURES_OF_AN_OUTAGE = 3;
const LONGEST_HOLD_MS = 3_600_000;

/** Says nothing about the one payment that was told: no answer, a fault of the server, or "too many". */
export const isAboutTheReceiver = ({ status }: Posted['answer']): boolean =>
  status === null || status >= 500 || status === 429 || status === 408;

/** Tells an outage of the receiver from payments that it refuses: between those, others succeed. @param elapsed monotonic milliseconds */
export function createOutage(elapsed: () => number) {
  let failuresInARow = 0;
  let heldUntil = 0;
  const isOutage = (): boolean => failuresInARow >= FAILURES_OF_AN_OUTAGE;
  return {
    /** The receiver asked to be left alone, and does not mean one payment only. */
    isHeld: (): boolean => elapsed() < heldUntil,
    /** @returns how long nothing late is sent from now, in milliseconds; null if that has not changed. */
    failed({ answer, ...posted }: Posted): number | null {
      const failure = posted.kind === 'failed' ? posted : null;
      if (isAboutTheReceiver(answer) || failure?.refusesAll === true) failuresInARow += 1;
      const asked = failure?.retryAfterMs ?? null;
      if (!isOutage() || asked === null) return null;
      const ms = Math.min(asked, LONGEST_HOLD_MS);
      heldUntil = Math.max(heldUntil, elapsed() + ms);
      return ms;
    },
    /** A try has succeeded. @returns whether that ends an outage. */
    succeeded(): boolean {
      const wasAway = isOutage();
      failuresInARow = 0;
      return wasAway;
    },
    /** A person wants it now. */
    forget(): void {
      heldUntil = 0;
    },
  };
}
