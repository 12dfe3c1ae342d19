import { failed, ok } from '../../shared/result.ts';
import type { ReceiptPrints } from '../receipts/ports.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

/** Receipts that were printed or saved, each a row. Nothing is prepared before the first one is asked for. */
export function createReceiptPrints({ database }: DeskTable, log: Log): ReceiptPrints {
  return {
    begin({ paymentId, copy, how, at, by }) {
      if (database === null) return failed(null);
      try {
        const insert = database.prepare('INSERT INTO receipt_prints (payment_id, copy, how, at, by) VALUES (?, ?, ?, ?, ?)');
        return ok(Number(insert.run(paymentId, copy, how, at, by).lastInsertRowid));
      } catch (cause) {
        log.error('a print could not be recorded', cause);
        return failed(cause);
      }
    },
    end(number, end, at) {
      try {
        database?.prepare('INSERT INTO receipt_print_ends (number, end, at) VALUES (?, ?, ?)').run(number, end, at);
      } catch (cause) {
        log.error('the end of a print could not be recorded, so it counts as printed', cause);
      }
    },
    wasMade(paymentId, copy) {
      if (database === null) return false;
      const made = database.prepare<[string, string], number>(`
        SELECT EXISTS (
          SELECT 1 FROM receipt_prints AS print WHERE payment_id = ? AND copy = ?
            AND NOT EXISTS (SELECT 1 FROM receipt_print_ends AS ended WHERE ended.number = print.number AND ended.end = 'not-made'))`);
      return made.pluck().get(paymentId, copy) === 1;
    },
  };
}
