import { failed, ok, type Result } from '../../shared/result.ts';
import type { WriteFailure } from '../payments/ports.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { writeFailure } from './storage-failure.ts';

export type Erased = {
  /** How many places held card data; each receipt is one. */
  readonly places: number;
  /**
   * False: another connection was reading, so the log file still holds the digits. The next erasing or the end of the program empties it.
   */
  readonly isLogEmpty: boolean;
};

/**
 * Erases card brand, last four digits and receipts, and nothing else. Rows, states and sums stay as they are; their card reads as unknown. Freed data
 * is overwritten (`secure_delete`, durability.ts), and the log is written into the file and emptied, so that neither file holds the digits.
 * Earlier copies (backups, exports) are not changed.
 *
 * Nothing in the program calls it yet: support will, for a guest who asks. What is old is erased by erase-old-card-data.ts.
 */
export function createCardEraser(database: SqliteDatabase) {
  const ofPayment = database.prepare<[string]>(
    'DELETE FROM card_data WHERE event_number IN (SELECT number FROM payment_events WHERE payment_id = ?)',
  );
  const seenElsewhere = database.prepare<[string]>('DELETE FROM card_data WHERE order_id = (SELECT order_id FROM payments WHERE id = ?)');
  const receiptsOf = database.prepare<[string]>(
    'DELETE FROM receipts WHERE event_number IN (SELECT number FROM payment_events WHERE payment_id = ?)',
  );

  function erase(run: () => number): Result<Erased, WriteFailure> {
    try {
      const places = database.transaction(run).immediate();
      return ok({ places, isLogEmpty: emptyLog(database) });
    } catch (cause) {
      return failed(writeFailure(cause));
    }
  }

  return {
    /**
     * Of this payment: its own card, cards of other guests that its lookups showed, and its own card where lookups of other payments showed
     * it. Its void, refunds and rests are payments of their own (`journal.byOriginal`).
     */
    ofPayment: (paymentId: string) =>
      erase(() => [ofPayment, seenElsewhere, receiptsOf].reduce((sum, each) => sum + each.run(paymentId).changes, 0)),
  };
}

/** @returns whether the log is empty. */
function emptyLog(database: SqliteDatabase): boolean {
  const [folded] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return folded?.busy === 0;
}
