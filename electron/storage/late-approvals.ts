import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

/** One row for each, so that adding one does not read or risk the others. */
const PREFIX = 'late-approval:';

/**
 * Ids of payments that were paid after all and that nobody has opened. Failures never leave this file; they are logged.
 * @param journal its reads may throw: an old payment that cannot be read costs only its own alarm and does not stop selling.
 */
export function createLateApprovals(table: DeskTable, journal: Pick<PaymentJournal, 'byId'>, log: Log) {
  const unreadable = (cause: unknown): void => log.error('the payments that were paid after all and not seen could not be read', cause);

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
    /** @returns false if it is only remembered in this run. */
    keep(paymentId: string): boolean {
      const kept = table.write(PREFIX + paymentId, true);
      if (!kept.ok) log.error('a payment that was paid after all is only remembered in this run', kept.error.cause);
      return kept.ok;
    },
    forget(paymentId: string): void {
      const forgotten = table.remove(PREFIX + paymentId);
      if (!forgotten.ok)
        log.error('a payment that was paid after all was seen, but will be shown again after a restart', forgotten.error.cause);
    },
  };
}
