import { ok } from '../../shared/result.ts';
import { saveFile } from '../paper/save-file.ts';
import { toExportedPayment } from '../payments/rules/exported-payment.ts';
import { maskedPayment } from '../storage/export-payments.ts';
import { paymentColumns, readPayment } from '../storage/payment-row.ts';
import type { SqliteDatabase } from '../storage/sqlite.ts';
import { CSV_BEGIN, csvHead, csvLine } from './csv.ts';
import type { Orders } from './orders.ts';

const BATCH = 500;

/**
 * Writes these payments in their order. If one of them cannot be read there is no file: a missing line would not be noticed.
 * @throws what kept a payment from being read
 */
export function writeCsv(
  journal: SqliteDatabase,
  list: Int32Array,
  { path, names, here }: Orders['csv']['input'],
  isStopped: () => boolean,
): Orders['csv']['answer'] {
  const select = journal.prepare<[number], unknown>(`SELECT ${paymentColumns(journal)} FROM payments WHERE number = ?`);
  const lineOf = (number: number): string => csvLine(maskedPayment(toExportedPayment(readPayment(select.get(number)))), here.timeZone);
  let unread: { readonly cause: unknown } | null = null;
  const saved = saveFile(path, 'csv', (add) => {
    add(CSV_BEGIN + csvHead(names));
    for (let from = 0; from < list.length; from += BATCH) {
      let lines: string;
      try {
        if (isStopped()) throw new Error('The program closes');
        lines = [...list.subarray(from, from + BATCH)].map(lineOf).join('');
      } catch (cause) {
        unread = { cause };
        throw cause;
      }
      add(lines);
    }
  });
  if (unread !== null) throw (unread as { readonly cause: unknown }).cause;
  return saved.ok ? ok({ payments: list.length }) : saved;
}
