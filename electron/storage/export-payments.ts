import type { ExportedPayment } from '../../shared/payment.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { maskedText } from '../masking/kept-text.ts';
import { toExportedPayment } from '../payments/rules/exported-payment.ts';
import { checkExportTarget } from './export-target.ts';
import { migration0003 } from './migrations/0003-environment-of-api1.ts';
import { openReadOnly, type ReadOnlyFailure, readFailure } from './open-read-only.ts';
import { paymentColumns, readPayment } from './payment-row.ts';
import { replaceFile, UnwritableFile } from './replace-file.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

export type ExportFailure =
  | Exclude<ReadOnlyFailure, { readonly kind: 'absent' }>
  /** The target cannot be written, or is a file of the program's own, or a link. Nothing was changed. */
  | { readonly kind: 'target-unwritable'; readonly cause: unknown };

const BATCH_CHARACTERS = 256 * 1024;

/**
 * Writes every payment of the journal as JSON Lines, oldest first, also while the program runs: one look at one moment.
 * A temporary file is renamed when it is whole, so that the target is the old one or the new one. No journal: an empty file.
 * A payment that cannot be read fails the whole export: a list with a hole looks like a list.
 * @param own the program's folders besides the journal's: nothing of the program in them is written over
 * @returns how many payments were written.
 */
export function exportPayments(
  databasePath: string,
  targetFile: string,
  own: readonly string[] = [],
): Result<{ readonly payments: number }, ExportFailure> {
  try {
    checkExportTarget(databasePath, targetFile, own);
  } catch (cause) {
    return failed({ kind: 'target-unwritable', cause });
  }
  const opened = openReadOnly(databasePath);
  if (!opened.ok && opened.error.kind !== 'absent') return failed(opened.error);

  let payments = 0;
  try {
    replaceFile(targetFile, (add) => {
      if (!opened.ok) return;
      payments = addPayments(opened.value.database, add);
      if (!opened.value.stayedTheSame()) throw new Error('The program began to write in the journal meanwhile');
    });
    return ok({ payments });
  } catch (cause) {
    if (cause instanceof UnwritableFile) return failed({ kind: 'target-unwritable', cause: cause.cause });
    if (!opened.ok || opened.value.stayedTheSame()) return failed(readFailure(cause));
  } finally {
    if (opened.ok) opened.value.database.close();
  }
  // Now there is a writer, and readers and writers of SQLite know of each other.
  return exportPayments(databasePath, targetFile, own);
}

/** Row by row: a hundred thousand payments never stand in memory together. */
function addPayments(database: SqliteDatabase, add: (text: string) => void): number {
  // A journal that this program has not opened yet reads as its migration will leave it: real money is never told as a test's.
  const testWasReal = schemaVersion(database) < migration0003.version && migration0003.appliesTo(database);
  let payments = 0;
  let batch = '';
  for (const row of database.prepare<[], unknown>(`SELECT ${paymentColumns(database)} FROM payments ORDER BY number`).iterate()) {
    const payment = masked(toExportedPayment(readPayment(row)));
    const environment = testWasReal && payment.environment === 'test' ? 'production' : payment.environment;
    batch += `${JSON.stringify({ ...payment, environment })}\n`;
    payments += 1;
    if (batch.length < BATCH_CHARACTERS) continue;
    add(batch);
    batch = '';
  }
  add(batch);
  return payments;
}

const kept = <T extends string | null>(text: T): T | string => (text === null ? text : maskedText(text));

/** What people typed and others sent, once more through the sink: an earlier version let card numbers through that this one knows. */
function masked(payment: ExportedPayment): ExportedPayment {
  const { card, settlement, terminalId, terminalName, pointOfSale, reference, operator, stan } = payment;
  return {
    ...payment,
    terminalId: kept(terminalId),
    terminalName: kept(terminalName),
    pointOfSale: kept(pointOfSale),
    reference: kept(reference),
    operator: kept(operator),
    stan: kept(stan),
    card: card === null ? null : { ...card, brand: kept(card.brand) },
    settlement:
      settlement === null
        ? null
        : { ...settlement, by: kept(settlement.by), reason: kept(settlement.reason), evidence: kept(settlement.evidence) },
  };
}
