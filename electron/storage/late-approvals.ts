import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

/** One row each, so that nothing has to be read, or can be lost, when another is added. */
const PREFIX = 'late-approval:';

/**
 * Ids of payments that were paid after all, and nobody has opened. No failure leaves this file: each is logged.
 * @param journal its reads may throw: an old payment that cannot be read costs its own alarm, and never the day's sales.
 */
export function createLateApprovals(table: DeskTable, journal: Pick<PaymentJournal, 'byId'>, log: Log) {
  const unreadable = (cause: unknown): void => log.error('what was paid after all, and nobody has seen, could not be read', cause);

  function isReadable(paymentId: string): boolean {
    try {
      return journal.byId(paymentId) !== null;
    } catch (cause) {
      unreadable(cause);
      return false;
    }
  }

  return {
    unseen(): readonly string[] {
      try {
        return table.paymentsUnder(PREFIX).filter(isReadable);
      } catch (cause) {
        unreadable(cause);
        return [];
      }
    },
    /** @returns false where it will be forgotten with this run. */
    keep(paymentId: string): boolean {
      const kept = table.write(PREFIX + paymentId, true);
      if (!kept.ok) log.error('what was paid after all could not be kept beyond this run', kept.error.cause);
      return kept.ok;
    },
    forget(paymentId: string): void {
      const forgotten = table.remove(PREFIX + paymentId);
      if (!forgotten.ok) log.error('what was paid after all, and seen, will be told again after a restart', forgotten.error.cause);
    },
  };
}
