import { failed, type Result } from '../../../shared/result.ts';
import type { Clock, JournalRow, PaymentJournal, WriteFailure } from '../ports.ts';

const RETRY_MS = 3_000;

export type JournalWriter = ReturnType<typeof createJournalWriter>;

/**
 * Writes rows to the journal. An answer from Nets must not be lost because the disk is full: it is kept in order and tried again, while the
 * screen shows it with its STAN and nothing new is sold.
 */
export function createJournalWriter(ports: {
  readonly journal: PaymentJournal;
  readonly clock: Clock;
  readonly onCaughtUp: (paymentId: string) => void;
}) {
  const { journal, clock } = ports;
  const owed: { readonly paymentId: string; readonly row: JournalRow }[] = [];
  let problem: WriteFailure['kind'] | null = null;
  let stopRetry: (() => void) | null = null;

  function append(paymentId: string, row: JournalRow): Result<null, WriteFailure> {
    const written = journal.append(paymentId, row);
    if (!written.ok) problem = written.error.kind;
    return written;
  }

  /** The order within a payment is kept. A row that can never be written does not block other payments. */
  function catchUp(): void {
    stopRetry = null;
    const behind = new Set<string>();
    const caughtUp = new Set<string>();
    const tried = owed.splice(0);
    for (const entry of tried) {
      if (!behind.has(entry.paymentId) && append(entry.paymentId, entry.row).ok) {
        caughtUp.add(entry.paymentId);
        continue;
      }
      behind.add(entry.paymentId);
      owed.push(entry);
    }
    if (owed.length > 0) stopRetry = clock.after(RETRY_MS, catchUp);
    for (const paymentId of caughtUp) if (!behind.has(paymentId)) ports.onCaughtUp(paymentId);
  }

  const owes = (paymentId: string): boolean => owed.some((entry) => entry.paymentId === paymentId);

  return {
    /** If this returns ok, the row is on disk. Otherwise nothing was written and nothing is kept. */
    writeNow: (paymentId: string, row: JournalRow): Result<null, WriteFailure> => {
      if (owes(paymentId)) return failed({ kind: problem ?? 'unavailable', cause: 'older rows of this payment are not written yet' });
      return append(paymentId, row);
    },
    /** The row is on disk when this returns, or it is kept and tried again until it is. */
    writeOrKeep(paymentId: string, row: JournalRow): void {
      if (!owes(paymentId) && append(paymentId, row).ok) return;
      owed.push({ paymentId, row });
      stopRetry ??= clock.after(RETRY_MS, catchUp);
    },
    owes,
    /** Why rows could not be written, or null if none is waiting. */
    problem: (): WriteFailure['kind'] | null => (owed.length > 0 ? (problem ?? 'unavailable') : null),
    stop(): void {
      stopRetry?.();
    },
  };
}
