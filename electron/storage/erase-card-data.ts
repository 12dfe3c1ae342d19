import { failed, ok, type Result } from '../../shared/result.ts';
import type { WriteFailure } from '../payments/ports.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { writeFailure } from './storage-failure.ts';

export type Erased = {
  /** How many places held card data. */
  readonly places: number;
  /** False: somebody was reading, so the log beside the file still holds them. The next erasing empties it, or the end of the program. */
  readonly isLogEmpty: boolean;
};

/**
 * Erases card brand and last four digits, and nothing else: rows, states and sums stay as they are, and read as a card that was not told.
 * The connection overwrites what it frees (`secure_delete`, durability.ts), and the log is folded in and emptied, so that afterwards the
 * digits are in neither file. Copies made before (backups, exports) are not reached.
 *
 * Nobody in the program calls it yet. The nightly upkeep will, with the time that the property keeps card data; support will, for a
 * guest who asks. The texts of receipts will stand in a table of the same kind, one row an event, and are to be erased here as well.
 */
export function createCardEraser(database: SqliteDatabase) {
  const ofPayment = database.prepare<[string]>(
    'DELETE FROM card_data WHERE event_number IN (SELECT number FROM payment_events WHERE payment_id = ?)',
  );
  const seenElsewhere = database.prepare<[string]>('DELETE FROM card_data WHERE order_id = (SELECT order_id FROM payments WHERE id = ?)');
  const before = database.prepare<[string]>(`
    DELETE FROM card_data WHERE event_number IN (
      SELECT payment_events.number FROM card_data
        JOIN payment_events ON payment_events.number = event_number JOIN payments ON payments.id = payment_id
      WHERE at < ? AND state_name NOT IN ('created', 'sent', 'cancelling', 'checking', 'unresolved'))`);

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
     * Of this payment: its own card, other guests' that were seen while it was looked for, and its own where it was seen while another was.
     * Its void, refunds and rests are payments of their own (`journal.byOriginal`).
     */
    ofPayment: (paymentId: string) => erase(() => ofPayment.run(paymentId).changes + seenElsewhere.run(paymentId).changes),
    /**
     * Of every row written before this moment (ISO 8601, UTC), but of no payment that still waits for its verdict: what was seen may
     * be what a person decides by.
     */
    before: (iso: string) => erase(() => before.run(iso).changes),
  };
}

/** @returns whether nothing is left in it. */
function emptyLog(database: SqliteDatabase): boolean {
  const [folded] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return folded?.busy === 0;
}
